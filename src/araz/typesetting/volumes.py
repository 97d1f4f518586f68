"""Where volumes lie, and about how large they are: what pages say that lead to them.

A volume is one file that holds stories and needs no other: for readers whose phones open a file but not its neighbours.
The sizes are reckoned and not measured, since a page must not wait for a file that is made after it.
"""

from datetime import date
from functools import cache, lru_cache
from typing import Final

from araz.edition.names import Month
from araz.edition.story import Teaser
from araz.language import in_digits, language
from araz.typesetting import face
from araz.typesetting.sizes import KILOBYTES
from araz.typesetting.words import words

MONTH_PARTS: Final = (1, 2, 3)  # of a month that is too long for one file, or for one page
_SPANS: Final = {1: (1, 10), 2: (11, 20), 3: (21, 31)}  # their days
STORIES_OF_A_VOLUME: Final = 200  # more than these make a month fall into its parts, and end a topic

_ROUND_ALL: Final = 2_300  # bytes of what a volume has besides its stories and the common style
_ROUND_A_STORY: Final = 1_000  # bytes of headline, byline, dates and tags of one story
_A_WORD: Final = {"ltr": 8.6, "rtl": 11.5}  # bytes with the space and the tags; Arabic letters take two each
_BASE64: Final = 4 / 3
_STEPS: Final = ((100, 10), (1_000, 50), (10**9, 100))  # up to so many kB, rounded up to so many


def story_volume(path: str, *, pictures: bool = False) -> str:
    """Return where the volume of a story lies, which itself lies at `path`."""
    code, _, rest = path.partition("/")
    return f"{_folder(code, pictures)}/{rest}"


def day_volume(code: str, day: date, *, pictures: bool = False) -> str:
    return f"{_folder(code, pictures)}/{day.year:04d}/{day.isoformat()}.html"


def month_volume(code: str, month: Month, part: int = 0) -> str:
    return f"{_folder(code)}/{month[:4]}/{month}{f'-part-{part}' if part else ''}.html"


def topic_volume(code: str, slug: str) -> str:
    return f"{_folder(code)}/t/{slug}.html"


def part_of(day: date) -> int:
    """Return in which part of a long month the day lies."""
    return min(3, (day.day + 9) // 10)


def days_in(part: int, code: str) -> str:
    """Return which days of a long month a part has: "11–20"."""
    first, last = _SPANS[part]
    return words(code)["days"].format(first=in_digits(first, code), last=in_digits(last, code))


def bytes_of_texts(teasers: tuple[Teaser, ...], stories: int = 0) -> int:
    """Return about how many bytes a volume of these stories has, without pictures; or of so many stories like them."""
    of_words = sum(teaser.words * _A_WORD[language(teaser.language).direction] for teaser in teasers)
    if stories and teasers:
        of_words *= stories / len(teasers)
    return _style() + _ROUND_ALL + _ROUND_A_STORY * (stories or len(teasers)) + int(of_words)


def bytes_of_pictures(sizes: tuple[int, ...]) -> int:
    """Return how many bytes pictures take that are written into a page, from the bytes of their files."""
    return int(sum(sizes) * _BASE64)


def about(size: int, code: str) -> str:
    """Return a number of bytes as readers want it, rounded up: "≈ 40 kB"."""
    kilobytes = -(-size // 1000)
    step = next(step for most, step in _STEPS if kilobytes <= most)
    return _in_kilobytes(-(-kilobytes // step) * step, code)


@lru_cache(maxsize=1024)
def _in_kilobytes(count: int, code: str) -> str:
    return f"≈\u202f{in_digits(count, code)}\u00a0{KILOBYTES[code]}"


@cache
def _style() -> int:
    """Bytes of the style that stands inside each volume."""
    return sum(len(face.set_solid(face.sheet(name))) for name in (*face.ALONE, *face.OTHER_EYES))


def _folder(code: str, pictures: bool = False) -> str:
    return f"{code}/v/p" if pictures else f"{code}/v"
