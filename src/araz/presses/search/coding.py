"""Terms and the stories that have them, as text for a script: `scripts/reading.js` reads it.

One shard is one string. A term is one letter that says how many letters it shares with the term before, the other
letters, a space and its stories; terms are parted by `|`. A story is a number: four times how far it is from the one
before, plus the worth of the place where the term stands. Numbers are written with 91 signs that need no escape in a
string of a script, of which the first 60 end a number.
"""

from collections.abc import Iterable, Sequence
from typing import Final

WORTHS: Final = 4
_SIGNS: Final = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\|')
_ENDING: Final = 60
_GOING_ON: Final = len(_SIGNS) - _ENDING
_READY: Final = 1 << 14


def _sign(number: int) -> str:
    """Write a number: the last sign is one of the 60, those before it are of the others."""
    written = _SIGNS[number % _ENDING]
    number //= _ENDING
    while number:
        number -= 1
        written = _SIGNS[_ENDING + number % _GOING_ON] + written
        number //= _GOING_ON
    return written


_WRITTEN: Final = tuple(_sign(number) for number in range(_READY))


def write_shard(terms: Iterable[tuple[str, Sequence[int]]]) -> str:
    """Return sorted terms and their stories, each `WORTHS` times its number plus a worth, ascending."""
    lines, before = [], ""
    for term, stories in terms:
        shared = min(_shared(before, term), _ENDING - 1)
        lines.append(f"{_SIGNS[shared]}{term[shared:]} {_write(stories)}")
        before = term
    return "|".join(lines)


def _shared(before: str, term: str) -> int:
    """Return with how many of the same letters both begin."""
    return next(
        (place for place, (one, other) in enumerate(zip(before, term, strict=False)) if one != other),
        min(len(before), len(term)),
    )


def _write(stories: Sequence[int]) -> str:
    written, last = [], 0
    for story in stories:
        number = story - last
        written.append(_WRITTEN[number] if number < _READY else _sign(number))
        last = story - story % WORTHS
    return "".join(written)
