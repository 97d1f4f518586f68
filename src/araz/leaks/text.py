"""Searches texts, and bytes that may hold texts, for secrets and by patterns."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from araz.contracts import Hit
from araz.leaks import patterns
from araz.leaks.decoding import folders_of, views, without_tags_inside
from araz.leaks.needles import Needles
from araz.leaks.secrets import Secrets

_MOSTLY: Final = 0.85  # of the signs of a text can be printed
_WIDE: Final = re.compile(
    b"(?:[\x09-\x7e]\x00){5}|(?:\x00[\x09-\x7e]){5}|(?:[\x00-\xff]\x06){4}|(?:\x06[\x00-\xff]){4}"
)
_JOINED_BY_LENGTH: Final = 8  # letters from which a value is found between letters that are no word's end
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f]+")


class TextFinder:
    """Finds in texts. It remembers which words are harmless, so one finder is used for many pages."""

    def __init__(self, secrets: Secrets) -> None:
        self._needles = Needles(secrets)
        self._joined = [
            (Hit(kind, value), value.lower()) for kind, value in secrets.values() if len(value) >= _JOINED_BY_LENGTH
        ]

    def find(self, text: str) -> Iterator[Hit]:
        """Yield what stands in the text, in all ways in which it may be written there."""
        known: set[str] = set()  # kinds; what tags part says once more what was found already
        for number, view in enumerate(views(text)):
            yield from self._needles.find(view)
            for plain in (view, without_tags_inside(view), folders_of(text, view)) if number == 0 else ():
                found = [hit for hit in patterns.find(plain) if hit.kind not in known]
                known |= {hit.kind for hit in found}
                yield from found

    def find_secrets(self, text: str) -> Iterator[Hit]:
        """Yield the secrets that stand in the text; patterns mean nothing in what is no text of ours."""
        for view in views(text):
            yield from self._needles.find(view)

    def find_in_bytes(self, content: bytes) -> Iterator[Hit]:
        """Yield what stands in bytes of which nothing is known: as UTF-8 and, where it looks like it, as UTF-16."""
        for text in texts_in(content):
            yield from self.find_secrets(text)

    def find_joined(self, content: bytes) -> Iterator[Hit]:
        """Yield long values wherever they stand in the bytes, since records and pages put texts behind each other."""
        for text in texts_in(content):
            small = text.lower()
            yield from (hit for hit, value in self._joined if value in small)

    def find_digests(self, content: bytes) -> Iterator[Hit]:
        """Yield the e-mail addresses of which the bytes are a hash."""
        return self._needles.find_digests(content)


def texts_in(content: bytes) -> Iterable[str]:
    """Return the texts that the bytes may be; what is between them is a blank."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return (content.decode("utf-16", "ignore"),)
    found = [_UNSEEN.sub(" ", content.decode("utf-8", "replace").replace("\ufffd", " "))]
    if is_wide(content):
        for coding in ("utf-16-le", "utf-16-be"):
            found += (content[start:].decode(coding, "replace").replace("\ufffd", " ") for start in (0, 1))
    return found


def is_text(content: bytes) -> bool:
    """Say whether the bytes are one text and nothing else."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\0" in content:
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def is_wide(content: bytes) -> bool:
    """Say whether the bytes hold texts of two bytes for each letter."""
    return _WIDE.search(content) is not None


def is_readable(text: str) -> bool:
    """Say whether it is a text and not what chance makes of other bytes."""
    return bool(text) and sum(sign.isprintable() or sign.isspace() for sign in text) >= _MOSTLY * len(text)
