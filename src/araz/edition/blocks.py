"""The blocks that a story's body is made of.

A new kind of block is added here, in the desk (`desk/blocks/`), and once in each press: see
docs/decisions/0003-adding-a-block-kind.md.
"""

from collections.abc import Iterator
from typing import Literal, assert_never

import msgspec

from araz.edition.text import Text, plain


class Picture(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """A picture by its content; the files lie in the media store under `hash` and a width in pixels."""

    hash: str  # 32 hex digits of the SHA-256 of the accepted picture
    width: int  # pixels of the accepted picture
    height: int
    alt: str = ""
    caption: Text = ()
    credit: str = ""


class _Block(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="block",
):
    language: str = ""  # empty: the story's own


class Heading(_Block, tag="heading", frozen=True, kw_only=True):
    text: Text
    level: Literal[2, 3] = 2


class Paragraph(_Block, tag="paragraph", frozen=True, kw_only=True):
    text: Text


class ItemList(_Block, tag="list", frozen=True, kw_only=True):
    items: tuple[Text, ...]
    ordered: bool = False


class Quote(_Block, tag="quote", frozen=True, kw_only=True):
    """A quotation; `original` are the same words in the language in which they were said, when that is another one."""

    paragraphs: tuple[Text, ...]
    source: Text = ()
    original: tuple[Text, ...] = ()
    original_language: str = ""


class Figure(_Block, tag="figure", frozen=True, kw_only=True):
    picture: Picture


class Gallery(_Block, tag="gallery", frozen=True, kw_only=True):
    pictures: tuple[Picture, ...]
    title: str = ""


class Table(_Block, tag="table", frozen=True, kw_only=True):
    """Rows of cells. The first `head_rows` rows and, if `head_column`, the first cell of each row are headings."""

    rows: tuple[tuple[Text, ...], ...]
    caption: Text = ()
    source: Text = ()
    head_rows: int = 1
    head_column: bool = True


class Embed(_Block, tag="embed", frozen=True, kw_only=True):
    """Something that lies elsewhere (a film, a post): shown as a plain link, never loaded."""

    address: str
    title: str
    place: str = ""  # "Video", "PeerTube": whom the reader will visit
    picture: Picture | None = None


class File(_Block, tag="file", frozen=True, kw_only=True):
    """A document that readers can take with them; it lies in the media store under `hash`."""

    hash: str  # 32 hex digits of the SHA-256 of the accepted document
    title: str
    size: int  # bytes
    pages: int
    kind: Literal["pdf"] = "pdf"


Block = Heading | Paragraph | ItemList | Quote | Figure | Gallery | Table | Embed | File


def texts_of(block: Block) -> Iterator[Text]:
    """Yield every text of a block in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case ItemList():
            yield from block.items
        case Quote():
            yield from block.paragraphs
            yield from block.original
            yield block.source
        case Table():
            yield block.caption
            for row in block.rows:
                yield from row
            yield block.source
        case File():
            yield plain(block.title)
        case Figure() | Gallery() | Embed():
            for picture in pictures_of(block):
                yield picture.caption
        case _:
            assert_never(block)


def pictures_of(block: Block) -> Iterator[Picture]:
    """Yield every picture that a block shows."""
    match block:
        case Figure():
            yield block.picture
        case Gallery():
            yield from block.pictures
        case Embed():
            if block.picture:
                yield block.picture
        case Heading() | Paragraph() | ItemList() | Quote() | Table() | File():
            pass
        case _:
            assert_never(block)
