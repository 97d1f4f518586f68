"""Reads a broken piece of XML field by field: from each known tag to where it ends, whatever stands in between.

This is how WordPress's own importer reads, and what exporters that build XML by hand have in mind.
"""

import re
from bisect import bisect_left
from typing import Final

from araz.importers.wordpress.reading.elements import Element, TooDeep
from araz.importers.wordpress.reading.lines import LineCounter
from araz.importers.wordpress.reading.mending import unescape
from araz.importers.wordpress.reading.vocabulary import CONTAINERS, LEAVES, Names

MAX_ELEMENTS: Final = 50_000
MAX_WITHOUT_END: Final = 50  # for each the rest of the text is searched
_KNOWN: Final = "|".join(sorted((CONTAINERS | LEAVES | {"encoded"}) - {"content", "excerpt"}, key=len, reverse=True))
_TAG: Final = re.compile(
    rf"<(?P<end>/?)(?P<name>(?:[\w.-]{{1,40}}:)?(?:{_KNOWN}))(?P<attributes>(?:\s[^<>]{{0,2000}})?)>"
)
_NEXT: Final = re.compile(rf"\s*</?(?:[\w.-]{{1,40}}:)?(?:{_KNOWN})(?=[\s/>])|\s*\Z")
_EDGE: Final = re.compile(r"</?(?:[\w.-]{1,40}:)?item[\s>]")
_UNESCAPED_END: Final = re.compile(r"(?<!\]\])\]\]>")
_ATTRIBUTE: Final = re.compile(r"""([\w:.-]{1,60})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_MARKUP: Final = re.compile(r"<[A-Za-z/!]")
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SECTION, _SECTION_END = "<![CDATA[", "]]>"


def read_fields(text: str, line: int, names: Names) -> Element:
    """Return a nameless element around those that could be read in a text that begins in this line of its file.

    Raises TooDeep when it is too broken for that.
    """
    return _Reader(text, line, names).read()


class _Reader:
    def __init__(self, text: str, line: int, names: Names) -> None:
        self._text = text
        self._lines = LineCounter(line)
        self._lines.begin(text)
        self._names = names
        self._edges = [match.start() for match in _EDGE.finditer(text)]
        self._around = Element("")
        self._open = [self._around]
        self._count = self._without_end = 0

    def read(self) -> Element:
        place = 0
        while match := _TAG.search(self._text, place):
            self._count += 1
            if self._count > MAX_ELEMENTS:
                raise TooDeep
            place = self._end(match) if match["end"] else self._begin(match)
        return self._around

    def _begin(self, match: re.Match[str]) -> int:
        attributes = match["attributes"].rstrip()
        is_empty = attributes.endswith("/")
        element = Element(self._names.of(match["name"]), attributes_of(attributes))
        if not element.name:
            return match.end()
        if element.name == "item":  # the one before has no end
            del self._open[1:]
            element.line = self._lines.at(match.start())
        self._open[-1].children.append(element)
        if is_empty:
            return match.end()
        if element.name in CONTAINERS or self._holds_fields(element.name, match.end()):
            if len(self._open) < 8:
                self._open.append(element)
            return match.end()
        end, after = self._end_of_leaf(match["name"], match.end())
        element.parts.append(_content(self._text[match.end() : end]))
        return after

    def _holds_fields(self, name: str, place: int) -> bool:
        """A category of an item is a text; one that the file declares holds fields."""
        return name == "category" and re.compile(r"\s*<(?!!)").match(self._text, place) is not None

    def _end(self, match: re.Match[str]) -> int:
        name = self._names.of(match["name"])
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name == name:
                del self._open[depth:]
                break
        return match.end()

    def _end_of_leaf(self, name: str, begin: int) -> tuple[int, int]:
        """Return where a field's text ends, and where to go on."""
        in_section = self._text[begin : begin + 200].lstrip().startswith(_SECTION)
        limit = len(self._text) if in_section else _next(self._edges, begin, len(self._text))
        for match in re.compile(rf"</{re.escape(name)}\s{{0,9}}>").finditer(self._text, begin, limit):
            if in_section and self._holds_an_item(begin, match.start()):
                break
            before = self._text[max(begin, match.start() - 40) : match.start()].rstrip()
            if not in_section or before.endswith(_SECTION_END) or _NEXT.match(self._text, match.end()):
                return match.start(), match.end()
        self._without_end += 1
        if self._without_end > MAX_WITHOUT_END:
            raise TooDeep
        following = _TAG.search(self._text, begin)
        end = following.start() if following else len(self._text)
        return end, end

    def _holds_an_item(self, begin: int, end: int) -> bool:
        """Tell whether this is the rest of one item and a part of the next, and no text about feeds: sections end inside."""
        if _next(self._edges, begin, end) == end:
            return False
        inside = _UNESCAPED_END.search(self._text, begin, end)
        return inside is not None and bool(self._text[inside.end() : end].strip())


def _next(places: list[int], begin: int, otherwise: int) -> int:
    found = bisect_left(places, begin)
    return min(places[found], otherwise) if found < len(places) else otherwise


def attributes_of(written: str) -> dict[str, str]:
    """Return the attributes of a tag as they are written behind its name, with or without quotes."""
    return {name: unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(written)}


def _content(raw: str) -> str:
    text = raw.strip()
    if text.startswith(_SECTION):
        text = text.removeprefix(_SECTION).removesuffix(_SECTION_END)
        return text.replace("]]]]><![CDATA[>", "]]>")
    if _SECTION in text:
        return _CDATA.sub(lambda match: match[1], text)
    return raw if _MARKUP.search(raw) else unescape(raw)
