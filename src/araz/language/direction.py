"""Which way a text runs, and how it is kept from pulling its neighbours along."""

import unicodedata
from typing import Final

from araz.language.table import Direction

_OPENERS: Final = ("LRI", "RLI", "FSI")
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"


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
