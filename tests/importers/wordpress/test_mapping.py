from pathlib import Path

import pytest

from araz.importers.wordpress.export import Item, Term, TermUse
from araz.importers.wordpress.mapping import AuthorRule, Map, Placement, doubts_of, lines_of_map
from tests.importers.wordpress.small_archive import AUTHORS, Archive, a_story, read


@pytest.fixture
def archive() -> Archive:
    return Archive()


def test_nobody_is_named_without_a_map(archive: Archive):
    plan = archive.plan()
    assert list(plan.bylines) == ["newsroom"]
    for author in AUTHORS:
        assert plan.place_of(a_story("xeberler", creator=author.login)).bylines == ("newsroom",)
    assert plan.bylines["newsroom"].name["az"] == "Redaksiya"


def test_large_categories_become_sections_and_the_others_topics(archive: Archive):
    assert list(archive.default.sections) == ["xeberler", "kose-yazisi", "politics", "miscellany", "about"]
    plan = archive.plan()
    assert plan.place_of(a_story("xeberler")).section == "xeberler"
    assert plan.place_of(a_story("nadir")) == Placement(section="miscellany", topics=("nadir",), bylines=("newsroom",))


def test_categories_that_polylang_joins_are_one_section_with_its_name_in_each_language(archive: Archive):
    plan = archive.plan()
    assert plan.place_of(a_story("xeberler-fa")).section == "xeberler"
    assert plan.section("xeberler", "az").name == "Xəbərlər"
    assert plan.section("xeberler", "fa").name == "خبرهای ما"


def test_usual_names_in_different_languages_are_one_section(archive: Archive):
    for slug, name in (
        ("musahibe", "Müsahibə"),
        ("goftogu", "گفت‌وگو"),
        ("soylesi", "Söyleşi"),
        ("roportaj", "Röportaj"),
    ):
        archive.terms.learn(Term(taxonomy="category", slug=slug, name=name))
    archive.add(6, "az", a_story("musahibe"))
    archive.add(5, "fa", a_story("goftogu"))
    archive.add(5, "tr", a_story("roportaj"))
    archive.add(4, "tr", a_story("soylesi"))
    plan = archive.plan()
    places = [plan.place_of(a_story(slug)).section for slug in ("musahibe", "goftogu", "roportaj", "soylesi")]
    assert places == ["goftogu", "goftogu", "goftogu", "soylesi"]  # two of one language stay two
    assert [plan.section("goftogu", code).name for code in ("az", "fa", "tr")] == ["Müsahibə", "گفت‌وگو", "Röportaj"]


def test_each_language_has_room_for_sections_of_its_own(archive: Archive):
    for number in range(20):
        archive.add(40 - number, "az", a_story(f"az-{number:02}"))
        archive.add(4, "tr", a_story(f"tr-{number:02}"))
    sections = list(archive.default.sections)
    assert [key for key in sections if key.startswith("az-")] == [f"az-{number:02}" for number in range(12)]
    assert [key for key in sections if key.startswith("tr-")] == [f"tr-{number:02}" for number in range(12)]


def test_a_usual_name_is_known_in_the_languages_that_have_none_of_their_own(archive: Archive):
    assert archive.plan().section("xeberler", "en").name == "News"
    assert archive.plan().section("miscellany", "tr").name == "Çeşitli"


def test_the_sections_are_those_that_stories_need_in_each_language(archive: Archive):
    needed = [(section.language, section.key) for section in archive.plan().sections(archive.counts)]
    assert needed == [
        ("az", "xeberler"),
        ("az", "kose-yazisi"),
        ("az", "miscellany"),  # of a category that themes use: its stories may stand in no other
        ("az", "about"),
        ("fa", "xeberler"),
        ("fa", "politics"),
        ("tr", "miscellany"),
        ("en", "miscellany"),
    ]


def test_a_category_below_gives_the_section_above_and_a_topic(archive: Archive):
    place = archive.plan().place_of(a_story("xeberler", "iqtisad"))
    assert (place.section, place.topics) == ("xeberler", ("iqtisad",))


def test_a_second_category_becomes_a_topic_where_stories_had_several(archive: Archive):
    place = archive.plan().place_of(a_story("kose-yazisi", "xeberler"))
    assert (place.section, place.topics) == ("kose-yazisi", ("xeberler",))
    assert archive.plan().place_of(a_story("xeberler")).topics == ()
    assert archive.default.categories["سیاست"].topic == ""


def test_the_names_of_categories_and_tags_say_the_kind(archive: Archive):
    plan = archive.plan()
    assert plan.place_of(a_story("kose-yazisi")).kind == "opinion"
    assert plan.place_of(a_story("xeberler", tags=["bayanat"])).kind == "statement"
    assert plan.place_of(a_story("xeberler")).kind == "news"


def test_tags_become_topics_when_several_stories_have_them(archive: Archive):
    assert archive.plan().place_of(a_story("xeberler", tags=["seki", "once"])).topics == ("seki",)


def test_a_tag_that_is_called_like_a_section_is_no_second_thing(archive: Archive):
    archive.terms.learn(Term(taxonomy="post_tag", slug="news-tag", name="xəbərlər"))
    archive.add(3, "az", a_story("kose-yazisi", tags=["news-tag"]))
    assert archive.default.tags["news-tag"].topic == "xeberler"
    assert archive.plan().place_of(a_story("xeberler", tags=["news-tag"])).topics == ()


def test_what_a_theme_used_to_place_stories_says_nothing(archive: Archive):
    assert archive.plan().place_of(a_story("manset")) == Placement(section="miscellany", bylines=("newsroom",))


def test_pages_become_evergreen_pages_of_one_section(archive: Archive):
    place = archive.plan().place_of(a_story(kind="page"))
    assert (place.section, place.kind) == ("about", "page")


def test_a_category_that_no_file_declares_has_the_name_that_its_stories_give_it(archive: Archive):
    story = Item(
        number=1, kind="post", state="public", terms=(TermUse(taxonomy="category", slug="yeni", name="Yeni Səhifə"),)
    )
    archive.add(8, "az", story)
    assert archive.plan().section("yeni", "az").name == "Yeni Səhifə"


def test_only_the_map_names_somebody(archive: Archive, tmp_path: Path):
    rules = read(
        """
        [authors]
        mehriban82 = {kind = "pen", name = {az = "Araz qızı", fa = "آراز قیزی"}}
        zz = {kind = "pen", name = {az = "Araz qızı", fa = "آراز قیزی"}}
        redaktor = {kind = "none"}
        """,
        tmp_path,
    )
    plan = archive.plan(rules)
    assert plan.place_of(a_story("xeberler")).bylines == ("araz-qizi",)
    assert plan.place_of(a_story("xeberler", creator="zz")).bylines == ("araz-qizi",)
    assert plan.place_of(a_story("xeberler", creator="redaktor")).bylines == ("newsroom",)
    assert (plan.bylines["araz-qizi"].kind, plan.bylines["araz-qizi"].name["fa"]) == ("pen", "آراز قیزی")


def test_several_authors_stand_together_and_the_newsroom_only_alone(archive: Archive):
    rules = Map(authors={"zz": AuthorRule(kind="open", name={"az": "Ayla Tan"})})
    story = Item(number=1, kind="post", state="public", creator="mehriban82", co_authors=("mehriban82", "zz", "zz"))
    assert archive.plan(rules).place_of(story).bylines == ("ayla-tan",)


def test_an_account_that_is_an_e_mail_address_is_found_by_its_key_in_the_draft(archive: Archive):
    key = next(key for key in archive.default.authors if key.startswith("kamran@"))
    rules = Map(authors={key: AuthorRule(kind="desk", name={"en": "City desk"})})
    assert archive.plan(rules).place_of(a_story(creator="kamran@old.example")).bylines == ("city-desk",)
    assert archive.plan(rules).place_of(a_story(creator="kamran@new.example")).bylines == ("newsroom",)


def test_the_map_decides_section_topic_kind_language_and_what_is_left_out(archive: Archive, tmp_path: Path):
    rules = read(
        """
        [sections]
        olke = {az = "Ölkə"}
        [topics]
        pul = {az = "Pul"}
        [categories]
        "xeberler" = {section = "olke"}
        "xeberler/iqtisad" = {section = "olke", topic = "pul", kind = "analysis", language = "tr"}
        "kose-yazisi" = {leave_out = true}
        "nadir" = {leave_out_stories = true}
        [tags]
        "once" = {topic = "pul"}
        [formats]
        aside = "announcement"
        [pages]
        section = "olke"
        leave_out = ["sample-page"]
        """,
        tmp_path,
    )
    plan = archive.plan(rules)
    signed = ("newsroom",)
    assert plan.languages_by_category == {"xeberler/iqtisad": "tr"}
    assert plan.place_of(a_story("iqtisad")) == Placement(
        section="olke", topics=("pul",), bylines=signed, kind="analysis"
    )
    assert plan.place_of(a_story("kose-yazisi", tags=["seki"])) == Placement(section="miscellany", bylines=signed)
    assert plan.place_of(a_story("nadir")).left_out == "The map leaves out the stories of “nadir”."
    assert plan.place_of(a_story("xeberler", tags=["once"])).topics == ("pul",)
    assert plan.place_of(a_story("xeberler", post_format="aside")).kind == "announcement"
    assert (
        plan.place_of(a_story(kind="page", slug="sample-page")).left_out == "The map leaves out the page “sample-page”."
    )
    assert plan.place_of(a_story(kind="page")).section == "olke"


def test_what_a_map_does_not_speak_of_goes_as_it_would_without_one(archive: Archive):
    plan = archive.plan(Map(sections={"olke": {"az": "Ölkə"}}))
    assert plan.place_of(a_story("kose-yazisi")).section == "kose-yazisi"
    assert plan.section("olke", "az").position < plan.section("kose-yazisi", "az").position


def test_a_category_without_stories_of_its_own_is_named_in_the_language_of_those_below(archive: Archive):
    archive.terms.learn(Term(taxonomy="category", slug="جامعه-ما", name="جامعه ما"))
    archive.terms.learn(Term(taxonomy="category", slug="زنان-ما", name="زنان ما", parent="جامعه-ما"))
    archive.add(9, "fa", a_story("زنان-ما"))
    names = list(archive.default.sections.values())
    assert {"fa": "جامعه ما"} in names


def test_a_name_that_is_longer_than_a_section_can_be_called_is_cut(archive: Archive):
    archive.terms.learn(Term(taxonomy="category", slug="uzun", name="Uzun ad " * 60))
    archive.add(9, "az", a_story("uzun"))
    (name,) = (names["az"] for key, names in archive.default.sections.items() if key == "uzun")
    assert (len(name), name[-1]) == (200, "…")


def test_a_name_is_no_name_in_another_script(archive: Archive):
    archive.terms.learn(Term(taxonomy="category", slug="goruntu", name="Görüntü"))
    archive.add(2, "tr", a_story("goruntu"))
    archive.add(8, "fa", a_story("goruntu"))
    archive.terms.learn(Term(taxonomy="category", slug="news", name="News"))
    archive.add(8, "fa", a_story("news"))
    assert archive.default.sections["goruntu"] == {"tr": "Görüntü"}
    assert archive.default.sections["news"]["fa"] == "خبرها"


def told(archive: Archive, folder: Path, text: str) -> list[str]:
    """What a map makes somebody look at, each with its line."""
    rules = read(text, folder)
    lines = lines_of_map(folder / "map.toml")
    found = doubts_of(rules, AUTHORS, archive.terms, archive.counts, lines)
    assert {finding.kind for finding in found} <= {"doubtful"}
    return [f"{finding.file}:{finding.line}: {finding.what}" for finding in found]


def test_a_map_that_was_drafted_from_the_same_files_has_no_doubts(archive: Archive, tmp_path: Path):
    archive.add(1, "az", a_story("xeberler", creator="declared by no file"))
    assert told(archive, tmp_path, archive.draft) == []


def test_an_account_that_no_file_has_is_told_with_its_line_and_never_named(archive: Archive, tmp_path: Path):
    text = """
        [authors]
        mehriban28 = {kind = "pen", name = {az = "Araz qızı"}}
        Redaktor = {kind = "none"}
        redaktor = {kind = "none"}
        somebody = {kind = "none"}
        """
    assert told(archive, tmp_path, text) == [
        "map.toml:2: No file has this account. Did you mean the one with 23 stories, which is written almost alike? Copy its"
        " name from the draft of a dry run.",
        "map.toml:3: No file has this account. Did you mean the one of line 4?",
        "map.toml:5: No file has this account. Copy its name from the draft of a dry run; its stories stay unsigned.",
    ]


def test_categories_tags_and_sections_that_nothing_has_are_told_with_their_lines(archive: Archive, tmp_path: Path):
    text = """
        [sections]
        xeberler = {az = "Xəbərlər"}
        fikir = {az = "Fikir"}
        [topics]
        seki = {az = "Şəki"}
        [categories]
        xeberlar = {section = "xeberler"}
        [tags]
        şeki = {topic = "seki"}
        """.replace("şeki", '"sekı"')
    assert told(archive, tmp_path, text) == [
        "map.toml:7: No file has the category “xeberlar”. Did you mean “xeberler”?",
        "map.toml:9: No file has the tag “sekı”. Did you mean “seki”?",
        "map.toml:3: No category goes into the section “fikir”. Write the word into the lines of those that do.",
    ]


def test_a_map_of_another_site_is_no_hundred_findings(archive: Archive, tmp_path: Path):
    table = "[topics]\nsu = {az = 'Su'}\n[tags]\n" + "".join(f"t{number} = {{topic = 'su'}}\n" for number in range(90))
    found = told(archive, tmp_path, table)
    assert len(found) == 21
    assert found[-1].startswith("map.toml:24: No file has the tag “t20”.")
    assert found[-1].endswith("The same of 70 lines of this part of the map from here on.")


def test_bylines_that_tell_an_account_are_doubtful(archive: Archive, tmp_path: Path):
    text = '[authors]\nmehriban82 = {kind = "pen", name = {az = "Mehriban"}}'
    assert told(archive, tmp_path, text) == [
        "map.toml:2: The byline “Mehriban” holds the name of an account, or a part of it. Can it be guessed from that?"
    ]
