"""Text that was made into UTF-8 twice, as databases that changed hosts are full of: “YazÄ±” for “Yazı”. Mending guesses at no word."""

import re
from typing import Final

_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_LIKELY: Final = re.compile("[\u00c2-\u00ec][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
# What comes of it: letters of the alphabets that newspapers here use, and their punctuation.
_MENDED: Final = re.compile(
    "[\u00a0-\u024f\u0259\u02bc\u0400-\u04ff\u0600-\u06ff\u2000-\u206f\u20ac\u2116\u2122\ufb50-\ufefc]+"
)


def mended(text: str) -> str:
    """Return the text as it was meant if all its letters outside ASCII were encoded twice; any other text as it is."""
    if not _LIKELY.search(text):
        return text
    runs = {run: _once(run) for run in set(_NOT_ASCII.findall(text))}
    return text if not all(runs.values()) else _NOT_ASCII.sub(lambda found: runs[found[0]], text)


def _once(run: str) -> str:
    """Return what the run was before it was encoded again; empty if it was not."""
    try:
        once = b"".join(map(_byte, run)).decode()
    except ValueError:
        return ""
    return once if _MENDED.fullmatch(once) else ""


def _byte(letter: str) -> bytes:
    """Return the byte that the letter was; raises ValueError. Databases leave the gaps of windows-1252 as they are."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
