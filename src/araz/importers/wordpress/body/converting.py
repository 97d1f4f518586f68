"""From the HTML of a post to the blocks of a story."""

import re
from typing import Final

from araz.desk.rich_text import outside_address
from araz.edition.blocks import Block, Embed, Paragraph
from araz.importers.wordpress.body import (
    documents,
    inline,
    lists,
    outside,
    paragraphs,
    pictures,
    quotes,
    shortcodes,
    tables,
    unread,
)
from araz.importers.wordpress.body.elsewhere import is_known_place, place_of
from araz.importers.wordpress.body.leftovers import Leftovers
from araz.importers.wordpress.body.reader import Handler, Reader
from araz.importers.wordpress.body.surroundings import Beside, Converted, Surroundings
from araz.importers.wordpress.findings import Note

_HANDLERS: Final[dict[str, Handler]] = {
    **inline.HANDLERS,
    **paragraphs.HANDLERS,
    **lists.HANDLERS,
    **quotes.HANDLERS,
    **tables.HANDLERS,
    **pictures.HANDLERS,
    **outside.HANDLERS,
    **unread.HANDLERS,
}
_ADDRESS: Final = re.compile(r"https?://\S+")
_BODY_END: Final = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)


def convert(html: str, around: Surroundings, note: Note, beside: Beside | None = None) -> Converted:
    """Return the blocks and footnotes of a post's HTML, of whichever editor.

    `note` hears of everything that did not come along, or not as it was. Text never goes without being told.
    """
    left = Leftovers()
    beside = beside or Beside()
    reader = Reader(around, beside, left, _HANDLERS)
    reader.read_whole(_prepared(html, left))
    blocks = [shown for block in reader.galley.blocks for shown in _shown_elsewhere(reader, block)]
    blocks = documents.without_doubled_names(blocks) if reader.offered else blocks
    left.tell(around, note)
    return Converted(blocks=tuple(blocks), notes=reader.footnotes.texts())


def _prepared(html: str, left: Leftovers) -> str:
    tidy = html.replace("\x00", "")
    if "</body" in tidy or "</html" in tidy:
        tidy = _BODY_END.sub("", tidy)
    return shortcodes.rewritten(
        tidy, lambda name: left.add("lost", f"The shortcode [{name[:40]}] is a plugin's; the words in it stay")
    )


def _shown_elsewhere(reader: Reader, block: Block) -> list[Block]:
    """Return a paragraph that is only the address of a film, post or document as WordPress shows it: as that itself."""
    if not isinstance(block, Paragraph) or len(block.text) != 1:
        return [block]
    run = block.text[0]
    if run.link or not _ADDRESS.fullmatch(run.text):
        return [block]
    if document := reader.around.document(run.text, ""):
        return documents.instead_of_address(reader, document, block.language)
    address = outside_address(run.text) if is_known_place(run.text) else ""
    return [Embed(address=address, title=place_of(address), language=block.language)] if address else [block]
