import tomllib
from collections.abc import Iterable
from inspect import cleandoc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.importers.wordpress.export import Author, Item, Term, TermUse
from araz.importers.wordpress.mapping import (
    AuthorRule,
    Counts,
    Map,
    MapRefused,
    Placement,
    Plan,
    default_map,
    doubts_of,
    draft_map,
    make_plan,
    read_map,
)
from araz.importers.wordpress.terms import Terms

TERMS = (
    Term(taxonomy="category", slug="xeberler", name="Xəbərlər", number=1),
    Term(taxonomy="category", slug="xeberler-fa", name="خبرهای ما", number=2),
    Term(taxonomy="category", slug="iqtisad", name="İqtisad", parent="xeberler"),
    Term(taxonomy="category", slug="kose-yazisi", name="Köşə yazısı"),
    Term(taxonomy="category", slug="manset", name="Manşet"),
    Term(taxonomy="category", slug="nadir", name="Nadir"),
    Term(taxonomy="category", slug="سیاست", name="سیاست"),
    Term(taxonomy="category", slug="uncategorized", name="Uncategorized"),
    Term(taxonomy="language", slug="az"),
    Term(taxonomy="language", slug="fa"),
    Term(taxonomy="term_translations", slug="pll_1", description='a:2:{s:2:"az";i:1;s:2:"fa";i:2;}'),
    Term(taxonomy="post_tag", slug="seki", name="Şəki"),
    Term(taxonomy="post_tag", slug="bayanat", name="Bəyanat"),
    Term(taxonomy="post_tag", slug="once", name="Bir dəfə"),
)
AUTHORS = (
    Author(login="mehriban82", name="Mehriban Quliyeva"),
    Author(login="redaktor", name="redaktor@old.example"),
    Author(login="kamran@old.example", name=""),
    Author(login="zz", name="Yazı\n# = 1"),
)


def a_story(
    *categories: str,
    tags: Iterable[str] = (),
    kind: str = "post",
    creator: str = "mehriban82",
    slug: str = "",
    post_format: str = "",
) -> Item:
    uses = [TermUse(taxonomy="category", slug=category) for category in categories]
    uses += [TermUse(taxonomy="post_tag", slug=tag) for tag in tags]
    uses += [TermUse(taxonomy="post_format", slug=f"post-format-{post_format}")] if post_format else []
    return Item(number=1, kind=kind, state="public", creator=creator, slug=slug, terms=tuple(uses))


class Archive:
    """A small export, counted."""

    def __init__(self) -> None:
        self.terms = Terms()
        self.counts = Counts()
        for term in TERMS:
            self.terms.learn(term)
        self.add(9, "az", a_story("xeberler", tags=["seki"]))
        self.add(4, "fa", a_story("xeberler-fa", creator="redaktor"))
        self.add(3, "az", a_story("xeberler", "iqtisad"))
        self.add(5, "az", a_story("kose-yazisi", "manset", tags=["bayanat"]))
        self.add(3, "fa", a_story("سیاست"))
        self.add(1, "az", a_story("xeberler", "kose-yazisi"))
        self.add(1, "tr", a_story("nadir", tags=["once"]))
        self.add(1, "en", a_story("uncategorized", creator="kamran@old.example"))
        self.add(1, "az", a_story(kind="page"))

    def add(self, times: int, language: str, item: Item) -> None:
        for _ in range(times):
            self.counts.count(item, language, self.terms)

    @property
    def default(self) -> Map:
        return default_map(AUTHORS, self.terms, self.counts)

    @property
    def draft(self) -> str:
        return draft_map(AUTHORS, self.terms, self.counts)

    def plan(self, rules: Map | None = None) -> Plan:
        return make_plan(rules or self.default, self.default, self.terms)


@pytest.fixture
def archive() -> Archive:
    return Archive()


def read(text: str, folder: Path) -> Map:
    file = folder / "map.toml"
    file.write_text(cleandoc(text), encoding="utf-8")
    return read_map(file)


def refusal(text: str, folder: Path) -> str:
    with pytest.raises(MapRefused) as refused:
        read(text, folder)
    return str(refused.value)


# Without a map


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


# The draft


def test_the_draft_says_what_would_happen_without_it(archive: Archive, tmp_path: Path):
    assert read(archive.draft, tmp_path) == archive.default


def test_the_draft_warns_at_its_top_and_names_stories_and_languages(archive: Archive):
    head, _, rest = archive.draft.partition("\n[authors]\n")
    assert "KEEP THIS FILE OUTSIDE THE NEWSROOM'S FOLDER" in head
    assert (
        '"mehriban82" = {kind = "none"}  # 23 stories; the old site showed “Mehriban Quliyeva”, which comes from'
        in rest
    )
    assert '"سیاست" = {section = "politics"}  # “سیاست”: 3 stories in fa' in rest
    assert "# 1 more tags" in rest


def test_no_e_mail_address_stands_in_the_draft(archive: Archive):
    assert "old.example" not in archive.draft
    assert '"kamran@' in archive.draft
    assert "the account's name is an e-mail address, which is not repeated here" in archive.draft


def test_a_display_name_can_not_leave_its_comment(archive: Archive):
    assert "the old site showed “Yazı # = 1”" in archive.draft


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_any_names_give_a_draft_that_is_read_back(login: str, category: str, name: str):
    terms, counts = Terms(), Counts()
    story = Item(
        number=1,
        kind="post",
        state="public",
        creator=login,
        terms=(
            TermUse(taxonomy="category", slug=category, name=name),
            TermUse(taxonomy="post_tag", slug=name, name=category),
        ),
    )
    for _ in range(3):
        counts.count(story, "az", terms)
    authors = [Author(login=login, name=name)]
    draft = draft_map(authors, terms, counts)
    assert tomllib.loads(draft)["authors"].keys() == default_map(authors, terms, counts).authors.keys()


# A map


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[authors]\n\nzz = {kin = 'pen'}", "map.toml, line 3: “kin” is not known here. Did you mean “kind”?"),
        ("[autors]\nzz = {}", "map.toml, line 1: “autors” is not known here. Did you mean “authors”?"),
        (
            "[authors]\nzz = {kind = 'pem', name = {az = 'A'}}",
            "map.toml, line 2: “pem” is not known here. Did you mean “pen”?",
        ),
        ("[authors]\nzz = {kind = 'open'}", 'map.toml, line 2: kind = "open" needs a name: name = {az = "…"}.'),
        ("[authors]\nzz = 'none'", 'map.toml, line 2: Write what becomes of this author in braces: {kind = "none"}.'),
        (
            "[authors]\n'kamran82' = {kind = 'pen', name = {az = 'Kamran 82'}}",
            'map.toml, line 2: This byline is an account\'s name, and it would be printed. Give another one, or kind = "none".',
        ),
        (
            "account_names = ['Elçin']\n[authors]\nzz = {kind = 'open', name = {az = 'ELÇİN'}}",
            'map.toml, line 3: This byline is an account\'s name, and it would be printed. Give another one, or kind = "none".',
        ),
        (
            "[authors]\nzz = {kind = 'open', name = {az = 'a@b.example'}}",
            "map.toml, line 2: An e-mail address is no name: readers would see it.",
        ),
        ("[topics]\nsu = {aze = 'Su'}", "map.toml, line 2: “aze” is not known here. Did you mean “az”?"),
        ("[topics]\nsu = {az = ' '}", "map.toml, line 2: The name is empty. Write one, or take the language out."),
        (
            "[topics]\n'Şu!' = {az = 'Su'}",
            "map.toml, line 2: “Şu!” can't stand in addresses: use a-z, 0-9 and hyphens, at most 40. “su” would do.",
        ),
        ("[sections.su]\n", 'map.toml, line 1: It has no name. Write one: {az = "…"}.'),
        (
            "[sections]\nolke = {az = 'Ölkə'}\n[categories]\n'a/b' = {section = 'olka'}",
            "map.toml, line 4: There is no section “olka” under [sections]; add it there. Did you mean “olke”?",
        ),
        ("[categories]\n'a' = {leave_out = 'yes'}", "map.toml, line 2: leave_out is true or false, without quotes."),
        (
            "[categories.'a']\n\nkind = 'opinon'",
            "map.toml, line 3: “opinon” is not known here. Did you mean “opinion”?",
        ),
        ("[categories]\na = {topic = 3}", 'map.toml, line 2: Write the topic in quotes: topic = "…".'),
        ("[formats]\naside = 'colour'", "map.toml, line 2: “colour” is not known here. Use one of news, "),
        ("tags = 3", "map.toml, line 1: Begin this part with a line of its own: [tags]."),
        ("[pages]\nleave_out = 'x'", 'map.toml, line 2: Write a list of texts: ["…", "…"].'),
        ("other_languages = 'ru'", "map.toml, line 1: “ru” is not known here. "),
        ("[authors]\nzz = {kind = }", "map.toml: this is no TOML. Invalid value (at line 2, column 14)."),
    ],
)
def test_a_mistake_in_a_map_is_told_with_its_line_and_what_was_meant(text: str, told: str, tmp_path: Path):
    assert refusal(text, tmp_path).startswith(told)


def test_all_mistakes_are_told_at_once(tmp_path: Path):
    assert refusal("[topics]\na = {}\nb = {}", tmp_path).count("It has no name") == 2


def test_a_map_that_is_not_there_or_no_text_is_refused(tmp_path: Path):
    with pytest.raises(MapRefused, match="No such file"):
        read_map(tmp_path / "map.toml")
    (tmp_path / "map.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MapRefused, match="not in UTF-8"):
        read_map(tmp_path / "map.toml")


@pytest.mark.parametrize(
    "value", ["3", "true", "1.5", "2026-01-01", "[1]", "[[]]", "{x = 1}", "{x = {x = 1}}", "{x = []}", "''"]
)
@pytest.mark.parametrize("key", [name for name in Map.__struct_fields__ if name != "other_languages"])
def test_a_value_of_another_sort_is_refused_in_its_line(key: str, value: str, tmp_path: Path):
    assert refusal(f"{key} = {value}", tmp_path).startswith("map.toml, line 1: ")


def test_a_map_that_was_drafted_from_the_same_files_has_no_doubts(archive: Archive):
    archive.add(1, "az", a_story("xeberler", creator="declared by no file"))
    assert doubts_of(archive.default, AUTHORS, archive.terms, archive.counts) == []


def test_what_fits_no_file_and_bylines_that_tell_an_account_are_doubtful(archive: Archive):
    rules = Map(
        authors={"mehriban82": AuthorRule(kind="pen", name={"az": "Mehriban"}), "nobody": AuthorRule()},
        categories={"xeberlar": archive.default.categories["xeberler"]},
    )
    told = [finding.what for finding in doubts_of(rules, AUTHORS, archive.terms, archive.counts)]
    assert told == [
        "1 of the map's authors are in no file. Are their account names written as the draft had them?",
        "The map speaks of the category “xeberlar”, which no file has. Did you mean “xeberler”?",
        "The byline “Mehriban” holds the name of an account, or a part of it. Can it be guessed from that?",
    ]
