"""Whether a document came whole. What reads PDF mends a file that was cut, and leaves out silently what it did not find."""

import re
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Pdf

# What the reader of PDF says of a file of which something is not there, and not of one with a wrong list of its parts.
_LOST: Final = (
    "unexpected EOF",
    "EOF after endobj",
    "parse error while reading object",
    "unable to find trailer",
    "Pages tree includes non-dictionary",
)
_MENDED: Final = "Attempting to reconstruct cross-reference table"
_HEAD_BYTES: Final = 2048
_LENGTH_SAID: Final = re.compile(rb"/L\s+(\d{1,12})")  # by a file that is made to be shown while it is still loaded


def is_incomplete(pdf: Pdf, source: bytes) -> bool:
    """Whether pages, or parts of them, are missing. Reads all objects."""
    promised = _promised_pages(pdf)
    pages = [page.obj for page in pdf.pages]
    list(pdf.objects)  # what is wrong with an object is said when it is read
    said = [str(warning) for warning in pdf.get_warnings()]
    if any(loss in warning for warning in said for loss in _LOST):
        return True
    is_mended = any(_MENDED in warning for warning in said)
    return (
        promised > len(pages)
        or _promised_bytes(source) > len(source)
        or (is_mended and any(_has_lost_orders(page) for page in pages))
    )


def _promised_pages(pdf: Pdf) -> int:
    """How many pages the document says it has: asked before the pages are, for then this is mended too."""
    tree = pdf.Root.get(Name.Pages)
    count = tree.get(Name.Count) if isinstance(tree, Dictionary) else None
    return count if isinstance(count, int) else 0


def _promised_bytes(source: bytes) -> int:
    head = source[:_HEAD_BYTES]
    at = head.find(b"/Linearized")
    said = _LENGTH_SAID.search(head, max(head.rfind(b"<<", 0, at), 0), head.find(b">>", at)) if at >= 0 else None
    return int(said[1]) if said else 0


def _has_lost_orders(page: Any) -> bool:
    """Whether a page draws nothing, which in a file that came whole is just an empty page."""
    orders = page.get(Name.Contents)
    return orders is None or (isinstance(orders, Array) and any(each is None for each in orders))
