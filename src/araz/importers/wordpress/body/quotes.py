"""Quotations, with who said them."""

from typing import Final

from selectolax.lexbor import LexborNode

from araz.edition.blocks import Block, Paragraph, Quote
from araz.edition.text import Run, Text
from araz.importers.wordpress.body.elsewhere import place_of
from araz.importers.wordpress.body.galley import lines_of
from araz.importers.wordpress.body.gathering import gathered
from araz.importers.wordpress.body.links import NOWHERE
from araz.importers.wordpress.body.reader import Handler, Reader


def _quote(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    reader.galley.end()
    before = reader.galley.spoken
    given = node.attributes
    look = reader.speaking(given, look)
    reader.sources.append([])
    blocks = reader.apart(node, look)
    source = lines_of(reader.sources.pop()) or _address(reader, given.get("cite") or "")
    for block in _said(blocks, source, reader.galley.spoken):
        reader.galley.add(block)
    reader.galley.spoken = before


def _said(blocks: list[Block], source: Text, language: str) -> list[Block]:
    """Return the quotation, and behind it what in it has no words of its own: pictures, tables."""
    paragraphs, others = gathered(blocks, language)
    if paragraphs:
        return [Quote(paragraphs=tuple(paragraphs), source=source, language=language), *others]
    return [*others, *([Paragraph(text=source, language=language)] if source else [])]


def _address(reader: Reader, address: str) -> Text:
    link = reader.link(address) if address.startswith(("http:", "https:")) else NOWHERE
    return (Run(text=place_of(address), link=link),) if link else ()


def _footer(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    if not reader.sources:
        reader.block(node, look)
        return
    outer, reader.sources = reader.sources, []  # a <cite> in it is only a part of the line
    texts = reader.texts_apart(node)
    reader.sources = outer
    reader.sources[-1] += texts


HANDLERS: Final[dict[str, Handler]] = {"blockquote": _quote, "footer": _footer}
