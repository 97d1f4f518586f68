"""The raw data of a body, read into the blocks of a story."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import msgspec

from araz.desk.pictures import picture_of
from araz.desk.rich_text import PAGE_LINK, Piece, outside_address, pieces_of, plain_text, text_of
from araz.edition.blocks import Block, Embed, Figure, File, Gallery, Heading, ItemList, Paragraph, Picture, Quote, Table
from araz.edition.text import Address, Text
from araz.language import repair

if TYPE_CHECKING:
    from araz.desk.models.documents import DeskDocument
    from araz.desk.models.images import DeskImage

Raw = dict[str, Any]
_PAGE_ID: Final = re.compile(r"<a\b[^>]*\blinktype=\"page\"[^>]*>")
_NUMBER: Final = re.compile(r"\bid=\"(\d+)\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The pictures, stories and documents that a body names by the desk's numbers."""

    pictures: "dict[int, DeskImage]"
    stories: dict[int, str]
    documents: "dict[int, DeskDocument]" = field(default_factory=dict)

    def link(self, text: Text) -> Text:
        """Return the text with links to stories by their ids; a link to anything else of the desk is only words."""
        return tuple(
            msgspec.structs.replace(run, link=self._story(run.link)) if run.link.startswith(PAGE_LINK) else run
            for run in text
        )

    def _story(self, link: Address) -> Address:
        story = self.stories.get(int(link.removeprefix(PAGE_LINK)))
        return Address(f"story:{story}" if story else "")


def ids_in(raw: Iterable[Raw]) -> tuple[set[int], set[int]]:
    """Return the numbers of the pictures and of the pages that raw blocks name."""
    pictures: set[int] = set()
    pages: set[int] = set()
    for key, value in _values(raw):
        if key in ("image", "picture") and isinstance(value, int):
            pictures.add(value)
        elif isinstance(value, str):
            for link in _PAGE_ID.findall(value):
                pages.update(int(number) for number in _NUMBER.findall(link))
    return pictures, pages


def documents_in(raw: Iterable[Raw]) -> set[int]:
    """Return the numbers of the documents that raw blocks name."""
    return {value for key, value in _values(raw) if key == "document" and isinstance(value, int)}


def _values(raw: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(raw, dict):
        for name, value in raw.items():
            yield from _values(value, name)
    elif isinstance(raw, str | int):
        yield key, raw
    elif isinstance(raw, Iterable):
        for value in raw:
            yield from _values(value, key)


def blocks_of(raw: Iterable[Raw], language: str, named: Named) -> tuple[Block, ...]:
    """Return the story's blocks. A block without anything in it is left out."""
    return tuple(block for each in raw for block in _READERS[each["type"]](each["value"], language, named))


def _own(value: Raw, language: str) -> tuple[str, str]:
    """Return the language of the block's texts, and what the block says about it: nothing if it is the story's."""
    chosen = value.get("language") or language
    return chosen, "" if chosen == language else chosen


def _prose(value: Raw, language: str, named: Named) -> Iterator[Block]:
    spoken, marked = _own(value, language)
    for piece in pieces_of(value.get("text") or "", spoken):
        yield _prose_block(piece, marked, named)


def _prose_block(piece: Piece, marked: str, named: Named) -> Block:
    texts = tuple(named.link(text) for text in piece.texts)
    match piece.kind:
        case "heading2" | "heading3":
            return Heading(text=texts[0], level=2 if piece.kind == "heading2" else 3, language=marked)
        case "bullets" | "numbers":
            return ItemList(items=texts, ordered=piece.kind == "numbers", language=marked)
        case "paragraph":
            return Paragraph(text=texts[0], language=marked)


def _quote(value: Raw, language: str, named: Named) -> Iterator[Block]:
    spoken, marked = _own(value, language)
    paragraphs = _paragraphs(value.get("words"), spoken, named)
    original_language = value.get("original_language") or ""
    original = _paragraphs(value.get("original"), original_language or spoken, named)
    if paragraphs:
        yield Quote(
            paragraphs=paragraphs,
            source=named.link(text_of(value.get("source") or "", spoken)),
            original=original,
            original_language=original_language if original else "",
            language=marked,
        )


def _paragraphs(html: str | None, language: str, named: Named) -> tuple[Text, ...]:
    return tuple(named.link(text) for piece in pieces_of(html or "", language) for text in piece.texts)


def _picture(value: Raw, language: str, named: Named) -> Picture | None:
    image = named.pictures.get(value.get("image") or 0)
    if image is None:
        return None
    return picture_of(
        image,
        language,
        alt=repair(value.get("alt") or "", language),
        caption=named.link(text_of(value.get("caption") or "", language)),
        credit=repair(value.get("credit") or "", language),
    )


def _figure(value: Raw, language: str, named: Named) -> Iterator[Block]:
    spoken, marked = _own(value, language)
    picture = _picture(value, spoken, named)
    if picture:
        yield Figure(picture=picture, language=marked)


def _gallery(value: Raw, language: str, named: Named) -> Iterator[Block]:
    spoken, marked = _own(value, language)
    items = [item.get("value", item) for item in value.get("pictures") or ()]
    pictures = tuple(picture for item in items if (picture := _picture(item, spoken, named)))
    if pictures:
        yield Gallery(pictures=pictures, title=repair(value.get("title") or "", spoken), language=marked)


def _table(value: Raw, language: str, named: Named) -> Iterator[Block]:
    spoken, marked = _own(value, language)
    rows = rows_of(value.get("rows") or "")
    if rows:
        yield Table(
            rows=tuple(tuple(plain_text(cell, spoken) for cell in row) for row in rows),
            caption=named.link(text_of(value.get("caption") or "", spoken)),
            source=named.link(text_of(value.get("source") or "", spoken)),
            head_rows=min(int(value.get("head_rows") or 0), len(rows)),
            head_column=bool(value.get("head_column")),
            language=marked,
        )


def rows_of(lines: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table written in lines; all rows are as long as the longest."""
    rows = [_cells(line) for line in lines.splitlines() if line.strip()]
    columns = max((len(row) for row in rows), default=0)
    return tuple(tuple(row) + ("",) * (columns - len(row)) for row in rows)


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def _embed(value: Raw, language: str, named: Named) -> Iterator[Block]:
    spoken, marked = _own(value, language)
    address = outside_address(value.get("address") or "")
    image = named.pictures.get(value.get("picture") or 0)
    if address:
        yield Embed(
            address=address,
            title=repair(value.get("title") or "", spoken),
            place=repair(value.get("place") or "", spoken),
            picture=picture_of(image, spoken) if image else None,
            language=marked,
        )


def _file(value: Raw, language: str, named: Named) -> Iterator[Block]:
    spoken, marked = _own(value, language)
    document = named.documents.get(value.get("document") or 0)
    if document:
        title = repair((value.get("title") or "").strip() or document.title, spoken)
        yield File(hash=document.content_hash, title=title, size=document.size, pages=document.pages, language=marked)


_READERS: Final = {
    "prose": _prose,
    "quote": _quote,
    "picture": _figure,
    "gallery": _gallery,
    "table": _table,
    "embed": _embed,
    "file": _file,
}
