"""E-mail addresses: where an export keeps those of its authors, and the ways in which a text spells one."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Final

HIDDEN: Final = "…"
_TAGS: Final = (
    r"(?:</?(?:span|b|i|em|strong|font|u|wbr|bdi|bdo)\b[^<>]{0,200}>|<!--[^<>]{0,200}-->){0,4}"  # against robots
)
_AT: Final = r"(?:[@＠]|%40|\s?[\[({]\s?(?:at|@)\s?[\])}]\s?)"
_DOT: Final = r"(?:\.|\s?[\[({]\s?(?:dot|\.)\s?[\])}]\s?)"
_E_MAIL: Final = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}+{_TAGS}{_AT}{_TAGS}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,8}}", re.IGNORECASE
)
_TAGS_ALONE: Final = re.compile(_TAGS, re.IGNORECASE)
_AT_ALONE: Final = re.compile(_AT, re.IGNORECASE)
_DOT_ALONE: Final = re.compile(_DOT, re.IGNORECASE)
# Each begins with one certain sign, so that a text without any is read at the speed of memory.
_SIGN: Final = re.compile(r"@|＠|%40|\[\s?(?i:at|@)|\(\s?(?i:at|@)|\{\s?(?i:at|@)")
# WordPress itself writes addresses so (`antispambot`): only letters that mean nothing in HTML are read.
_SPELT: Final = re.compile(
    r"&(?:#0*(?:4[356]|4[89]|5[0-7]|6[4-9]|[78]\d|9[05789]|1[01]\d|12[0-2])(?!\d)"
    r"|#x0*(?:2[bde]|3\d|4[\da-f]|5[\daf]|6[1-9a-f]|7[\da])(?![\da-f])|(?:commat|period|lowbar)(?!\w));?",
    re.IGNORECASE,
)
_PLACES: Final = (  # of authors in an export; those of commenters look alike
    re.compile(r"author_email>(?<!comment_author_email>)\s*(?:<!\[CDATA\[)?([^<\]]{3,320})"),
    re.compile(
        r"cap-user_email(?:\]\]>)?\s*</[^<>]{1,60}>\s*<[^<>]{1,60}>\s*(?:<!\[CDATA\[)?([^<\]]{3,320})"  # Co-Authors Plus
    ),
    re.compile(r"term_taxonomy>\s*(?:<!\[CDATA\[)?author(?:\]\]>)?\s*</(.{0,4000}?)</(?:\w{1,40}:)?term>", re.DOTALL),
)
_MARKS: Final = ("author_email>", "cap-user_email", "term_taxonomy>")
_OVERLAP: Final = 5_000  # characters: a place may lie in two pieces


def of_authors(texts: Iterable[str]) -> Iterator[str]:
    """Yield the addresses of authors that an export's text has anywhere, broken or not; some several times."""
    before = ""
    for piece in texts:
        text = before + piece
        for mark, place in zip(_MARKS, _PLACES, strict=True):
            if mark in text:
                for found in place.finditer(text):
                    yield from (address[0] for address in _E_MAIL.finditer(_read(unescape(found[1]))))
        before = text[-_OVERLAP:]


def plain(address: str) -> str:
    """Return an address in the form in which two of them are compared."""
    return _DOT_ALONE.sub(".", _AT_ALONE.sub("@", _TAGS_ALONE.sub("", address.strip().casefold())))


def hidden(text: str, is_meant: Callable[[str], bool]) -> str:
    """Return the text with “…” for each address that is meant, also where its letters are written as entities."""
    seen = _read(text) if "&" in text else text
    if not _SIGN.search(seen):
        return text
    without = _E_MAIL.sub(lambda found: HIDDEN if is_meant(plain(found[0])) else found[0], seen)
    return text if without == seen else without


def _read(text: str) -> str:
    return _SPELT.sub(lambda found: unescape(found[0].removesuffix(";") + ";"), text)
