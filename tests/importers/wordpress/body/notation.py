"""Blocks as lines that can be read: `p **bold** [words](https://…)`, one for each block or item."""

from collections.abc import Iterable, Iterator

from araz.edition.blocks import Block, Embed, Figure, File, Gallery, Heading, ItemList, Paragraph, Picture, Quote, Table
from araz.edition.text import Run, Text


def written(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in _lines(block)]


def text(runs: Text) -> str:
    return "".join(map(_run, runs)).replace("\n", "/")


def _run(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    words = run.text
    if run.bold:
        words = f"**{words}**"
    if run.italic:
        words = f"_{words}_"
    if run.language:
        words = f"{{{run.language}: {words}}}"
    return f"[{words}]({run.link})" if run.link else words


def _lines(block: Block) -> Iterator[str]:
    language = f"({block.language}) " if block.language else ""
    match block:
        case Heading():
            yield f"h{block.level} {language}{text(block.text)}"
        case Paragraph():
            yield f"p {language}{text(block.text)}"
        case ItemList():
            yield from (f"{'1.' if block.ordered else '*'} {language}{text(item)}" for item in block.items)
        case Quote():
            yield from (f"> {language}{text(paragraph)}" for paragraph in block.paragraphs)
            if block.source:
                yield f"> — {text(block.source)}"
        case Figure():
            yield f"picture {language}{_picture(block.picture)}"
        case Gallery():
            yield f"gallery {language}{block.title}".rstrip()
            yield from (f"+ {_picture(picture)}" for picture in block.pictures)
        case Table():
            yield from _table(block, language)
        case Embed() | File():
            yield _offered(block, language)


def _offered(block: Embed | File, language: str) -> str:
    if isinstance(block, File):
        return f"document {language}{block.title} {block.hash.lstrip('0')}"
    place = f" ({block.place})" if block.place else ""
    return f"elsewhere {language}{block.title}{place} {block.address}"


def _table(block: Table, language: str) -> Iterator[str]:
    heads = f"{block.head_rows}{' and a column' if block.head_column else ''}"
    yield f"table {language}{heads} {text(block.caption)}".rstrip()
    yield from (" | ".join(map(text, row)) for row in block.rows)


def _picture(picture: Picture) -> str:
    said = [picture.alt and f"alt={picture.alt}", text(picture.caption), picture.credit and f"by {picture.credit}"]
    return " ".join([picture.hash.lstrip("0"), *filter(None, said)])
