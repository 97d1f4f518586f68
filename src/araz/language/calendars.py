"""Dates as readers read them, Gregorian and Solar Hijri. Conversion only ever goes from a Gregorian day."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from persiantools.jdatetime import JalaliDate

from araz.language import table
from araz.language.calendar_names import (
    GREGORIAN_MONTHS,
    MONTH_AND_MONTH,
    SOLAR_HIJRI_MONTHS,
    WEEKDAYS,
    WITH_WEEKDAY,
)
from araz.language.digits import in_digits

SOLAR_HIJRI_SINCE: Final = date(1925, 3, 21)  # 1 Farvardin 1304: from then on the calendar of the state
_FIRST_DAY: Final = date(622, 3, 22)
_LAST_YEAR: Final = 9996  # beyond it the conversion has no year to give


def gregorian_date(day: date, language: str, *, weekday: bool = False) -> str:
    """Return "24 noyabr 2026", or "24 noyabr 2026, çərşənbə axşamı" with the weekday."""
    written = f"{day_and_month(day, language)} {in_digits(day.year, language)}"
    return _with_weekday(written, day, language) if weekday else written


def day_and_month(day: date, language: str) -> str:
    """Return "24 noyabr"."""
    table.language(language)
    return f"{in_digits(day.day, language)} {GREGORIAN_MONTHS[language][day.month - 1]}"


@lru_cache(maxsize=8192)
def gregorian_month(day: date, language: str) -> str:
    """Return the month of the day with its year: "noyabr 2026". A heading may want it through `capitalize_first`."""
    return f"{month_name(day.month, language)} {in_digits(day.year, language)}"


def month_name(month: int, language: str) -> str:
    """Return the name of a Gregorian month, 1 for January."""
    table.language(language)
    return GREGORIAN_MONTHS[language][month - 1]


def weekday_name(day: date, language: str) -> str:
    table.language(language)
    return WEEKDAYS[language][day.weekday()]


def solar_hijri_date(day: date, language: str, *, weekday: bool = False, even_if_old: bool = False) -> str:
    """Return "3 azər 1405"; empty before 21 March 1925, when the calendar was not yet in use, unless asked for."""
    if not _has_solar_hijri(day, even_if_old=even_if_old):
        return ""
    written = f"{_solar_hijri_day_and_month(day, language)} {in_digits(_solar_hijri(day)[0], language)}"
    return _with_weekday(written, day, language) if weekday else written


def solar_hijri_day_and_month(day: date, language: str) -> str:
    """Return "3 azər"; empty before 21 March 1925."""
    return _solar_hijri_day_and_month(day, language) if _has_solar_hijri(day) else ""


def solar_hijri_month(day: date, language: str) -> str:
    """Return the Solar Hijri month in which the day lies, "azər 1405"; empty before 21 March 1925."""
    if not _has_solar_hijri(day):
        return ""
    year, month, _day = _solar_hijri(day)
    return f"{solar_hijri_month_name(month, language)} {in_digits(year, language)}"


def solar_hijri_month_name(month: int, language: str) -> str:
    """Return the name of a Solar Hijri month, 1 for Farvardin."""
    table.language(language)
    return SOLAR_HIJRI_MONTHS[language][month - 1]


@lru_cache(maxsize=8192)
def solar_hijri_months(day: date, language: str) -> str:
    """Return what the day's whole Gregorian month is called: "aban – azər 1405"; empty if it began before 1925-03-21."""
    first = day.replace(day=1)
    if not _has_solar_hijri(first):
        return ""
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    (year, month, _), (last_year, _month, _) = _solar_hijri(first), _solar_hijri(last)
    begins = solar_hijri_month_name(month, language) if year == last_year else solar_hijri_month(first, language)
    return MONTH_AND_MONTH[language].format(first=begins, second=solar_hijri_month(last, language))


def solar_hijri_years(year: int, language: str) -> str:
    """Return the Solar Hijri years in which a Gregorian one lies, "1404 – 1405"; empty before 1926."""
    first = date(year, 1, 1)
    if not _has_solar_hijri(first):
        return ""
    begins = _solar_hijri(first)[0]
    return MONTH_AND_MONTH[language].format(first=in_digits(begins, language), second=in_digits(begins + 1, language))


def clock_time(moment: time | datetime, language: str) -> str:
    """Return "09:30" of a time or a datetime, as it stands: the caller brings it into the paper's time zone."""
    return in_digits(f"{moment.hour:02d}:{moment.minute:02d}", language)


def iso_date(day: date) -> str:
    """Return "2026-11-24", for machines: in ASCII digits whatever the language."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _with_weekday(written: str, day: date, language: str) -> str:
    return WITH_WEEKDAY[language].format(date=written, weekday=weekday_name(day, language))


def _solar_hijri_day_and_month(day: date, language: str) -> str:
    _year, month, month_day = _solar_hijri(day)
    return f"{in_digits(month_day, language)} {solar_hijri_month_name(month, language)}"


def _has_solar_hijri(day: date, *, even_if_old: bool = False) -> bool:
    since = _FIRST_DAY if even_if_old else SOLAR_HIJRI_SINCE
    return (since.year, since.month, since.day) <= (day.year, day.month, day.day) and day.year <= _LAST_YEAR


@lru_cache(maxsize=20_000)  # a long archive's days and months stand on many pages
def _solar_hijri(day: date) -> tuple[int, int, int]:
    converted = JalaliDate(day)
    return converted.year, converted.month, converted.day
