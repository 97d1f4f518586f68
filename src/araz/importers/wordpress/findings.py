"""What an import has to tell: repaired, lost, doubtful and left out, each with its place in the file."""

from collections.abc import Callable
from typing import Literal

import msgspec

from araz.importers.wordpress.export import Item
from araz.importers.wordpress.kinds import is_for_readers

Kind = Literal[
    "repaired",  # broken in the file, mended: nothing is missing
    "lost",  # could not be brought over
    "dropped",  # left behind on purpose: scripts, passwords, personal data
    "doubtful",  # brought over, but somebody should look
    "left out",  # a whole item, with its reason
]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    kind: Kind
    what: str  # a sentence
    file: str = ""  # name, without folders
    line: int = 0
    item: int = 0  # number of the post
    headline: str = ""  # of the item, shortened
    words: int = 0  # how many words of text are lost with it


def headline_of(item: Item) -> str:
    """Return by what people know the item; nothing for what plug-ins keep: orders and letters are called like persons."""
    return item.title if is_for_readers(item.kind, ("attachment",)) else ""


def finding_of(item: Item, kind: Kind, what: str) -> Finding:
    """Return a finding about an item, with its place and its headline."""
    return Finding(kind=kind, what=what, file=item.file, line=item.line, item=item.number, headline=headline_of(item))


Note = Callable[[Finding], None]


class ExportRefused(Exception):
    """A file can't be read at all; the message names the file and the line and says what to do."""
