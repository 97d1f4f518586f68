"""Stories by their day, which carries both calendars."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby

from minijinja import safe

from araz.edition.names import Month
from araz.edition.story import Teaser
from araz.language.calendars import (
    day_and_month,
    gregorian_date,
    gregorian_month,
    solar_hijri_date,
    solar_hijri_day_and_month,
    solar_hijri_months,
    weekday_name,
)
from araz.language.case import capitalize_first
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.teasers import in_list
from araz.typesetting.words import counted


def days_of(
    room: PrintRoom, teasers: Iterable[Teaser], code: str, spot: Spot, *, with_year: bool = False
) -> list[Context]:
    """Teasers by their day; with the year where days of several may stand."""
    return [
        heading(day, code, with_year=with_year)
        | {"stories": safe("\n".join(in_list(room, teaser, spot) for teaser in group))}
        for day, group in by_day(room, teasers)
    ]


def by_day(room: PrintRoom, teasers: Iterable[Teaser]) -> Iterator[tuple[date, Iterator[Teaser]]]:
    return groupby(teasers, key=lambda teaser: room.day(teaser.published_at))


@lru_cache(maxsize=8192)
def heading(day: date, code: str, *, with_year: bool = False) -> Context:
    """What stands above the stories of a day."""
    return {
        "iso": day.isoformat(),
        "weekday": capitalize_first(weekday_name(day, code), code),
        "gregorian": gregorian_date(day, code) if with_year else day_and_month(day, code),
        "solar": solar_hijri_date(day, code) if with_year else solar_hijri_day_and_month(day, code),
    }


@lru_cache(maxsize=8192)
def month_in_list(month: Month, stories: int, code: str) -> Context:
    """What stands in a list of months: they are many, and all but the newest say what they said before."""
    return {"month": month, "count": counted("stories", stories, code)} | month_names(month, code)


@lru_cache(maxsize=8192)
def month_names(month: Month, code: str) -> dict[str, str]:
    """What a month is called in both calendars."""
    first = date.fromisoformat(f"{month}-01")
    return {
        "name": capitalize_first(gregorian_month(first, code), code),
        "inside": gregorian_month(first, code),  # as it is written inside a sentence
        "solar": solar_hijri_months(first, code),
    }
