"""The segments that the stories of a language may stand in: five years, a year, a quarter, a month or a third of one."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from araz.edition.names import Month

YEAR_DIGITS: Final = 4
YEARS: Final = 5  # in a row: 2020 to 2024
THIRDS: Final = (1, 2, 3)  # days 1-10, 11-20, 21-31


@dataclass(frozen=True, slots=True)
class Segment:
    """`name` is `2020-2024`, `2025`, `2025-q2`, `2025-04` or `2025-04-3`, as its folder is named."""

    name: str
    months: tuple[Month, ...]
    third: int = 0

    def parts(self) -> "tuple[Segment, ...]":
        """The years of five, the quarters of a year, the months of a quarter, the thirds of a month."""
        if len(self.months) == 1:
            return tuple(Segment(f"{self.name}-{third}", self.months, third) for third in THIRDS)
        if len(self.months) == 3:
            return tuple(Segment(month, (month,)) for month in self.months)
        if len(self.months) == 12:
            quarters = enumerate(range(0, 12, 3), 1)
            return tuple(Segment(f"{self.name}-q{number}", self.months[at : at + 3]) for number, at in quarters)
        return tuple(year_of(self.months[start]) for start in range(0, len(self.months), 12))


def five_years_of(month: str) -> Segment:
    """Return the five years to which a month, or its year, belongs."""
    first = int(month[:4]) // YEARS * YEARS
    last = first + YEARS - 1
    months = (month for year in range(first, last + 1) for month in _months_of(f"{year:04d}"))
    return Segment(f"{first:04d}-{last:04d}", tuple(months))


def year_of(month: str) -> Segment:
    """Return the year of a month, as one segment."""
    return Segment(month[:4], _months_of(month[:4]))


def _months_of(year: str) -> tuple[Month, ...]:
    return tuple(Month(f"{year}-{number:02d}") for number in range(1, 13))


@lru_cache(maxsize=1024)
def chain(month: Month) -> tuple[Segment, Segment, Segment, Segment]:
    """Return the five years, the year, the quarter and the month itself: segments in which all its stories may stand."""
    year = year_of(month)
    quarter = next(part for part in year.parts() if month in part.months)
    return five_years_of(month), year, quarter, Segment(month, (month,))


def named(name: str) -> Segment:
    """Return the segment of that name."""
    year, _, rest = name.partition("-")
    if not rest:
        return year_of(year)
    if rest.isdecimal() and len(rest) == YEAR_DIGITS:
        return five_years_of(year)
    if rest.startswith("q"):
        return year_of(year).parts()[int(rest[1]) - 1]
    number, _, third = rest.partition("-")
    month = Segment(f"{year}-{number}", (Month(f"{year}-{number}"),))
    return month.parts()[int(third) - 1] if third else month


def third_of(day: int) -> int:
    """Return in which third of its month a day lies."""
    return min(THIRDS[-1], (day + 9) // 10)
