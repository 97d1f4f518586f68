"""Footnotes, in the ways in which WordPress and its writers make them."""

import json
import re
from typing import Final

from selectolax.lexbor import LexborNode

from araz.edition.text import Text
from araz.importers.wordpress.body.galley import lines_of
from araz.importers.wordpress.body.looks import text_in

_MARK: Final = re.compile(r"[\[(]?(?:[\d۰-۹]{1,3}|[ivx]{1,5}|\*{1,3}|[†‡])[\])]?")
_NOTE_NAME: Final = re.compile(r"note|ftn|fn|cite|ref", re.IGNORECASE)
_BOXES: Final = "p, div, ul, ol, table, h2"
_FARTHEST: Final = 6  # tags between a note's anchor and the paragraph that is the note


class Footnotes:
    """The notes of one body, numbered in the order of their first marks."""

    def __init__(self, stored: str) -> None:
        self._stored = _stored(stored)
        self._texts: dict[str, Text] = {}
        self._numbers: dict[str, int] = {}
        self._marks: dict[int, str] = {}  # anchors by their places in memory: the key of their note
        self._ways_back: set[int] = set()
        self._holders: dict[int, str] = {}
        self._kept_alive: list[LexborNode] = []  # a place in memory means something as long as its document lives

    def stored(self, key: str) -> str | None:
        """Return the HTML of a note that WordPress keeps beside the post."""
        return self._stored.get(key)

    def number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    @property
    def total(self) -> int:
        return len(self._numbers)

    def is_known(self, key: str) -> bool:
        return key in self._numbers

    def write(self, key: str, texts: list[Text]) -> int:
        """Keep a note whose mark stands here, and return its number."""
        self._texts[key] = lines_of(texts)
        return self.number(key)

    def texts(self) -> tuple[Text, ...]:
        return tuple(self._texts.get(key, ()) for key in self._numbers)

    def mark_at(self, node: LexborNode) -> str:
        """Return the key of the note that an anchor is the mark of, or nothing."""
        return self._marks.get(node.mem_id, "") if self._marks else ""

    def is_way_back(self, node: LexborNode) -> bool:
        return node.mem_id in self._ways_back

    @property
    def has_holders(self) -> bool:
        return bool(self._holders)

    def is_note(self, node: LexborNode) -> bool:
        return node.mem_id in self._holders

    def keep(self, node: LexborNode, texts: list[Text]) -> None:
        self._texts[self._holders[node.mem_id]] = lines_of(texts)

    def look_for_handmade(self, body: LexborNode) -> None:
        """Find marks that lead to a paragraph or item further down."""
        places = _places(body)
        for anchor in body.css('a[href^="#"]'):
            holder_around = _holder(anchor, self._holders)
            if holder_around is not None:
                self._ways_back.add(anchor.mem_id)
            elif _MARK.fullmatch(text_in(anchor)):
                self._mark(anchor, places)

    def _mark(self, anchor: LexborNode, places: dict[str, LexborNode]) -> None:
        name = (anchor.attributes.get("href") or "")[1:]
        holder = _paragraph_of(places.get(name))
        if holder is None or _is_in(anchor, holder) or not _is_note(name, holder):
            return
        key = self._holders.setdefault(holder.mem_id, f"#{name}")
        self._marks[anchor.mem_id] = key
        self._kept_alive += [anchor, holder]


def _stored(notes: str) -> dict[str, str]:
    try:
        found = json.loads(notes) if notes else []
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, list):
        return {}
    return {
        note["id"]: note["content"]
        for note in found
        if isinstance(note, dict) and isinstance(note.get("id"), str) and isinstance(note.get("content"), str)
    }


def _places(body: LexborNode) -> dict[str, LexborNode]:
    places: dict[str, LexborNode] = {}
    for node in body.css("[id], a[name]"):
        given = node.attributes
        for name in (given.get("id"), given.get("name")):
            if name:
                places.setdefault(name, node)
    return places


def _paragraph_of(node: LexborNode | None) -> LexborNode | None:
    """Return the paragraph or item that an anchor's place is in, or is; a box of several paragraphs is none."""
    for _ in range(_FARTHEST):
        if node is None or node.tag == "body":
            return None
        if node.tag in ("li", "p", "dd"):
            return node
        if node.tag in ("div", "td"):
            return None if any(inner.mem_id != node.mem_id for inner in node.css(_BOXES)) else node
        node = node.parent
    return None


def _is_note(name: str, holder: LexborNode) -> bool:
    """Numbers also lead to chapters: a note is named as one, or leads back to where it was called."""
    return bool(text_in(holder)) and (bool(_NOTE_NAME.search(name)) or holder.css_first('a[href^="#"]') is not None)


def _holder(node: LexborNode, holders: dict[int, str]) -> LexborNode | None:
    above: LexborNode | None = node
    for _ in range(_FARTHEST):
        if above is None:
            return None
        if above.mem_id in holders:
            return above
        above = above.parent
    return None


def _is_in(node: LexborNode, box: LexborNode) -> bool:
    above: LexborNode | None = node
    while above is not None:
        if above.mem_id == box.mem_id:
            return True
        above = above.parent
    return False
