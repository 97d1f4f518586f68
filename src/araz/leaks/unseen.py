"""Signs that hide a word from a search and not from a reader: marks on letters, what has no width, letters of other alphabets."""

import re
from typing import Final

from araz.language.lookalikes import IN_LATIN_LOOK

# As parts of a class of a regular expression.
MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
WITHOUT_WIDTH: Final = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef"
)
HIDERS: Final = MARKS + WITHOUT_WIDTH

_HIDER: Final = re.compile(f"[{HIDERS}\u0640]")
_NO_WIDTH: Final = re.compile(f"[{WITHOUT_WIDTH}]")
_FOREIGN: Final = re.compile("[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u0251\u0261]")
_TURNED: Final = re.compile("\u202e([^\u202c\u202d\u202e\n]*)")


def seen(word: str) -> str:
    """Return the word without what hides in it."""
    return _HIDER.sub("", word)


def without_signs_of_no_width(text: str) -> str:
    return _NO_WIDTH.sub("", text) if _NO_WIDTH.search(text) else text


def in_latin_look(word: str) -> str:
    """Return the word with Cyrillic, Greek and Armenian letters made the Latin ones that they look like; empty if it has none."""
    return word.translate(IN_LATIN_LOOK) if _FOREIGN.search(word) else ""


def turned_back(text: str) -> str:
    """Return what is written backwards behind a sign that turns the direction of all letters, as it is read; else nothing."""
    return "\n".join(found[::-1] for found in _TURNED.findall(text)) if "\u202e" in text else ""
