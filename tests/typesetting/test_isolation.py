"""What runs from left to right inside of a text that runs the other way."""

import pytest

from araz.edition.text import Run, plain
from araz.language.direction import closed
from araz.typesetting.html import Setting, inline_html, text_html
from araz.typesetting.isolation import isolated

AZB = Setting(language="azb", find=lambda _: "")
AZ = Setting(language="az", find=lambda _: "")


def parts(text: str) -> list[str]:
    return [part.partition("</bdi>")[0] for part in isolated(text).split('<bdi dir="ltr">')[1:]]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("تلفون: ۰۲۱-۱۲۳۴-۵۶۷۸، آخشام", ["۰۲۱-۱۲۳۴-۵۶۷۸"]),
        ("تلفون +98 21 1234 5678.", ["+98 21 1234 5678"]),
        ("کیتاب ISBN 978-0-00-000000-2 دیر", ["ISBN 978-0-00-000000-2"]),
        ("شابک ۹۷۸-۰-۰۰-۰۰۰۰۰۰-۲", ["۹۷۸-۰-۰۰-۰۰۰۰۰۰-۲"]),
        ("گئجه −۷ درجه، گوندوز +۲°.", ["−۷", "+۲°"]),
        ("(https://araz.example/az/)، www.araz.example.", ["https://araz.example/az/", "www.araz.example"]),
        ("یازین: info@araz.example، سونرا", ["info@araz.example"]),
        ("تاریخ 2026-11-24 دیر", ["2026-11-24"]),
        ("۱۲ km، 5G و C++", ["۱۲ km", "5G", "C++"]),
        ("@araz_news و #su", ["@araz_news", "#su"]),
        ("12 140 قوش", ["12 140"]),
    ],
)
def test_telephone_numbers_addresses_and_signed_numbers_keep_their_order(text: str, kept: list[str]):
    assert parts(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "۱۰-۲۰ یاش، ۱۹۴۱-۱۹۴۶ ایللری",  # from right to left the first stands first, as it is read
        "۱۰۴-و ۲۲:۰۰-دان ۶:۰۰-یا قدر",
        "٪۴۵، ۱۲٬۱۴۰ و ۹۴٫۷",
        "۱۴۰۵/۰۹/۰۳ اوست-اوسته",
        "Koha پروقرامی (Linux)",
    ],
)
def test_what_the_sentence_orders_rightly_is_left_alone(text: str):
    assert isolated(text) == text


def test_markup_inside_and_outside_of_what_is_isolated_is_escaped():
    assert isolated("<b> https://a.example/?x=1&y=2 </b>") == (
        '&lt;b&gt; <bdi dir="ltr" class="long">https://a.example/?x=1&amp;y=2</bdi> &lt;/b&gt;'
    )


def test_only_texts_from_right_to_left_are_searched():
    assert text_html(plain("Gecə −7°, tel. 021-1234-5678"), AZ) == "Gecə −7°, tel. 021-1234-5678"
    assert text_html((Run(text="دما −۷"), Run(text=" A")), AZB).startswith('دما <bdi dir="ltr">')
    assert text_html((Run(text="دما −۷", language="fa"),), AZ).count('<bdi dir="ltr">−۷</bdi>') == 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\u202eb", "ab"),
        ("a\u2067b", "ab"),
        ("a\u2069b", "ab"),
        ("a\u2067b\u2069c", "a\u2067b\u2069c"),
        ("\u2066\u2067a\u2069", "\u2067a\u2069"),
        ("a\u202bb\u202c\u2068", "ab"),
        ("a\u200eb\u200fc\u200cd", "a\u200eb\u200fc\u200cd"),
    ],
)
def test_a_closed_text_turns_nothing_beside_it(text: str, left: str):
    assert closed(text) == left


def test_a_phrase_in_another_language_holds_what_it_opens():
    html = text_html((Run(text="ad\u2067", language="en"), Run(text=" son")), AZB)
    assert html == '<bdi lang="en" dir="ltr">ad</bdi> son'
    assert inline_html(plain("səhv\u202e idi"), AZ) == "səhv idi"
