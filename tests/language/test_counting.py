import pytest

from araz.language.counting import plural_form, reading_minutes
from araz.language.table import LANGUAGE_CODES, UnknownLanguage


def test_one_is_one_and_everything_else_is_other() -> None:
    assert [plural_form(count, "az") for count in (0, 1, 2, 11, 21)] == ["other", "one", "other", "other", "other"]


def test_persian_counts_nothing_as_one() -> None:
    assert plural_form(0, "fa") == "one"
    assert plural_form(0, "azb") == "other"


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_started_minute_counts(language: str) -> None:
    assert reading_minutes(0, language) == 0
    assert reading_minutes(1, language) == 1
    assert 4 <= reading_minutes(1000, language) <= 7


def test_a_language_outside_the_table_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        plural_form(1, "de")
