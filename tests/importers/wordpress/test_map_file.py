import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.importers.wordpress.export import Author, Item, TermUse
from araz.importers.wordpress.mapping import Counts, Map, MapRefused, default_map, draft_map, read_map
from araz.importers.wordpress.terms import Terms
from tests.importers.wordpress.small_archive import Archive, read


@pytest.fixture
def archive() -> Archive:
    return Archive()


def refusal(text: str, folder: Path) -> str:
    with pytest.raises(MapRefused) as refused:
        read(text, folder)
    return str(refused.value)


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
        (f"[topics]\nsu = {{az = '{'Su' * 101}'}}", "map.toml, line 2: The name is longer than 200 letters."),
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
        ("[authors]\nzz = {kind = }", "map.toml, line 2: this is no TOML. Invalid value, at character 14. Compare"),
        ("[authors]\n“zz” = {kind = 'pen'}", 'map.toml, line 2: the quote “ is curly. Write a straight one (").'),
        (
            "[authors]\nzz = {kind = 'pen', name = {az = »Su«}}",
            'map.toml, line 2: the quote » is curly. Write a straight one (").',
        ),
        ("[authors]\nzz = {kind = “pen}", "map.toml, line 2: the quote “ is curly."),
        ('[authors]\nzz = {kind = "pen", name = {az = "“Su”"}', "map.toml: this is no TOML. Unclosed inline table"),
        ("[authors.zz]\n[authors.zz]", "map.toml, line 2: this is no TOML. Cannot declare twice, at character 12."),
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
