"""Words as they are counted on both sides: in what an export shows and in what came of it."""

import re
import unicodedata
from collections import Counter
from typing import Final

_WORD: Final = re.compile(r"\w+")
# Letters that a story's language mends while they come over: they are the same word before and after.
_MENDED: Final = str.maketrans("يكәӘ", "یکəə", "\u00ad\u200b\u2060\ufeff")
_TO_MEND: Final = re.compile("[يكәӘ\u00ad\u200b\u2060\ufeff]")
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def words_in(text: str) -> list[str]:
    """Return the words of a text, small and composed, so that mended letters make no difference."""
    if _UNSEEN.search(text):
        text = _UNSEEN.sub("", text)
    if text.isascii():
        return _WORD.findall(text.lower())
    text = unicodedata.normalize("NFKC", text)
    if _TO_MEND.search(text):
        text = text.translate(_MENDED)
    return _WORD.findall(text.casefold())


def count(text: str) -> int:
    return len(words_in(text))


def missing(before: Counter[str], after: Counter[str]) -> int:
    """Return how many words of the one text are not in the other."""
    return (before - after).total()
