"""E-mail addresses: where an export keeps those of people, and how they are found in its texts, in whatever way they are spelt."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Final

from araz.importers.wordpress.reading.letters import letters

HIDDEN: Final = "…"
Find = Callable[[str, str], tuple[int, int] | None]
"""Given what stands before and after an “@”: where the address that is meant begins in the one and ends in the other."""

# Each begins with one certain sign, so that a text without any is read at the speed of memory.
_SIGN: Final = re.compile(
    r"@|＠|﹫|%(?:25)*40|\[\s?(?i:at|@)|\(\s?(?i:at|@)|\{\s?(?i:at|@)"
    r"|&(?i:amp;|#0*38;|#x0*26;)*(?i:#0*64(?!\d)|#x0*40(?![\da-f])|commat)|\\(?:u00|x)40"
)
_QUOTED: Final = "=40"  # quoted-printable; numbers in addresses and of pixels look like it
_QUOTED_SIGN: Final = re.compile(r"=40(?=[a-zA-Z])")
_BESIDE: Final = 700  # characters of a text that are looked at on each side of the sign: tags are long
_BEFORE: Final = re.compile(r"[\w.+'’!#$&*/=?^{|}~%-]{1,64}\Z")
_AFTER: Final = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")
_LONGEST: Final = 64
_PLAIN: Final = re.compile(r"[\w.+'-]+\Z")
_PACKED: Final = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")  # of no shorter address
_CAPITAL_INSIDE: Final = re.compile(r"[A-Z](?<=[a-z0-9].)")
_TO_BASE64: Final = str.maketrans("-_", "+/")
_PLACES: Final = (
    re.compile(r"author_email>\s*(?:<!\[CDATA\[)?([^<\]]{3,320})"),  # of authors and of commenters
    re.compile(
        r"cap-user_email(?:\]\]>)?\s*</[^<>]{1,60}>\s*<[^<>]{1,60}>\s*(?:<!\[CDATA\[)?([^<\]]{3,320})"  # Co-Authors Plus
    ),
    re.compile(r"term_taxonomy>\s*(?:<!\[CDATA\[)?author(?:\]\]>)?\s*</(.{0,4000}?)</(?:\w{1,40}:)?term>", re.DOTALL),
)
_MARKS: Final = ("author_email>", "cap-user_email", "term_taxonomy>")
_ADDRESS: Final = re.compile(r"[\w.+'’!#$&*/=?^{|}~%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")


def of_people(text: str) -> Iterator[str]:
    """Yield the addresses of authors and commenters that a part of an export has anywhere, broken or not; some several times."""
    for mark, place in zip(_MARKS, _PLACES, strict=True):
        if mark in text:
            for found in place.finditer(text):
                if _ADDRESS.fullmatch(plain := found[1].strip().lower()):
                    yield plain
                else:
                    yield from _ADDRESS.findall(letters(unescape(found[1]), tags=False)[0])


class Addresses:
    """The addresses of people. They are kept as numbers, since a paper has had hundreds of thousands of commenters."""

    def __init__(self) -> None:
        self._whole: set[int] = set()
        self._domains: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._whole)

    def update(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            self._whole.add(hash(address))
            self._domains.add(address[address.index("@") + 1 :])

    def find(self, before: str, after: str) -> tuple[int, int] | None:
        """Return where one of them begins and ends; letters of a sentence may stand at both ends of it."""
        for end in range(len(after), 1, -1):
            if (domain := after[:end]) in self._domains:
                for start in range(len(before)):
                    is_at_a_word = not start or not (before[start - 1].isalnum() and before[start].isalnum())
                    if is_at_a_word and hash(f"{before[start:]}@{domain}") in self._whole:
                        return start, end
        return None


def find_any(before: str, after: str) -> tuple[int, int] | None:
    """Return where the address begins and ends, whose ever it is."""
    found = _PLAIN.search(before)
    return (found.start(), len(after)) if found and "." in after else None


def hidden(text: str, find: Find) -> str:
    """Return the text with “…” for each address that is meant, also where it is written against robots or packed as base64."""
    if _SIGN.search(text) or (_QUOTED in text and _QUOTED_SIGN.search(text)):
        for tags in (True, False):  # what stands in a link, and what is parted by tags
            text = "".join(_without(text, find, tags=tags))
    if _CAPITAL_INSIDE.search(text):
        text = _PACKED.sub(lambda run: HIDDEN if _packs(run[0], find) else run[0], text)
    return text


def _without(text: str, find: Find, *, tags: bool) -> Iterator[str]:
    end = 0
    for begin, until in _surroundings(text):
        seen, places = letters(text[begin:until], tags=tags)
        for first, last in _found(seen, find):
            if begin + places[first] >= end:
                yield text[end : begin + places[first]]
                yield HIDDEN
                end = begin + places[last]
    yield text[end:]


def _surroundings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of the text that have a sign of an address somewhere; no two of them overlap."""
    places = sorted(found.start() for sign in (_SIGN, _QUOTED_SIGN) for found in sign.finditer(text))
    begin = until = 0
    for place in places:
        if place - _BESIDE > until:
            if until:
                yield begin, until
            begin = place - _BESIDE
        until = min(place + _BESIDE, len(text))
    yield begin, until


def _found(seen: str, find: Find) -> Iterator[tuple[int, int]]:
    """Yield where in the letters those addresses begin and end."""
    at = seen.find("@")
    while at >= 0:
        before = _BEFORE.search(seen, max(at - _LONGEST, 0), at)
        after = _AFTER.match(seen, at + 1)
        if before and after and (found := find(before[0], after[0])):
            yield before.start() + found[0], after.start() + found[1]
        at = seen.find("@", at + 1)


def _packs(run: str, find: Find) -> bool:
    """Tell whether the run of base64 holds such an address; other letters may stand before it."""
    if not _CAPITAL_INSIDE.search(run):
        return False
    bare = run.rstrip("=").translate(_TO_BASE64)
    return any(any(_found(_unpacked(bare[start:]), find)) for start in range(4))


def _unpacked(run: str) -> str:
    run = run[:-1] if len(run) % 4 == 1 else run  # one letter alone is less than a byte
    try:
        return b64decode(run + "=" * (-len(run) % 4)).decode("ascii", "replace").replace("\0", "").lower()
    except (NotBase64, ValueError):
        return ""
