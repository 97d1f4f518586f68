"""Into which segments the stories of a language are parted, by the month of their first publication.

A segment is what is printed anew when one of its stories changes, and what a browser has to look into besides the others.
So the newest year has small ones and closed years large ones: a year is closed when the language has a story of a later
one. A year with few stories is one segment; one with more is parted into quarters, a long quarter into months, and a long
month by its days. Which segments there are follows from the numbers of stories alone, never from a clock.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from araz.edition.names import Month

IN_NEWEST_YEAR: Final = 100  # stories of a segment
IN_CLOSED_YEAR: Final = 1500
STORIES_OF_A_SHARD: Final = 16
STORIES_OF_A_BLOCK: Final = 32
MOST_SHARDS: Final = 128
THIRDS: Final = (1, 2, 3)  # days 1-10, 11-20, 21-31

Counts = Mapping[Month, int]  # stories of a language in each month that has some


@dataclass(frozen=True, slots=True)
class Segment:
    """A year, a quarter, a month or a third of one. `name` is `2025`, `2025-q2`, `2025-04` or `2025-04-3`."""

    name: str
    months: tuple[Month, ...]
    third: int = 0

    @property
    def year(self) -> str:
        return self.name[:4]


def segments(counts: Counts) -> Iterator[tuple[Segment, int]]:
    """Yield the segments of a language, newest first, each with about how many stories it has (exactly, but of thirds)."""
    newest = max(counts, default=Month(""))[:4]
    for year, months in groupby(sorted(counts, reverse=True), key=lambda month: month[:4]):
        limit = IN_NEWEST_YEAR if year == newest else IN_CLOSED_YEAR
        yield from _parted(_year(year), tuple(months), counts, limit)


def _parted(segment: Segment, months: tuple[Month, ...], counts: Counts, limit: int) -> Iterator[tuple[Segment, int]]:
    """Yield the segment if it is small enough, else what it is parted into. `months` are those with stories."""
    stories = sum(counts[month] for month in months)
    if stories <= limit:
        yield segment, stories
    elif len(segment.months) == 1:
        yield from ((third, _of_third(stories)) for third in reversed(_thirds(segment.months[0])))
    else:
        for part in reversed(_parts(segment)):
            if inside := tuple(month for month in months if month in part.months):
                yield from _parted(part, inside, counts, limit)


def possible(month: Month, thirds: Iterable[int] = THIRDS) -> tuple[Segment, ...]:
    """Return the segments in which stories of a month, or of thirds of it, may stand, whatever the numbers are."""
    year = _year(month[:4])
    quarter = next(part for part in _parts(year) if month in part.months)
    return (year, quarter, _month(month), *(_thirds(month)[third - 1] for third in thirds))


def named(name: str) -> Segment:
    """Return the segment of that name."""
    year, _, rest = name.partition("-")
    if not rest:
        return _year(year)
    if rest.startswith("q"):
        return _parts(_year(year))[int(rest[1]) - 1]
    month, _, third = rest.partition("-")
    return _thirds(Month(f"{year}-{month}"))[int(third) - 1] if third else _month(Month(f"{year}-{month}"))


def touched(counts: Counts, changes: Iterable[tuple[Month, int]]) -> tuple[Segment, ...]:
    """Return the segments that changes of stories may have altered: rather more than fewer. A change is month and day.

    What the numbers were before is not known; they differ from the present ones by the changes at most.
    """
    found: dict[Segment, None] = {}
    by_month: dict[Month, int] = {}
    for month, day in changes:
        found |= dict.fromkeys(possible(month, (third_of(day),)))
        by_month[month] = by_month.get(month, 0) + 1
    for month, number in by_month.items():
        stories = counts.get(month, 0)
        if _shards_of_third(stories - number) != _shards_of_third(stories + number):
            found |= dict.fromkeys(_thirds(month))
    for year in _parted_otherwise(counts, by_month):
        found |= dict.fromkeys(segment for month in _of_year(counts, year) for segment in possible(month))
    return tuple(found)


def _parted_otherwise(counts: Counts, by_month: Mapping[Month, int]) -> Iterator[str]:
    """Yield the years that may have been parted in another way before so many changes."""
    years = sorted({month[:4] for month in counts}, reverse=True)
    by_year = months_of((Month(month[:4]), number) for month, number in by_month.items())
    if years and by_year and max(by_year) > years[0]:  # a later year lost all its stories: this one is open again
        yield years[0]
    newest = sum(_of_year(counts, years[0]).values()) if years else 0
    if len(years) > 1 and newest <= by_year.get(Month(years[0]), 0):  # the newest year has just begun
        yield years[1]
    for year in years:
        limit = IN_NEWEST_YEAR if year == years[0] else IN_CLOSED_YEAR
        if by := by_year.get(Month(year), 0):
            parts = {part for month in _of_year(counts, year) for part in possible(month, ())}
            sizes = (sum(counts.get(month, 0) for month in part.months) for part in parts)
            if any(limit - by < size <= limit + by for size in sizes):
                yield year


def _of_year(counts: Counts, year: str) -> dict[Month, int]:
    return {month: stories for month, stories in counts.items() if month[:4] == year}


def shards(stories: int) -> int:
    """Return over how many files the words of so many stories are spread: about 32 kB each."""
    return min(MOST_SHARDS, 1 << max(0, (stories - 1) // STORIES_OF_A_SHARD).bit_length())


def blocks(stories: int) -> int:
    """Return in how many files the headlines of so many stories stand."""
    return -(-stories // STORIES_OF_A_BLOCK)


def _of_third(stories_of_month: int) -> int:
    """About how many stories a third of a month has: what is told of it must not need the stories themselves."""
    return -(-max(0, stories_of_month) // len(THIRDS))


def _shards_of_third(stories_of_month: int) -> int:
    return shards(_of_third(stories_of_month))


def _year(year: str) -> Segment:
    return Segment(year, tuple(Month(f"{year}-{number:02d}") for number in range(1, 13)))


def _parts(segment: Segment) -> tuple[Segment, ...]:
    """The quarters of a year, the months of a quarter."""
    if len(segment.months) == 3:
        return tuple(_month(month) for month in segment.months)
    return tuple(
        Segment(f"{segment.year}-q{1 + start // 3}", segment.months[start : start + 3]) for start in range(0, 12, 3)
    )


def _month(month: Month) -> Segment:
    return Segment(month, (month,))


def _thirds(month: Month) -> tuple[Segment, ...]:
    return tuple(Segment(f"{month}-{third}", (month,), third) for third in THIRDS)


def third_of(day: int) -> int:
    """Return in which third of its month a day lies."""
    return min(THIRDS[-1], (day + 9) // 10)


def months_of(counted: Iterable[tuple[Month, int]]) -> dict[Month, int]:
    """Add up the stories of several lists by month."""
    counts: dict[Month, int] = {}
    for month, stories in counted:
        counts[month] = counts.get(month, 0) + stories
    return counts
