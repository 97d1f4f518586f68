"""From the HTML of a post to the blocks of a story."""

import re
from typing import Final

from araz.desk.rich_text import outside_address
from araz.edition.blocks import Block, Embed, Paragraph
from araz.importers.wordpress.body import (
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
    blocks = tuple(_shown_elsewhere(block) for block in reader.galley.blocks)
    left.tell(around, note)
    return Converted(blocks=blocks, notes=reader.footnotes.texts())


def _prepared(html: str, left: Leftovers) -> str:
    tidy = html.replace("\x00", "")
    if "</body" in tidy or "</html" in tidy:
        tidy = _BODY_END.sub("", tidy)
    return shortcodes.rewritten(
        tidy, lambda name: left.add("lost", f"The shortcode [{name[:40]}] is a plugin's; the words in it stay")
    )


def _shown_elsewhere(block: Block) -> Block:
    """Return a paragraph that is only the address of a film or post as WordPress shows it: as that film or post."""
    if not isinstance(block, Paragraph) or len(block.text) != 1:
        return block
    run = block.text[0]
    if run.link or not _ADDRESS.fullmatch(run.text) or not is_known_place(run.text):
        return block
    address = outside_address(run.text)
    place = place_of(address)
    return Embed(address=address, title=place, language=block.language) if address else block
