"""Cuts the text of a file into items and what stands between them, without understanding either.

Every piece is parsed alone, so that one broken item costs itself and not the file.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

MAX_UNIT_CHARS: Final = 8 * 1024 * 1024  # far above any article; pictures that were pasted as text fit too
CHANNEL_CHARS: Final = 256 * 1024  # so much of authors, categories and tags is parsed at once
_TOKEN_CHARS: Final = 64  # longer than what is searched for

_BEFORE_ITEM: Final = re.compile(r"<(?:!--|!\[CDATA\[|(?P<edge>(?:[\w.-]{1,40}:)?item(?=[\s/>])))")
_ITEM_START: Final = re.compile(r"<(?:[\w.-]{1,40}:)?item[\s>]")
_IN_ITEM: Final = re.compile(r"<(?:!--|!\[CDATA\[|(?P<edge>/(?:[\w.-]{1,40}:)?item\s{0,9}>))")
_DECLARED: Final = re.compile(r"</(?:[\w.-]{1,40}:)?(?:author|category|tag|term)\s{0,9}>")


@dataclass(frozen=True, slots=True)
class Unit:
    kind: Literal[
        "channel",  # what stands before, between and after the items
        "item",
        "cut",  # an item whose end is missing
        "too long",  # anything above MAX_UNIT_CHARS, without its text
    ]
    text: str
    line: int  # where it begins


class _Splitter:
    def __init__(self, line: int) -> None:
        self._buffer = ""
        self._start = 0  # of the unit that is being read
        self._line = line  # of that place
        self._place = 0  # up to which the buffer was searched
        self._awaited = ""  # the end of a comment or a CDATA section
        self._after_mark = 0  # where that comment or section begins
        self._without_end = {"-->": 0, "]]>": 0}  # up to where each of these ends is known to be missing
        self._next_end = {"-->": -1, "]]>": -1}  # where each of them was found last
        self._in_item = False
        self._is_skipping = False  # the rest of an item that is too long

    def add(self, text: str) -> Iterator[Unit]:
        self._let_go(self._start)
        self._buffer += text
        yield from self._edges()
        if self._awaited and len(self._buffer) - self._start > MAX_UNIT_CHARS:
            self._stop_waiting(len(self._buffer))
            yield from self._edges()
        if len(self._buffer) - self._start > MAX_UNIT_CHARS:
            yield from self._too_long()
        elif not self._in_item and not self._awaited and self._place - self._start > CHANNEL_CHARS:
            yield from self._declared_so_far()

    def end(self) -> Iterator[Unit]:
        while self._awaited:
            self._stop_waiting(len(self._buffer))
            yield from self._edges()
        self._place = len(self._buffer)
        yield from self._take("cut" if self._in_item else "channel")

    def _let_go(self, chars: int) -> None:
        self._buffer = self._buffer[chars:]
        self._start -= chars
        self._place -= chars
        self._after_mark -= chars
        for end in ("-->", "]]>"):
            self._without_end[end] -= chars
            self._next_end[end] -= chars

    def _edges(self) -> Iterator[Unit]:
        while self._find_edge():
            yield from self._take("item" if self._in_item else "channel")
            self._in_item = not self._in_item

    def _find_edge(self) -> bool:
        """Go on to where an item begins or ends, outside of comments and CDATA. Return False if the text ends before."""
        while True:
            if self._awaited:
                found = self._end_of_section()
                if found < 0:
                    self._place = max(self._place, len(self._buffer) - 2)
                    return False
                wrong = -1 if self._in_item else self._what_no_section_holds(found)
                if wrong < 0:
                    self._place, self._awaited = found + 3, ""
                else:
                    self._stop_waiting(wrong)
            match = (_IN_ITEM if self._in_item else _BEFORE_ITEM).search(self._buffer, self._place)
            if not match:
                self._place = max(self._place, len(self._buffer) - _TOKEN_CHARS)
                return False
            if match["edge"]:
                self._place = match.end() if self._in_item else match.start()
                return True
            self._place = self._after_mark = match.end()
            end = "-->" if match[0] == "<!--" else "]]>"
            if self._place > self._without_end[end]:
                self._awaited = end

    def _end_of_section(self) -> int:
        if self._next_end[self._awaited] < self._place:
            self._next_end[self._awaited] = self._buffer.find(self._awaited, self._place)
        return self._next_end[self._awaited]

    def _what_no_section_holds(self, end: int) -> int:
        """Return where something stands that shows that the end belongs to another section, within an item; -1 if nothing does.

        A comment never holds another one, and what sites say about themselves never holds an item.
        """
        if self._awaited == "-->":
            return self._buffer.find("<!--", self._after_mark, end)
        match = _ITEM_START.search(self._buffer, self._after_mark, end)
        return match.start() if match else -1

    def _stop_waiting(self, searched_to: int) -> None:
        """Go back to where a comment or section begins that is never ended, and read on as if it did not begin there."""
        self._without_end[self._awaited] = searched_to
        self._place, self._awaited = self._after_mark, ""

    def _take(self, kind: Literal["channel", "item", "cut"]) -> Iterator[Unit]:
        text = self._buffer[self._start : self._place]
        if len(text) > MAX_UNIT_CHARS:
            yield Unit("too long", "", self._line)
        elif text and not self._is_skipping:
            yield Unit(kind, text, self._line)
        self._is_skipping = False
        self._forget()

    def _forget(self) -> None:
        self._line += self._buffer.count("\n", self._start, self._place)
        self._start = self._place

    def _too_long(self) -> Iterator[Unit]:
        if not self._is_skipping:
            yield Unit("too long", "", self._line)
        self._place = len(self._buffer)
        self._forget()
        self._in_item, self._awaited, self._is_skipping = False, "", True

    def _declared_so_far(self) -> Iterator[Unit]:
        place, end = self._place, self._start
        for match in _DECLARED.finditer(self._buffer, self._start, self._place):
            end = match.end()
        if end > self._start:
            self._place = end
            yield from self._take("channel")
            self._place = place


def units(texts: Iterable[str], line: int) -> Iterator[Unit]:
    """Yield the parts of a file in order; `line` is the number of the first one."""
    splitter = _Splitter(line)
    for text in texts:
        yield from splitter.add(text)
    yield from splitter.end()
