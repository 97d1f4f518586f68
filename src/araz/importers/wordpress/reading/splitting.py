"""Cuts the text of a file into items and what stands between them, without understanding either.

Every piece is parsed alone, so that one broken item costs itself and not the file.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

MAX_UNIT_CHARS: Final = 8 * 1024 * 1024  # far above any article; pictures that were pasted as text fit too
CHANNEL_CHARS: Final = 256 * 1024  # so much of authors, categories and tags is parsed at once
_TOKEN_CHARS: Final = 64  # longer than what is searched for

_BEFORE_ITEM: Final = re.compile(r"<(?:!--|!\[CDATA\[|(?P<edge>(?:[\w.-]{1,40}:)?item(?=[\s/>])))")
_IN_ITEM: Final = re.compile(r"<(?:!--|!\[CDATA\[|(?P<edge>/(?:[\w.-]{1,40}:)?item\s{0,9}>))")
_DECLARED: Final = re.compile(r"</(?:[\w.-]{1,40}:)?(?:author|category|tag|term)\s{0,9}>")
_NEXT_ITEM: Final = re.compile(r"</(?:[\w.-]{1,40}:)?item\s{0,9}>(?P<edge>)\s{0,99}<(?:[\w.-]{1,40}:)?item[\s>]")
_ITEM_END: Final = re.compile(r"</(?:[\w.-]{1,40}:)?item\s{0,9}>")


@dataclass(frozen=True, slots=True)
class Unit:
    kind: Literal[
        "channel",  # what stands before, between and after the items
        "item",
        "cut",  # an item whose end is missing
        "too long",  # an item above MAX_UNIT_CHARS, without its text
    ]
    text: str
    line: int  # where it begins


class _Splitter:
    def __init__(self) -> None:
        self.buffer = ""
        self.start = 0  # of the unit that is being read
        self.line = 1  # of that place
        self.place = 0  # up to which the buffer was searched
        self.awaited = ""  # the end of a comment or a CDATA section
        self.in_item = False
        self.is_skipping = False  # the rest of an item that is too long

    def add(self, text: str) -> Iterator[Unit]:
        self.buffer = self.buffer[self.start :] + text
        self.place -= self.start
        self.start = 0
        while self._find_edge():
            yield from self._take("item" if self.in_item else "channel")
            self.in_item = not self.in_item
        if len(self.buffer) - self.start > MAX_UNIT_CHARS:
            yield from self._too_long()
        elif not self.in_item and not self.awaited and self.place - self.start > CHANNEL_CHARS:
            yield from self._declared_so_far()

    def end(self) -> Iterator[Unit]:
        self.place = len(self.buffer)
        if self.in_item:
            yield from self._loose()
            self.place = len(self.buffer)
            yield from self._take("cut")
        else:
            yield from self._take("channel")

    def _find_edge(self) -> bool:
        """Go on to where an item begins or ends, outside of comments and CDATA. Return False if the text ends before."""
        while True:
            if self.awaited:
                found = self.buffer.find(self.awaited, self.place)
                if found < 0:
                    self.place = max(self.place, len(self.buffer) - 2)
                    return False
                self.place, self.awaited = found + 3, ""
            match = (_IN_ITEM if self.in_item else _BEFORE_ITEM).search(self.buffer, self.place)
            if not match:
                self.place = max(self.place, len(self.buffer) - _TOKEN_CHARS)
                return False
            if match["edge"]:
                self.place = match.end() if self.in_item else match.start()
                return True
            self.place = match.end()
            self.awaited = "-->" if match[0] == "<!--" else "]]>"

    def _take(self, kind: Literal["channel", "item", "cut"]) -> Iterator[Unit]:
        text = self.buffer[self.start : self.place]
        if len(text) > MAX_UNIT_CHARS and kind != "channel":
            yield Unit("too long", "", self.line)
        elif text and not self.is_skipping:
            yield Unit(kind, text, self.line)
        self.is_skipping = False
        self._forget()

    def _forget(self) -> None:
        self.line += self.buffer.count("\n", self.start, self.place)
        self.start = self.place

    def _too_long(self) -> Iterator[Unit]:
        if self.in_item:
            yield from self._loose()
            if len(self.buffer) - self.start <= MAX_UNIT_CHARS:
                return
            yield Unit("too long", "", self.line)
        self.place = len(self.buffer)
        self._forget()
        self.in_item, self.awaited, self.is_skipping = False, "", True

    def _loose(self) -> Iterator[Unit]:
        """Give out the whole items in a text where a comment or CDATA section was never ended."""
        pieces = _loose_items(self.buffer[self.start :], self.line)
        if len(pieces) > 1:
            yield from pieces[:-1]
            self.place = self.start + sum(len(piece.text) for piece in pieces[:-1])
            self._forget()
            self.awaited = ""

    def _declared_so_far(self) -> Iterator[Unit]:
        place, end = self.place, self.start
        for match in _DECLARED.finditer(self.buffer, self.start, self.place):
            end = match.end()
        if end > self.start:
            self.place = end
            yield from self._take("channel")
            self.place = place


def units(texts: Iterable[str], line: int) -> Iterator[Unit]:
    """Yield the parts of a file in order; `line` is the number of the first one."""
    splitter = _Splitter()
    splitter.line = line
    for text in texts:
        yield from splitter.add(text)
    yield from splitter.end()


def _loose_items(text: str, line: int) -> list[Unit]:
    """Cut where an item follows another, whatever seems to stand around them; together the parts are the whole text."""
    edges = [0, *(match.end("edge") for match in _NEXT_ITEM.finditer(text)), len(text)]
    parts = []
    for begin, end in pairwise(edges):
        parts.append(Unit("item", text[begin:end], line))
        line += text.count("\n", begin, end)
    return parts


def end_of_item(text: str) -> int:
    """Return where the last item in the text ends, outside or inside of CDATA; 0 if none does."""
    return max((match.end() for match in _ITEM_END.finditer(text)), default=0)
