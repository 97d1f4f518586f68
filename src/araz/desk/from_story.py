"""A story's blocks as the raw data of the desk's body: the other way round from `desk/body.py`.

For stories that come from elsewhere. Two things the desk cannot keep: marks and links in the cells of a table, which it
holds as lines of plain words, and what an image says of itself in an embed's picture.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any, Final, assert_never
from uuid import NAMESPACE_OID, uuid5

from araz.edition.blocks import Block, Embed, Figure, File, Gallery, Heading, ItemList, Paragraph, Picture, Quote, Table
from araz.edition.names import StoryId
from araz.edition.text import STORY_LINK, Run, Text, plain
from araz.language import LANGUAGES

Raw = dict[str, Any]
PageOf = Callable[[StoryId], int | None]
ImageOf = Callable[[str], int | None]
DocumentOf = Callable[[str], int | None]

_LIST_ITEM: Final = "item"  # Wagtail's name for what is in a ListBlock
_MOST_HEAD_ROWS: Final = 3  # as the editor's form allows
_LONG_BAR: Final = "\u2223"  # looks like the sign between cells, and is not it
_LINE_END: Final = re.compile("[ \t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")  # blanks, and all that ends a line for Python
_JOINER: Final = "\u2060"  # not seen: keeps words that look like a footnote's mark from becoming one
_Prose = Heading | Paragraph | ItemList


def _no_document(content_hash: str) -> int | None:
    return None


def raw_body(
    blocks: Iterable[Block], page_of: PageOf, image_of: ImageOf, document_of: DocumentOf = _no_document
) -> list[Raw]:
    """Return a body's raw data; neighbouring paragraphs, headings and lists of one language are one block of text.

    `page_of` knows the desk's page of a story, `image_of` its image by the hash, `document_of` its document;
    a link to a page that the desk has not is only words, a picture that it has not leaves its caption, a document its name. The same blocks give the same data, ids included.
    """
    writer = _Writer(page_of=page_of, image_of=image_of, document_of=document_of)
    return _numbered(raw for group in _grouped(blocks) for raw in writer.raw_of(group))


def raw_notes(notes: Iterable[Text], page_of: PageOf) -> list[Raw]:
    """Return the raw data of a story's footnotes."""
    writer = _Writer(page_of=page_of, image_of=lambda content_hash: None)
    return _numbered({"type": "note", "value": writer.line(note)} for note in notes)


def _numbered(blocks: Iterable[Raw]) -> list[Raw]:
    return [{**raw, "id": _id(f"{place}")} for place, raw in enumerate(blocks)]


def _id(place: str) -> str:
    return str(uuid5(NAMESPACE_OID, f"araz block {place}"))  # unique within its story, which is all that Wagtail asks


def _grouped(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield blocks that become one of the editor's. Two lists of a kind in a row stay apart: the editor would join them."""
    for is_prose, alike in groupby(blocks, key=lambda block: isinstance(block, _Prose) and (block.language,)):
        group: list[Block] = []
        for block in alike:
            if group and (not is_prose or _would_join(group[-1], block)):
                yield group
                group = []
            group.append(block)
        yield group


def _would_join(one: Block, other: Block) -> bool:
    return isinstance(one, ItemList) and isinstance(other, ItemList) and one.ordered == other.ordered


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    page_of: PageOf
    image_of: ImageOf
    document_of: DocumentOf = _no_document

    def raw_of(self, group: list[Block]) -> Iterator[Raw]:
        prose = "".join(self._prose(block) for block in group if isinstance(block, _Prose))
        if prose:
            yield _block("prose", {"text": prose, "language": group[0].language})
        for block in group:
            if not isinstance(block, _Prose):
                yield from self._other(block)

    def line(self, text: Text) -> str:
        """Return a text as rich text without a paragraph around it."""
        return "".join(map(self._run, text))

    def _prose(self, block: _Prose) -> str:
        match block:
            case Heading():
                return f"<h{block.level}>{self.line(block.text)}</h{block.level}>"
            case Paragraph():
                return self._paragraphs([block.text])
            case ItemList():
                tag = "ol" if block.ordered else "ul"
                return f"<{tag}>{''.join(f'<li>{self.line(item)}</li>' for item in block.items)}</{tag}>"

    def _other(self, block: Quote | Figure | Gallery | Table | Embed | File) -> Iterator[Raw]:
        match block:
            case Quote():
                yield _block("quote", self._quote(block))
            case Figure():
                yield from self._figure(block)
            case Gallery():
                yield from self._gallery(block)
            case Table():
                yield _block("table", self._table(block))
            case Embed():
                yield _block("embed", self._embed(block))
            case File():
                yield self._file(block)
            case _:
                assert_never(block)

    def _quote(self, block: Quote) -> Raw:
        return {
            "words": self._paragraphs(block.paragraphs),
            "source": self.line(block.source),
            "original": self._paragraphs(block.original),
            "original_language": block.original_language,
            "language": block.language,
        }

    def _figure(self, block: Figure) -> Iterator[Raw]:
        shown = self._picture(block.picture)
        if shown:
            yield _block("picture", {**shown, "language": block.language})
        else:
            yield from self._captions([block.picture], block.language)

    def _gallery(self, block: Gallery) -> Iterator[Raw]:
        shown = [value for picture in block.pictures if (value := self._picture(picture))]
        if shown:
            items = [{"type": _LIST_ITEM, "value": value, "id": _id(f"item {n}")} for n, value in enumerate(shown)]
            yield _block("gallery", {"title": block.title, "pictures": items, "language": block.language})
        missing = [picture for picture in block.pictures if self.image_of(picture.hash) is None]
        yield from self._captions(missing, block.language)

    def _captions(self, pictures: Iterable[Picture], language: str) -> Iterator[Raw]:
        text = self._paragraphs([picture.caption for picture in pictures if picture.caption])
        if text:
            yield _block("prose", {"text": text, "language": language})

    def _picture(self, picture: Picture) -> Raw | None:
        image = self.image_of(picture.hash)
        if image is None:
            return None
        return {
            "image": image,
            "alt": picture.alt,
            "caption": self.line(picture.caption),
            "credit": picture.credit,
        }

    def _table(self, block: Table) -> Raw:
        return {
            "caption": self.line(block.caption),
            "rows": "\n".join(_row(row) for row in block.rows),
            "head_rows": min(block.head_rows, _MOST_HEAD_ROWS),
            "head_column": block.head_column,
            "source": self.line(block.source),
            "language": block.language,
        }

    def _embed(self, block: Embed) -> Raw:
        return {
            "address": block.address,
            "title": block.title,
            "place": block.place,
            "picture": self.image_of(block.picture.hash) if block.picture else None,
            "language": block.language,
        }

    def _file(self, block: File) -> Raw:
        document = self.document_of(block.hash)
        if document is None:
            return _block("prose", {"text": self._paragraphs([plain(block.title)]), "language": block.language})
        return _block("file", {"document": document, "title": block.title, "language": block.language})

    def _paragraphs(self, texts: Iterable[Text]) -> str:
        return "".join(f"<p>{self.line(text)}</p>" for text in texts)

    def _run(self, run: Run) -> str:
        if run.note:
            return f"[^{run.note}]"
        if run.link and "\n" in run.text:  # the editor keeps no line break in a link
            return "<br/>".join(self._dressed(line, run) for line in run.text.split("\n"))
        return self._dressed(run.text, run)

    def _dressed(self, words: str, look: Run) -> str:
        html = escape(_without_mark(words), quote=False).replace("\n", "<br/>")
        if look.bold:
            html = f"<b>{html}</b>"
        if look.italic:
            html = f"<i>{html}</i>"
        if look.language in LANGUAGES:
            html = f'<span lang="{look.language}">{html}</span>'
        return self._linked(html, look.link) if look.link and words else html

    def _linked(self, html: str, link: str) -> str:
        if not link.startswith(STORY_LINK):
            return f'<a href="{escape(link)}">{html}</a>'
        page = self.page_of(StoryId(link.removeprefix(STORY_LINK)))
        return html if page is None else f'<a linktype="page" id="{page}">{html}</a>'


def _row(cells: Iterable[Text]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: Text) -> str:
    """Return a cell's words and note marks on one line."""
    words = "".join(f"[^{run.note}]" if run.note else _without_mark(run.text) for run in text)
    return _LINE_END.sub(" ", words).strip().replace("|", _LONG_BAR)


def _without_mark(words: str) -> str:
    return words.replace("[^", f"[{_JOINER}^")


def _block(kind: str, value: object) -> Raw:
    return {"type": kind, "value": value}
