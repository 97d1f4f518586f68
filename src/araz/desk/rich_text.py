"""Rich text as the editor stores it, read into the runs of a story. Whatever is not known here is only words.

Pure: links to pages and pictures stay numbers of the desk, which `to_story` puts names to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from araz.edition.text import Address, Run, Text
from araz.language import LANGUAGES, repair

PieceKind = Literal["paragraph", "heading2", "heading3", "bullets", "numbers"]
PAGE_LINK: Final = "page:"  # a link to a page of the desk, by its number, until it gets its story's id
_LINK_SCHEMES: Final = ("http", "https", "mailto")
_NOTE: Final = re.compile(r"\[\^(\d{1,3})\]")
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_SILENT: Final = frozenset(
    ["script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "head"]
)
_PARAGRAPHS: Final[dict[str, PieceKind]] = {
    "h1": "heading2",
    "h2": "heading2",
    "h3": "heading3",
    "h4": "heading3",
    "h5": "heading3",
    "h6": "heading3",
}
_BREAKS: Final = frozenset(
    [
        "p",
        "div",
        "blockquote",
        "section",
        "article",
        "figure",
        "figcaption",
        "table",
        "tr",
        "td",
        "th",
        "pre",
        "hr",
        "dl",
        "dt",
        "dd",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block of rich text: a paragraph or heading has one text, a list has one for each item."""

    kind: PieceKind
    texts: tuple[Text, ...]


@dataclass(slots=True)
class _Reading:
    language: str
    pieces: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    items: list[Text] | None = None

    def end(self, kind: PieceKind = "paragraph") -> None:
        """Close the paragraph that was being read; inside a list it is the next item."""
        text = _trimmed(self.runs)
        self.runs = []
        if not text:
            return
        if self.items is not None:
            self.items.append(text)
        else:
            self.pieces.append(Piece(kind=kind, texts=(text,)))


def pieces_of(html: str, language: str) -> tuple[Piece, ...]:
    """Return the paragraphs, headings and lists of some rich text in a language."""
    reading = _Reading(language)
    body = LexborHTMLParser(html).body
    if body is not None:
        _read_children(body, Run(), reading)
    reading.end()
    return tuple(reading.pieces)


def text_of(html: str, language: str) -> Text:
    """Return rich text of one line, such as a caption, as one text; paragraphs become lines."""
    lines = [text for piece in pieces_of(html, language) for text in piece.texts]
    joined: list[Run] = []
    for line in lines:
        joined += [*([Run(text="\n")] if joined else []), *line]
    return _merged(joined)


def plain_text(words: str, language: str) -> Text:
    """Return plain words as a text in which `[^1]` is the mark of a footnote."""
    return _trimmed(list(_with_notes(words, Run(), language)))


def _read_children(node: LexborNode, look: Run, reading: _Reading) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            reading.runs += _with_notes(_SPACE.sub(" ", child.text_content or ""), look, reading.language)
        elif tag not in _SILENT:
            _read(tag, child, look, reading)


def _read(tag: str, node: LexborNode, look: Run, reading: _Reading) -> None:
    match tag:
        case "br":
            reading.runs.append(_with(look, text="\n"))
        case "ul" | "ol":
            _read_list(tag, node, look, reading)
        case "b" | "strong":
            _read_children(node, _with(look, bold=True), reading)
        case "i" | "em":
            _read_children(node, _with(look, italic=True), reading)
        case "a":
            _read_children(node, _with(look, link=_address(node)), reading)
        case "span":
            _read_children(node, _with(look, language=_language(node, look)), reading)
        case _ if tag in _PARAGRAPHS or tag in _BREAKS or tag == "li":
            reading.end()
            _read_children(node, look, reading)
            reading.end(_PARAGRAPHS.get(tag, "paragraph"))
        case _:
            _read_children(node, look, reading)


def _read_list(tag: str, node: LexborNode, look: Run, reading: _Reading) -> None:
    """A list in a list gives its items to the outer one: an edition's lists have one level."""
    reading.end()
    if reading.items is not None:
        _read_children(node, look, reading)
        return
    reading.items = []
    _read_children(node, look, reading)
    reading.end()
    items, reading.items = tuple(reading.items), None
    if items:
        reading.pieces.append(Piece(kind="bullets" if tag == "ul" else "numbers", texts=items))


def _with_notes(words: str, look: Run, language: str) -> Iterator[Run]:
    end = 0
    for found in _NOTE.finditer(words):
        yield from _run(words[end : found.start()], look, language)
        yield Run(note=int(found[1]))
        end = found.end()
    yield from _run(words[end:], look, language)


def _run(words: str, look: Run, language: str) -> Iterator[Run]:
    mended = repair(words, look.language or language)
    if mended:
        yield _with(look, text=mended)


def _address(node: LexborNode) -> Address:
    """Return where a link leads; nothing if it leads to no place that a story may name."""
    given = node.attributes
    if given.get("linktype") == "page" and (given.get("id") or "").isascii() and (given.get("id") or "").isdigit():
        return Address(f"{PAGE_LINK}{given['id']}")
    return outside_address(given.get("href") or "")


def outside_address(address: str) -> Address:
    """Return the address if a story may link to it; otherwise an empty one."""
    tidy = "".join(letter for letter in address.strip() if letter.isprintable())
    try:
        parts = urlsplit(tidy)
    except ValueError:
        return Address("")
    has_place = parts.hostname if parts.scheme != "mailto" else parts.path
    return Address(tidy.replace(" ", "%20")) if parts.scheme in _LINK_SCHEMES and has_place else Address("")


def _language(node: LexborNode, look: Run) -> str:
    given = (node.attributes.get("lang") or "").lower()
    return given if given in LANGUAGES else look.language


def _with(run: Run, **changes: object) -> Run:
    return msgspec.structs.replace(run, **changes)


def _trimmed(runs: list[Run]) -> Text:
    """Return the runs as a text: alike neighbours joined, no blank at its beginning or end."""
    joined = list(_merged(runs))
    while joined and not joined[0].note and not joined[0].text.strip():
        joined.pop(0)
    while joined and not joined[-1].note and not joined[-1].text.strip():
        joined.pop()
    if joined and not joined[0].note:
        joined[0] = _with(joined[0], text=joined[0].text.lstrip())
    if joined and not joined[-1].note:
        joined[-1] = _with(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)


def _merged(runs: list[Run]) -> Text:
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and not last.note and not run.note and _with(last, text="") == _with(run, text=""):
            merged[-1] = _with(last, text=last.text + run.text)
        else:
            merged.append(run)
    return tuple(merged)
