from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.language.digits import ascii_digits, in_digits, number, percent
from araz.language.table import UnknownLanguage


def test_years_are_written_whole_in_the_digits_of_the_language() -> None:
    assert [in_digits(1405, language) for language in ("az", "azb", "fa", "tr", "en")] == [
        "1405",
        "۱۴۰۵",
        "۱۴۰۵",
        "1405",
        "1405",
    ]
    assert in_digits("saat 9, ٣ və ۴", "fa") == "saat ۹, ۳ və ۴"


def test_latin_languages_keep_the_digits_of_the_text() -> None:
    assert in_digits("۱۲ və 12", "az") == "۱۲ və 12"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("az", "1.234.567,5"),
        ("azb", "۱٬۲۳۴٬۵۶۷٫۵"),
        ("fa", "۱٬۲۳۴٬۵۶۷٫۵"),
        ("tr", "1.234.567,5"),
        ("en", "1,234,567.5"),
    ],
)
def test_large_numbers_are_grouped(language: str, written: str) -> None:
    assert number(Decimal("1234567.5"), language, decimals=1) == written


def test_a_minus_sign_stays_left_of_its_number_in_both_directions() -> None:
    assert number(-5, "az") == "-5"
    assert number(-5, "fa") == "\u200e-۵"


@pytest.mark.parametrize(
    ("language", "written"), [("az", "45,5%"), ("azb", "۴۵٫۵٪"), ("fa", "۴۵٫۵٪"), ("tr", "%45,5"), ("en", "45.5%")]
)
def test_percent_has_its_sign_on_the_side_of_the_language(language: str, written: str) -> None:
    assert percent(45.5, language, decimals=1) == written


@given(st.integers(min_value=0))
def test_persian_digits_can_be_read_back(value: int) -> None:
    assert int(ascii_digits(in_digits(value, "azb"))) == value


@pytest.mark.parametrize("write", [in_digits, number, percent])
def test_a_language_outside_the_table_is_refused(write: object) -> None:
    assert callable(write)
    with pytest.raises(UnknownLanguage):
        write(5, "de")
