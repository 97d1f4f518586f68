"""The Cyrillic ә that keyboards put into Latin Azerbaijani words: it looks right and is found by no search."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u0250-\u02af]")
_OTHER_CYRILLIC: Final = re.compile("[\u0400-\u04d7\u04da-\u052f]")
_SCHWAS: Final = str.maketrans("әӘǝƎ", "əƏəƏ")  # Cyrillic; and the turned e of other Latin alphabets


def latin_schwas(text: str) -> str:
    """Return the text with ә made ə in words that are Latin otherwise; wholly Cyrillic words stay."""
    if not any(letter in text for letter in "әӘǝƎ"):
        return text
    return _WORD.sub(_repaired, text)


def _repaired(word: re.Match[str]) -> str:
    letters = word.group()
    if _LATIN.search(letters) and not _OTHER_CYRILLIC.search(letters):
        return letters.translate(_SCHWAS)
    return letters
