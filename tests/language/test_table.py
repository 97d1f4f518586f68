import pytest

from araz.language import LANGUAGE_CODES, LANGUAGES, UnknownLanguage, language


def test_the_five_languages_stand_in_the_order_of_the_house() -> None:
    assert LANGUAGE_CODES == ("az", "azb", "fa", "tr", "en")


def test_the_two_arabic_scripts_run_from_right_to_left_and_have_persian_digits() -> None:
    right_to_left = {code for code, row in LANGUAGES.items() if row.is_rtl}
    assert right_to_left == {"azb", "fa"}
    assert {code for code, row in LANGUAGES.items() if row.script == "arabic"} == right_to_left
    assert {code for code, row in LANGUAGES.items() if row.digits == "۰۱۲۳۴۵۶۷۸۹"} == right_to_left


def test_crawlers_are_told_a_code_of_two_letters() -> None:
    assert language("azb").hreflang == "az-Arab"
    assert language("azb").html_tag == "azb"
    assert all(len(row.hreflang.split("-")[0]) == 2 for row in LANGUAGES.values())


def test_a_language_outside_the_table_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnknownLanguage, match=r"no language “de”.*Use one of az, azb, fa, tr, en, or add a row"):
        language("de")


def test_a_quote_in_a_quote_has_the_inner_marks() -> None:
    assert language("azb").quoted("سؤز") == "«سؤز»"
    assert language("fa").quoted("او «نه» گفت") == "‹او «نه» گفت›"
