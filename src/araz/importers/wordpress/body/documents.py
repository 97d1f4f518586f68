"""Documents of the old site, whatever led to them: a link, a frame, an object, a plug-in's shortcode."""

import msgspec
from selectolax.lexbor import LexborNode

from araz.edition.blocks import Block, File, Paragraph
from araz.edition.text import Run, plain, words_of
from araz.importers.wordpress.body.galley import PLAIN
from araz.importers.wordpress.body.reader import Reader
from araz.importers.wordpress.body.surroundings import Document


def offer(reader: Reader, document: Document) -> None:
    """Set the document behind the paragraph in which it is named; a second time in one story it is not set."""
    if document.block is None:
        reader.left.add("lost", "A document did not come along; its name stays")
    elif document.block.hash not in reader.offered:
        reader.offered.add(document.block.hash)
        block = msgspec.structs.replace(document.block, language=reader.galley.spoken)
        reader.galley.add_after_paragraph(block)


def show(reader: Reader, address: str, title: str = "") -> bool:
    """Set the document that a page shows in itself, or its name if it has not come; False if the address leads to none."""
    document = reader.around.document(address, title)
    if document is None:
        return False
    offer(reader, document)
    if document.block is None and document.title not in reader.offered:
        reader.offered.add(document.title)
        reader.galley.end()
        reader.galley.words(document.title, PLAIN)
        reader.galley.end()
    return True


def read_link(reader: Reader, node: LexborNode, address: str, words: str, look: Run) -> bool:
    """Read a link whose words stay and whose document stands behind them; False if it leads to no document."""
    document = reader.around.document(address, words)
    if document is None:
        return False
    reader.children(node, look)
    offer(reader, document)
    return True


def without_doubled_names(blocks: list[Block]) -> list[Block]:
    """Return the blocks without paragraphs that are only the name of the document behind them."""
    after = [*blocks[1:], None]
    return [block for block, following in zip(blocks, after, strict=True) if not _is_name_of(block, following)]


def _is_name_of(block: Block, following: Block | None) -> bool:
    return (
        isinstance(following, File)
        and isinstance(block, Paragraph)
        and not any(run.note for run in block.text)
        and words_of(block.text).strip() == following.title
    )


def instead_of_address(reader: Reader, document: Document, language: str) -> list[Block]:
    """Return what stands for a paragraph that is only a document's address: nothing where the document stands already."""
    if document.block is None:
        offer(reader, document)
        return [Paragraph(text=plain(document.title), language=language)]
    if document.block.hash in reader.offered:
        return []
    reader.offered.add(document.block.hash)
    return [msgspec.structs.replace(document.block, language=language)]
