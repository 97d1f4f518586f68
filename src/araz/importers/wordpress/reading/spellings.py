"""Finds what is looked for in texts in whatever way it is spelt: in letters, in signs that stand for letters, or packed."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from araz.importers.wordpress.reading.letters import letters
from araz.language.wanted import Span

HIDDEN: Final = "…"
Search = Callable[[str], Iterable[Span]]
"""Where in small letters, of which each stands for itself, something is that is looked for: in order."""

# Each begins with one certain sign, so that a text without any is read at the speed of memory.
_SIGN: Final = re.compile(
    r"@|＠|﹫|%(?:25)*(?:40|2[eE](?=\d)|3[aA](?=[\da-fA-F]{0,4}%(?:25)*3[aA]))"
    r"|\[\s?(?:(?i:at|@)|\.(?=\s?\]))|\(\s?(?i:at|@)|\{\s?(?i:at|@)"
    r"|&(?i:amp;|#0*38;|#x0*26;)*(?i:#0*(?:64|46|58)(?!\d)|#x0*(?:40|2e|3a)(?![\da-f])|commat|period|colon)"
    r"|\\(?:u00|x)(?i:40|2e|3a)"
)
_BESIDE: Final = 700  # characters of a text that are looked at on each side of a sign: tags are long
_PACKED: Final = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")  # of no shorter address
_SHORT_PACKED: Final = re.compile(r"[A-Za-z0-9+/_-]{7,}")  # of no shorter name
_CAPITAL_INSIDE: Final = re.compile(r"[A-Z](?<=[a-z0-9].)")
_TO_BASE64: Final = str.maketrans("-_", "+/")
_QUOTED: Final = ("=40", "=2E")  # signs in quoted-printable; numbers in addresses of pages look like them
_QUOTED_RUN: Final = re.compile(r"(?:[\w.+'-]|=\r?\n|=[2-7][\da-fA-F]){3,}")
_QUOTED_LETTERS: Final = (  # all of them, or only signs: `to=55=40…` may begin with digits
    re.compile(r"=(?:\r?\n|([2-7][\da-fA-F]))"),
    re.compile(r"=(?:\r?\n|(40|2[bdeBDE]|3[aA]|5[fF]))"),
)


def hidden(text: str, search: Search) -> str:
    """Return the text with “…” for what is found, also where it is written against robots, or packed as others pack texts."""
    if _SIGN.search(text):
        for tags in (True, False):  # what stands in a link, and what is parted by tags
            text = "".join(_without(text, search, tags=tags))
    if _CAPITAL_INSIDE.search(text):
        text = _PACKED.sub(lambda run: HIDDEN if _packs(run[0], search) else run[0], text)
    if any(sign in text for sign in _QUOTED):
        text = _QUOTED_RUN.sub(lambda run: HIDDEN if _quotes(run[0], search) else run[0], text)
    return text


def has_sign(text: str) -> bool:
    """Tell whether something may be spelt in the text: a quick look."""
    return _SIGN.search(text) is not None


def unpacked(text: str) -> Iterator[str]:
    """Yield in small letters what the runs of base64 in the text may hold."""
    for run in _SHORT_PACKED.finditer(text) if _CAPITAL_INSIDE.search(text) else ():
        yield from (inside.lower() for inside in _readings(run[0]))


def spans(text: str, search: Search, *, tags: bool = True) -> Iterator[Span]:
    """Yield where it stands beside a sign, in order and without overlaps."""
    end = 0
    for begin, until in _surroundings(text):
        seen, places = letters(text[begin:until], tags=tags)
        for first, last in search(seen):
            if begin + places[first] >= end:
                end = begin + places[last]
                yield begin + places[first], end


def _without(text: str, search: Search, *, tags: bool) -> Iterator[str]:
    end = 0
    for begin, until in spans(text, search, tags=tags):
        yield text[end:begin]
        yield HIDDEN
        end = until
    yield text[end:]


def _surroundings(text: str) -> Iterator[Span]:
    """Yield the parts of the text that have a sign of an address somewhere; no two of them overlap."""
    begin = until = 0
    for found in _SIGN.finditer(text):
        place = found.start()
        if place - _BESIDE > until:
            if until:
                yield begin, until
            begin = place - _BESIDE
        until = min(place + _BESIDE, len(text))
    yield begin, until


def _packs(run: str, search: Search) -> bool:
    """Tell whether the run of base64 holds it, perhaps packed twice."""
    if not _CAPITAL_INSIDE.search(run):
        return False
    for inside in _readings(run):
        if any(search(inside.lower())) or any(_packs(inner[0], search) for inner in _PACKED.finditer(inside)):
            return True
    return False


def _readings(run: str) -> Iterator[str]:
    """Yield what the run may hold: letters that are no part of it may stand before it."""
    bare = run.rstrip("=").translate(_TO_BASE64)
    yield from (_unpacked(bare[start:]) for start in range(4))


def _unpacked(run: str) -> str:
    run = run[:-1] if len(run) % 4 == 1 else run  # one letter alone is less than a byte
    try:
        return b64decode(run + "=" * (-len(run) % 4)).decode("ascii", "replace").replace("\0", "")
    except (NotBase64, ValueError):
        return ""


def _quotes(run: str, search: Search) -> bool:
    return "=" in run and any(
        any(search(quoted.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else "", run).lower()))
        for quoted in _QUOTED_LETTERS
    )
