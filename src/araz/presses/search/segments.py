"""The segments that the stories of a language may stand in: a year, a quarter, a month or a third of one."""

from dataclasses import dataclass
from typing import Final

from araz.edition.names import Month

THIRDS: Final = (1, 2, 3)  # days 1-10, 11-20, 21-31


@dataclass(frozen=True, slots=True)
class Segment:
    """`name` is `2025`, `2025-q2`, `2025-04` or `2025-04-3`, as its folder is named."""

    name: str
    months: tuple[Month, ...]
    third: int = 0

    @property
    def year(self) -> str:
        return self.name[:4]

    def parts(self) -> "tuple[Segment, ...]":
        """The quarters of a year, the months of a quarter, the thirds of a month."""
        if len(self.months) == 1:
            return tuple(Segment(f"{self.name}-{third}", self.months, third) for third in THIRDS)
        if len(self.months) == 3:
            return tuple(Segment(month, (month,)) for month in self.months)
        return tuple(
            Segment(f"{self.year}-q{1 + start // 3}", self.months[start : start + 3]) for start in range(0, 12, 3)
        )


def year_of(month: str) -> Segment:
    """Return the year of a month, as one segment."""
    year = month[:4]
    return Segment(year, tuple(Month(f"{year}-{number:02d}") for number in range(1, 13)))


def chain(month: Month) -> tuple[Segment, Segment, Segment]:
    """Return the year, the quarter and the month itself: whole segments in which its stories may stand."""
    year = year_of(month)
    quarter = next(part for part in year.parts() if month in part.months)
    return year, quarter, Segment(month, (month,))


def named(name: str) -> Segment:
    """Return the segment of that name."""
    year, _, rest = name.partition("-")
    if not rest:
        return year_of(year)
    if rest.startswith("q"):
        return year_of(year).parts()[int(rest[1]) - 1]
    number, _, third = rest.partition("-")
    month = Segment(f"{year}-{number}", (Month(f"{year}-{number}"),))
    return month.parts()[int(third) - 1] if third else month


def third_of(day: int) -> int:
    """Return in which third of its month a day lies."""
    return min(THIRDS[-1], (day + 9) // 10)
