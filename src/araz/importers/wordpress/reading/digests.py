"""Digests of e-mail addresses, by which Gravatar and its like show faces: whoever has a list of addresses finds whose they are."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from hashlib import md5, sha256
from string import hexdigits
from typing import Final

from araz.language.wanted import Span, cut

HIDDEN: Final = "…"
_STEP: Final = 4  # every fourth letter is looked at: of the shortest digest that are eight
_EIGHT: Final = b"0" * 8
_AS_ZEROS: Final = bytes(48 if chr(byte) in hexdigits else 32 for byte in range(256))
_RUN: Final = re.compile(r"[0-9a-fA-F]{32,76}")
SHORTEST: Final = 32
_LENGTHS: Final = (64, SHORTEST)
_BESIDE: Final = 6  # digits that are of something else: those of %252F, the d of “dən”
_SLASH: Final = r"(?:\\?/|\\u002f|%(?:25){0,3}2f)"
_FACE: Final = re.compile(  # of whomever
    rf"((?:avatar|gravatar\.com){_SLASH})(?:avatar{_SLASH})?(?:[0-9a-f]{{64}}|[0-9a-f]{{32}})(?![0-9a-f])",
    re.IGNORECASE,
)


class Digests:
    """Those of the addresses that were added. A paper has had hundreds of thousands of commenters: eight bytes are kept of each."""

    def __init__(self) -> None:
        self._known = array("Q")
        self._is_sorted = True

    def add(self, address: str) -> None:
        written = address.encode("utf-8", "replace")
        for digest in (md5(written, usedforsecurity=False).digest(), sha256(written).digest()):
            self._known.append(int.from_bytes(digest[:8], "big"))
        self._is_sorted = False

    def hidden_in(self, text: str) -> str:
        """Return the text with “…” for each of them, and for each that an address of a face has."""
        if _EIGHT not in text[::_STEP].encode("utf-8", "replace").translate(_AS_ZEROS):
            return text
        return _FACE.sub(rf"\1{HIDDEN}", cut(text, self._spans(text), HIDDEN))

    def _spans(self, text: str) -> Iterator[Span]:
        for run in _RUN.finditer(text):
            yield from self._span(run)

    def _span(self, run: re.Match[str]) -> Iterator[Span]:
        longest = run.end() - run.start()
        for length in _LENGTHS:
            for begin in range(min(longest - length, _BESIDE) + 1):
                if longest - length - begin <= _BESIDE and self._knows(run[0][begin : begin + 16]):
                    yield run.start() + begin, run.start() + begin + length
                    return

    def _knows(self, digits: str) -> bool:
        if not self._is_sorted:
            self._known = array("Q", sorted(self._known))
            self._is_sorted = True
        number = int(digits, 16)
        place = bisect_left(self._known, number)
        return place < len(self._known) and self._known[place] == number
