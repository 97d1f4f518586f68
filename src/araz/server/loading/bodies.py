"""A sample story's blocks as the raw data of the desk's body: the other way round from `desk/body.py`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final
from uuid import uuid4

from araz.server.loading.markup import PageNumbers, paragraphs, plain_words, rich_text
from araz.server.sample import content

Raw = dict[str, Any]
_LIST_ITEM: Final = "item"  # Wagtail's name for what is in a ListBlock
_Prose = content.Heading | content.Paragraph | content.ItemList


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The desk's numbers of what the sample names by keys."""

    pages: PageNumbers
    pictures: Mapping[str, int]


def raw_body(blocks: Iterable[content.Block], numbers: Numbers) -> list[Raw]:
    """Return a body; neighbouring paragraphs, headings and lists of one language are one block of running text."""
    return [raw for group in _grouped(blocks) for raw in _raw_of(group, numbers)]


def raw_notes(notes: Iterable[str], numbers: Numbers) -> list[Raw]:
    return [_block("note", rich_text(note, numbers.pages)) for note in notes]


def _grouped(blocks: Iterable[content.Block]) -> Iterator[list[content.Block]]:
    for _, group in groupby(blocks, key=lambda block: (isinstance(block, _Prose), block.language)):
        yield list(group)


def _raw_of(group: list[content.Block], numbers: Numbers) -> Iterator[Raw]:
    prose = [_prose_html(block, numbers.pages) for block in group if isinstance(block, _Prose)]
    if prose:
        yield _block("prose", {"text": "".join(prose), "language": group[0].language})
    for block in group:
        if not isinstance(block, _Prose):
            yield _other(block, numbers)


def _prose_html(block: _Prose, pages: PageNumbers) -> str:
    match block:
        case content.Heading():
            return f"<h{block.level}>{rich_text(block.text, pages)}</h{block.level}>"
        case content.Paragraph():
            return paragraphs([block.text], pages)
        case content.ItemList():
            tag = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{rich_text(item, pages)}</li>" for item in block.items)
            return f"<{tag}>{items}</{tag}>"


def _other(
    block: content.Quote | content.Figure | content.Gallery | content.Table | content.Embed, numbers: Numbers
) -> Raw:
    match block:
        case content.Quote():
            return _block("quote", _quote(block, numbers.pages))
        case content.Figure():
            return _block("picture", _picture(block.picture, numbers, block.language))
        case content.Gallery():
            pictures = [_item(_picture(picture, numbers)) for picture in block.pictures]
            return _block("gallery", {"title": block.title, "pictures": pictures, "language": block.language})
        case content.Table():
            return _block("table", _table(block, numbers.pages))
        case content.Embed():
            return _block(
                "embed",
                {
                    "address": block.address,
                    "title": block.title,
                    "place": block.place,
                    "picture": numbers.pictures[block.picture.key] if block.picture else None,
                    "language": block.language,
                },
            )


def _quote(block: content.Quote, pages: PageNumbers) -> Raw:
    return {
        "words": paragraphs(block.paragraphs, pages),
        "source": rich_text(block.source, pages),
        "original": paragraphs(block.original, pages),
        "original_language": block.original_language,
        "language": block.language,
    }


def _picture(use: content.PictureUse, numbers: Numbers, language: str = "") -> Raw:
    return {
        "image": numbers.pictures[use.key],
        "alt": use.alt,
        "caption": rich_text(use.caption, numbers.pages),
        "credit": use.credit,
        "language": language,
    }


def _table(block: content.Table, pages: PageNumbers) -> Raw:
    return {
        "caption": rich_text(block.caption, pages),
        "rows": "\n".join(f"| {' | '.join(plain_words(cell) for cell in row)} |" for row in block.rows),
        "head_rows": block.head_rows,
        "head_column": block.head_column,
        "source": rich_text(block.source, pages),
        "language": block.language,
    }


def _block(kind: str, value: object) -> Raw:
    return {"type": kind, "value": value, "id": str(uuid4())}


def _item(value: Raw) -> Raw:
    return _block(_LIST_ITEM, value)
