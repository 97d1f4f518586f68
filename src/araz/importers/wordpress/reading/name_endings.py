"""What these languages put behind an account's name without a blank: `mehriban82nin`, `sona.eldən`."""

import re
from typing import Final

from araz.language.endings import ENDINGS

_WRITTEN: Final = {"c": "cç", "e": "eə", "g": "gğ", "i": "iıİ", "o": "oö", "s": "sş", "u": "uü"}  # by what they fold to
_ANY: Final = "|".join(
    "".join(f"[{_WRITTEN[letter]}]" if letter in _WRITTEN else letter for letter in ending)
    for ending in sorted({ending for code in ("az", "tr", "azb", "fa") for ending in ENDINGS[code]})
)
_ENDINGS: Final = rf"(?:{_ANY}){{0,4}}"
_MOST_LETTERS: Final = 6  # behind a digit, where no word goes on
_SHORT: Final = re.compile(f"(?=[^\\W\\d_]{{1,{_MOST_LETTERS}}}\\Z){_ENDINGS}", re.IGNORECASE)


def may_follow(name: str) -> str:
    """Return a pattern of what may stand between a name that is no word and the end of the word in a text."""
    return rf"[^\W\d_]{{0,{_MOST_LETTERS}}}" if name[-1].isdigit() else _ENDINGS


def lengths_of_endings(word: str) -> list[int]:
    """Return how many letters at the end of the word may be endings; the fewest first."""
    longest = min(_MOST_LETTERS, len(word) - 1)
    return [length for length in range(1, longest + 1) if _SHORT.fullmatch(word, len(word) - length)]
