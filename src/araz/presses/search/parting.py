"""How the stories of a language are parted into segments, by the month of their first publication.

A segment is what is printed anew when one of its stories changes, and what a browser has to look into besides the others.
So the newest year has small ones and closed years large ones: a year is closed when the language has a story of a later
one. Five years of which none is the newest are one segment if they have few stories; with more they are parted into
years, a long year into quarters, a long quarter into months, and a long month by its days. All this follows from the
numbers of stories alone, never from a clock.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from araz.edition.names import Month
from araz.presses.search.segments import THIRDS, Segment, chain, five_years_of, third_of, year_of

STORIES_OF_A_BLOCK: Final = 32
MOST_SHARDS: Final = 128

Counts = Mapping[Month, int]  # stories of a language in each month that has some


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """How many stories belong together."""

    of_newest_year: int = 100  # in one segment
    of_closed_years: int = 1500
    of_a_shard: int = 32  # of these the words are 20 to 40 kB

    def segments(self, counts: Counts) -> Iterator[tuple[Segment, int]]:
        """Yield the segments, newest first, each with its number of stories: exact, but for thirds of a month."""
        newest = max(counts, default="")[:4]
        for _, months in groupby(sorted(counts, reverse=True), key=lambda month: five_years_of(month).name):
            inside = tuple(months)
            five = five_years_of(inside[0])
            if year_of(newest) not in five.parts():
                yield from _parted(five, inside, counts, self.of_closed_years)
                continue
            for year, of_year in groupby(inside, key=lambda month: month[:4]):
                limit = self.of_newest_year if year == newest else self.of_closed_years
                yield from _parted(year_of(year), tuple(of_year), counts, limit)

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
            found |= dict.fromkeys((*chain(month), chain(month)[-1].parts()[third_of(day) - 1]))
            by_month[month] = by_month.get(month, 0) + 1
        for month, number in by_month.items():
            stories = counts.get(month, 0)
            if self.shards(_of_third(stories - number)) != self.shards(_of_third(stories + number)):
                found |= dict.fromkeys(chain(month)[-1].parts())
        for five in self._parted_otherwise(counts, by_month):
            for month in counts:
                if chain(month)[0] == five:
                    found |= dict.fromkeys((*chain(month), *chain(month)[-1].parts()))
        return tuple(found)

    def _parted_otherwise(self, counts: Counts, by_month: Mapping[Month, int]) -> Iterator[Segment]:
        """Yield the fives of years that may have been parted in another way before so many changes."""
        years = sorted({month[:4] for month in counts}, reverse=True)
        if not years or not by_month:
            return
        if max(by_month)[:4] > years[0]:  # a later year lost all its stories: this one is open again
            yield five_years_of(years[0])
        for year, before in pairwise(years):
            if _size(counts, year_of(year)) > _size(by_month, year_of(year)):
                break
            yield five_years_of(before)  # which may have been the newest: all stories of later years have just come
        for part in {part for month in counts for part in chain(month)}:
            limit = self.of_newest_year if part.name[:4] == years[0] else self.of_closed_years
            by = _size(by_month, chain(part.months[0])[0])
            if by and limit - by < _size(counts, part) <= limit + by:
                yield five_years_of(part.name)


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


def _size(counts: Counts, segment: Segment) -> int:
    return sum(counts.get(month, 0) for month in segment.months)
