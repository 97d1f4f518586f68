"""Which way a text runs, and how it is kept from pulling its neighbours along."""

import re
import unicodedata
from typing import Final

from araz.language.table import Direction

_OPENERS: Final = ("LRI", "RLI", "FSI")
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
_ISOLATES: Final = "\u2066\u2067\u2068"
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDING: Final = re.compile("[\u202a-\u202e]")


def text_direction_of(text: str, otherwise: Direction = "ltr") -> Direction:
    """Return the direction of the first letter that has one, as browsers do for `dir=auto` (UAX #9, rules P2 and P3)."""
    depth = 0
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in _OPENERS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return otherwise


def isolate(text: str) -> str:
    """Return the text wrapped for plain-text channels, so that it and its surroundings keep their own directions.

    Pages use `<bdi>` or `dir` instead. Empty text stays empty.
    """
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}" if text else ""


def closed(text: str) -> str:
    """Return the text, or markup, without what would turn whatever stands beside it on the same line.

    Embeddings and overrides go, and isolates without a partner: an isolating element does not hold them, since its end
    closes the isolate that the text has opened instead of its own.
    """
    if not _TURNING.search(text):
        return text
    return "\n".join(map(with_paired_isolates, _EMBEDDING.sub("", text).split("\n")))


def with_paired_isolates(line: str) -> str:
    """Drop isolates that do not open and close within the line: they would turn round whatever follows."""
    if _POP_ISOLATE not in line and not any(opener in line for opener in _ISOLATES):
        return line
    open_places: list[int] = []
    paired: set[int] = set()
    for place, letter in enumerate(line):
        if letter in _ISOLATES:
            open_places.append(place)
        elif letter == _POP_ISOLATE and open_places:
            paired |= {open_places.pop(), place}
    unpaired = _ISOLATES + _POP_ISOLATE
    return "".join(letter for place, letter in enumerate(line) if place in paired or letter not in unpaired)
