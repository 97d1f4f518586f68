from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from araz.language.calendar_names import GREGORIAN_MONTHS, SOLAR_HIJRI_MONTHS, WEEKDAYS
from araz.language.calendars import (
    clock_time,
    day_and_month,
    gregorian_date,
    gregorian_month,
    iso_date,
    month_name,
    solar_hijri_date,
    solar_hijri_day_and_month,
    solar_hijri_month,
    solar_hijri_months,
    weekday_name,
)
from araz.language.table import LANGUAGE_CODES, UnknownLanguage

NEW_YEARS = Path(__file__).parents[3] / "shared/data/calendar/roozbehp-kabise.txt"
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("language", "gregorian", "solar_hijri"),
    [
        ("az", "24 noyabr 2026, çərşənbə axşamı", "3 azər 1405, çərşənbə axşamı"),
        ("azb", "سه‌شنبه ۲۴ نوامبر ۲۰۲۶", "سه‌شنبه ۳ آذر ۱۴۰۵"),
        ("fa", "سه‌شنبه ۲۴ نوامبر ۲۰۲۶", "سه‌شنبه ۳ آذر ۱۴۰۵"),
        ("tr", "24 Kasım 2026 Salı", "3 Azer 1405 Salı"),
        ("en", "Tuesday 24 November 2026", "Tuesday 3 Azar 1405"),
    ],
)
def test_one_day_is_written_in_both_calendars(language: str, gregorian: str, solar_hijri: str) -> None:
    assert gregorian_date(DAY, language, weekday=True) == gregorian
    assert solar_hijri_date(DAY, language, weekday=True) == solar_hijri


@pytest.mark.parametrize(
    ("day", "language", "written"),
    [
        (date(2025, 3, 26), "en", "Wednesday 6 Farvardin 1404"),
        (date(2012, 12, 12), "en", "Wednesday 22 Azar 1391"),
        (date(1945, 12, 12), "az", "21 azər 1324, çərşənbə"),
        (date(1946, 12, 12), "az", "21 azər 1325, cümə axşamı"),
        (date(1945, 9, 3), "fa", "دوشنبه ۱۲ شهریور ۱۳۲۴"),
    ],
)
def test_days_of_history_fall_where_they_fell(day: date, language: str, written: str) -> None:
    assert solar_hijri_date(day, language, weekday=True) == written


@pytest.mark.parametrize(
    ("year", "new_year"),
    [
        (1304, date(1925, 3, 21)),
        (1342, date(1963, 3, 21)),
        (1375, date(1996, 3, 20)),
        (1399, date(2020, 3, 20)),
        (1403, date(2024, 3, 20)),
        (1404, date(2025, 3, 21)),
        (1408, date(2029, 3, 20)),
        (1409, date(2030, 3, 21)),
    ],
)
def test_the_year_begins_at_the_equinox_and_leap_years_have_a_thirtieth_of_esfand(year: int, new_year: date) -> None:
    assert solar_hijri_date(new_year, "en") == f"1 Farvardin {year}"
    eve = solar_hijri_date(new_year - timedelta(days=1), "en", even_if_old=True)
    assert eve in (f"29 Esfand {year - 1}", f"30 Esfand {year - 1}")
    assert eve.startswith("30") == (year - 1 in (1403, 1408))


@pytest.mark.skipif(
    not NEW_YEARS.is_file(), reason="the authority's list lies beside the project only where it is made"
)
def test_every_new_year_is_the_one_of_the_calendar_authority() -> None:
    rows = [line.split() for line in NEW_YEARS.read_text().splitlines() if not line.startswith("#")]
    assert len(rows) == 293
    for year, day in rows:
        new_year = date.fromisoformat(day)
        assert solar_hijri_date(new_year, "en", even_if_old=True) == f"1 Farvardin {year.strip('*')}"


def test_days_before_the_calendar_was_in_use_have_no_date_in_it_unless_asked() -> None:
    old = date(1900, 1, 1)
    assert solar_hijri_date(old, "en") == ""
    assert solar_hijri_day_and_month(old, "en") == ""
    assert solar_hijri_month(old, "en") == ""
    assert solar_hijri_months(old, "en") == ""
    assert solar_hijri_date(old, "en", even_if_old=True) == "11 Dey 1278"


def test_the_first_and_last_days_that_a_date_can_hold_are_no_trouble() -> None:
    for day in (date.min, date(622, 3, 21), date.max):
        assert solar_hijri_date(day, "az", even_if_old=True) == ""
        assert str(day.year) in gregorian_date(day, "az")


def test_a_month_can_stand_alone() -> None:
    assert gregorian_month(DAY, "az") == "noyabr 2026"
    assert gregorian_month(DAY, "fa") == "نوامبر ۲۰۲۶"
    assert solar_hijri_month(DAY, "az") == "azər 1405"
    assert month_name(5, "azb") == "مئی"


def test_a_corner_has_room_for_day_and_month_only() -> None:
    assert day_and_month(DAY, "az") == "24 noyabr"
    assert solar_hijri_day_and_month(DAY, "azb") == "۳ آذر"


def test_a_gregorian_month_lies_in_two_solar_hijri_months_and_perhaps_two_years() -> None:
    assert solar_hijri_months(DAY, "az") == "aban – azər 1405"
    assert solar_hijri_months(date(2026, 3, 5), "en") == "Esfand 1404 – Farvardin 1405"


def test_a_time_of_day_has_the_digits_of_its_language() -> None:
    assert clock_time(time(9, 30), "az") == "09:30"
    assert clock_time(datetime(2026, 11, 24, 9, 5, tzinfo=UTC), "fa") == "۰۹:۰۵"


def test_machines_read_the_same_date_in_every_language() -> None:
    assert iso_date(date(985, 1, 2)) == "0985-01-02"


def test_every_language_has_all_months_and_days_by_different_names() -> None:
    for names, count in ((GREGORIAN_MONTHS, 12), (SOLAR_HIJRI_MONTHS, 12), (WEEKDAYS, 7)):
        assert tuple(names) == LANGUAGE_CODES
        assert {len(set(row)) for row in names.values()} == {count}


def test_a_language_outside_the_table_is_refused() -> None:
    for write in (gregorian_date, solar_hijri_date, day_and_month, solar_hijri_month, weekday_name):
        with pytest.raises(UnknownLanguage):
            write(DAY, "de")
    with pytest.raises(UnknownLanguage):
        clock_time(time(9, 30), "de")
