"""Names of headings: addresses that outlive their words."""

import re
from importlib.resources import files

import pytest

from araz.edition.blocks import Heading, Paragraph
from araz.edition.text import plain
from araz.typesetting.blocks import BodySetting, body_html
from araz.typesetting.headings import article_number, headings_of
from araz.typesetting.html import Setting


def names(*words: str, language: str = "az") -> list[str]:
    return [heading.name for heading in headings_of([Heading(text=plain(text)) for text in words], language)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Maddə 5. Üzvlük", "5"),
        ("MADDƏ 12", "12"),
        ("5-ci maddə. Üzvlük", "5"),
        ("ماده ۵. عضویت", "5"),
        ("مادهٔ ۱۲", "12"),
        ("ماده‌ی ۷", "7"),
        ("مادده ۵", "5"),
        ("اصل ۳", "3"),
        ("Madde 5", "5"),
        ("5. Madde", "5"),
        ("Article 5: Members", "5"),
        ("§ 5", "5"),
        ("5. Members", "5"),
        ("۵. عضولر", "5"),
        ("5) Members", "5"),
        ("5.2. Members", "5.2"),
        ("Maddə 5-1", "5-1"),
        ("Article 5a", "5a"),
    ],
)
def test_a_heading_that_begins_with_the_number_of_an_article_is_named_by_it(words: str, number: str):
    assert article_number(words) == number


@pytest.mark.parametrize("words", ["Maddələr", "2026. Bir il", "5 nəfər", "Article", "Beşinci maddə", "5", "ماده‌ها"])
def test_other_headings_have_no_number(words: str):
    assert article_number(words) == ""


def test_the_words_of_an_article_may_change_and_its_address_stays():
    assert names("Maddə 5. Üzvlük", "Maddə 6. Haqq") == names("Maddə 5. Üzvlər", "MADDƏ 6 – Üzvlük haqqı")
    assert names("Maddə 5. Üzvlük") == names("ماده ۵: عضولوق", language="azb") == ["article-5"]


def test_chapters_with_bare_numbers_do_not_take_the_addresses_of_articles():
    assert names("1. Ümumi müddəalar", "Maddə 1. Ad", "Maddə 2. Yer") == [
        "1-umumi-muddealar",
        "article-1",
        "article-2",
    ]


def test_names_are_made_of_the_words_and_each_is_there_once():
    assert names("Növbə dəftəri", "Növbə dəftəri", "گئجه زالی") == ["novbe-defteri", "novbe-defteri--2", "gece-zali"]
    assert names("Maddə 5", "Maddə 5") == ["article-5", "article-5--2"]
    assert names("!!!", "…") == ["part", "part--2"]


def test_no_heading_takes_a_name_that_its_page_needs():
    template = files("araz.presses.website").joinpath("templates")
    own = {
        name
        for page in ("base.html", "story.html")
        for name in re.findall(r'\bid="([a-z-]+)"', template.joinpath(page).read_text(encoding="utf-8"))
    }
    assert own >= {"content", "fix", "notes-title", "related"}
    assert [name for name in names(*sorted(own), language="en") if name in own] == []
    assert names("Note 1", "Ref 2", "Table 3", "Article five", language="en") == [
        "note-1--2",
        "ref-2--2",
        "table-3--2",
        "article-five--2",
    ]


def test_headings_never_skip_a_level():
    body = (Heading(text=plain("A"), level=3), Paragraph(text=plain("a")), Heading(text=plain("B"), level=3))
    setting = BodySetting(text=Setting(language="az", find=lambda _: ""), up="")
    assert re.findall(r"<h(\d)", body_html(body, setting)) == ["2", "3"]
    assert [heading.level for heading in headings_of(body, "az")] == [2, 3]
