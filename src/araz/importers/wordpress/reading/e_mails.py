"""E-mail addresses: where an export keeps those of people, and where in plain letters some stand."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from araz.importers.wordpress.reading.digests import Digests
from araz.importers.wordpress.reading.letters import letters
from araz.importers.wordpress.reading.loose_fields import CONTENT, TAG_END, text_of
from araz.language.wanted import Span

Find = Callable[[str, str], Span | None]
"""Given what stands before and after an “@”: where the address that is meant begins in the one and ends in the other."""

_BEFORE: Final = re.compile(r"[\w.+'’!#$&*/=?^{|}~%-]{1,64}\Z")
_AFTER: Final = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")
_LONGEST: Final = 64
_PLAIN: Final = re.compile(r"[\w.+'-]+\Z")
_OF_LETTERS: Final = re.compile(r"\.[^\W\d_]{2}")  # as the last part of each domain is: vue@3.4.21 is no address
_ADDRESS: Final = re.compile(r"[\w.+'’!#$&*/=?^{|}~%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")
_IN_A_NAME: Final = re.compile(r"[\w.+'’-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PLAINLY: Final = r"(?:\s*+(?:<!\[CDATA\[\s*+)?([a-zA-Z0-9._+-]{1,64}+@[a-zA-Z0-9.-]{1,250}+)\s*+(?:\]\]>)?</|"
_FIELD: Final = TAG_END + _PLAINLY + CONTENT + ")"  # mostly it is as simple as that
_NO_SIGN: Final = r"(?!\s*+(?:<!\[CDATA\[)?[^<\]@＠&\[(]{0,320}+(?:\]\]>)?</)"
_WITH_SIGN: Final = TAG_END + _NO_SIGN + _PLAINLY + CONTENT + ")"
_REST_OF_TERM: Final = r"(?:[^<]{1,1000}+|<(?!/?(?:\w{1,40}:)?term(?:_taxonomy)?[\s>])){1,80}+"
# What an export says of people for others to see may be an address too. Each begins with letters that are quickly found.
_PLACES: Final = (
    (re.compile("author_email" + _FIELD), _ADDRESS),  # of authors and of commenters
    (re.compile(rf"term_taxonomy{TAG_END}\s*(?:<!\[CDATA\[)?\s*author\s*(?:\]\]>)?\s*</()({_REST_OF_TERM})"), _ADDRESS),
    (re.compile("author(?:_login|_url|_[a-z]{4,7}_name)?" + _WITH_SIGN), _IN_A_NAME),  # those of feeds have no other name
    (re.compile("creator" + _WITH_SIGN), _IN_A_NAME),
    (re.compile(r"domain\s{0,5}=\s{0,5}[\"']author[\"']" + _WITH_SIGN), _IN_A_NAME),
)  # fmt: skip
_IN_A_FIELD: Final = re.compile(r"mail(?:\]\]>)?\s*</[^<>]{1,60}>\s*<[\w:.-]{1,60}" + _FIELD)
_OF_SOMEBODY: Final = re.compile(r"(?:author|guest|user|submit|anonymous)[\w-]{0,20}\Z")  # fields of plug-ins
_LONGEST_KEY: Final = 60


def of_people(text: str) -> Iterator[str]:
    """Yield the addresses of authors and commenters that a part of an export has anywhere, broken or not; some several times."""
    for place, address in _PLACES:
        for found in place.finditer(text):
            yield from _addresses(found, address)
    for found in _IN_A_FIELD.finditer(text):
        if _OF_SOMEBODY.search(text, max(found.start() - _LONGEST_KEY, 0), found.start()):
            yield from _addresses(found, _ADDRESS)


def _addresses(found: re.Match[str], address: re.Pattern[str]) -> Iterator[str]:
    if found[1] and address.fullmatch(plain := found[1].lower()):
        yield plain
    else:
        written = text_of(found[1] or found[2])
        for tags in (True, False):  # <somebody@old.example> looks like a tag
            yield from address.findall(letters(written, tags=tags)[0])


class Addresses:
    """The addresses of people. They are kept as numbers, since a paper has had hundreds of thousands of commenters."""

    def __init__(self) -> None:
        self.digests = Digests()
        self._whole: set[int] = set()
        self._domains: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._whole)

    def update(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            if (number := hash(address)) not in self._whole:
                self._whole.add(number)
                self._domains.add(address[address.index("@") + 1 :])
                self.digests.add(address)

    def find(self, before: str, after: str) -> Span | None:
        """Return where one of them begins and ends; letters of a sentence may stand at both ends of it."""
        for end in range(len(after), 1, -1):
            if (domain := after[:end]) in self._domains:
                for start in range(len(before)):
                    is_at_a_word = not start or not (before[start - 1].isalnum() and before[start].isalnum())
                    if is_at_a_word and hash(f"{before[start:]}@{domain}") in self._whole:
                        return start, end
        return None


def find_any(before: str, after: str) -> Span | None:
    """Return where the address begins and ends, whose ever it is."""
    found = _PLAIN.search(before)
    return (found.start(), len(after)) if found and _OF_LETTERS.search(after) else None


def spans(seen: str, find: Find) -> Iterator[Span]:
    """Yield where in small letters those addresses begin and end."""
    at = seen.find("@")
    while at >= 0:
        before = _BEFORE.search(seen, max(at - _LONGEST, 0), at)
        after = _AFTER.match(seen, at + 1)
        if before and after and (found := find(before[0], after[0])):
            yield before.start() + found[0], after.start() + found[1]
        at = seen.find("@", at + 1)
