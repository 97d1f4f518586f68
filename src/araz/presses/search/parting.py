"""How the stories of a language are parted into segments, by the month of their first publication.

A segment is what is printed anew when one of its stories changes, and what a browser has to look into besides the others.
So the newest year has small ones and closed years large ones: a year is closed when the language has a story of a later
one. A year with few stories is one segment; one with more is parted into quarters, a long quarter into months, and a long
month by its days. All this follows from the numbers of stories alone, never from a clock.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from araz.edition.names import Month
from araz.presses.search.segments import THIRDS, Segment, chain, third_of, year_of

STORIES_OF_A_BLOCK: Final = 32
MOST_SHARDS: Final = 128

Counts = Mapping[Month, int]  # stories of a language in each month that has some


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """How many stories belong together."""

    of_newest_year: int = 100  # in one segment
    of_closed_year: int = 1500
    of_a_shard: int = 16  # about 32 kB of words

    def segments(self, counts: Counts) -> Iterator[tuple[Segment, int]]:
        """Yield the segments, newest first, each with its number of stories: exact, but for thirds of a month."""
        for year, months in groupby(sorted(counts, reverse=True), key=lambda month: month[:4]):
            yield from _parted(year_of(year), tuple(months), counts, self._limit(counts, year))

    def shards(self, stories: int) -> int:
        """Return over how many files the words of so many stories are spread."""
        return min(MOST_SHARDS, 1 << max(0, (stories - 1) // self.of_a_shard).bit_length())

    def touched(self, counts: Counts, changes: Iterable[tuple[Month, int]]) -> tuple[Segment, ...]:
        """Return the segments that changes of stories may have altered: rather more than fewer. A change is month and day.

        What the numbers were before is not known; they differ from the present ones by the changes at most.
        """
        found: dict[Segment, None] = {}
        by_month: dict[Month, int] = {}
        for month, day in changes:
            *whole, of_month = chain(month)
            found |= dict.fromkeys((*whole, of_month, of_month.parts()[third_of(day) - 1]))
            by_month[month] = by_month.get(month, 0) + 1
        for month, number in by_month.items():
            stories = counts.get(month, 0)
            if self.shards(_of_third(stories - number)) != self.shards(_of_third(stories + number)):
                found |= dict.fromkeys(chain(month)[-1].parts())
        for year in self._parted_otherwise(counts, by_month):
            for month in _of_year(counts, year):
                found |= dict.fromkeys((*chain(month), *chain(month)[-1].parts()))
        return tuple(found)

    def _limit(self, counts: Counts, year: str) -> int:
        return self.of_newest_year if year == max(counts)[:4] else self.of_closed_year

    def _parted_otherwise(self, counts: Counts, by_month: Mapping[Month, int]) -> Iterator[str]:
        """Yield the years that may have been parted in another way before so many changes."""
        years = sorted({month[:4] for month in counts}, reverse=True)
        if not years or not by_month:
            return
        if max(by_month)[:4] > years[0]:  # a later year lost all its stories: this one is open again
            yield years[0]
        if len(years) > 1 and _size(counts, years[0]) <= _size(by_month, years[0]):  # the newest has just begun
            yield years[1]
        for year in years:
            by, limit = _size(by_month, year), self._limit(counts, year)
            parts = {part for month in _of_year(counts, year) for part in chain(month)}
            sizes = (sum(counts.get(month, 0) for month in part.months) for part in parts)
            if by and any(limit - by < size <= limit + by for size in sizes):
                yield year


def blocks(stories: int) -> int:
    """Return in how many files the headlines of so many stories stand."""
    return -(-stories // STORIES_OF_A_BLOCK)


def months_of(counted: Iterable[tuple[Month, int]]) -> dict[Month, int]:
    """Add up the stories of several lists by month."""
    counts: dict[Month, int] = {}
    for month, stories in counted:
        counts[month] = counts.get(month, 0) + stories
    return counts


def _parted(segment: Segment, months: tuple[Month, ...], counts: Counts, limit: int) -> Iterator[tuple[Segment, int]]:
    """Yield the segment if it is small enough, else what it is parted into. `months` are those with stories."""
    stories = sum(counts[month] for month in months)
    if stories <= limit:
        yield segment, stories
    elif len(segment.months) == 1:
        yield from ((third, _of_third(stories)) for third in reversed(segment.parts()))
    else:
        for part in reversed(segment.parts()):
            if inside := tuple(month for month in months if month in part.months):
                yield from _parted(part, inside, counts, limit)


def _of_third(stories_of_month: int) -> int:
    """About how many stories a third of a month has: what is told of it must not need the stories themselves."""
    return -(-max(0, stories_of_month) // len(THIRDS))


def _of_year(counts: Counts, year: str) -> dict[Month, int]:
    return {month: stories for month, stories in counts.items() if month[:4] == year}


def _size(counts: Counts, year: str) -> int:
    return sum(_of_year(counts, year).values())
