"""What lies on top of a document's pages: links, notes, stamps, fields. What is seen becomes part of the page; the rest goes."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from pikepdf import Array, Dictionary, Name, Page, Pdf

from araz.desk.acceptance.document_parts import DocumentRefused

_UNSEEN: Final = 1 << 0 | 1 << 1 | 1 << 5  # invisible, hidden, not for the screen
_LONGEST_ADDRESS: Final = 2000
_NOT_SHOWN: Final = frozenset(
    "/Link /Popup /Text /FileAttachment /Sound /Movie /Screen /RichMedia /3D /PrinterMark /TrapNet /Projection".split()
)
_REDACT: Final = "/Redact"
_UNAPPLIED: Final = (
    "Somebody marked words in this document for blacking out, but never applied it: the words are still there. Apply the"
    " redaction in the program it was marked with, save, and try again."
)
_NAMES_SIGNER: Final = Name.Sig


def links_of(page: Page) -> list[tuple[list[Any], str]]:
    """Return the places of a page that lead to the web, with their addresses."""
    return [
        (list(mark[Name.Rect]), address)
        for mark in _marks_of(page)
        if mark.get(Name.Subtype) == Name.Link and len(mark.get(Name.Rect, ())) == 4 and (address := _address(mark))
    ]


def flatten_marks(pdf: Pdf) -> None:
    """Let what is seen of marks become part of the pages, and take all marks away. Raises DocumentRefused."""
    for page in pdf.pages:
        marks = list(_marks_of(page))
        if any(mark.get(Name.Subtype) == _REDACT for mark in marks):
            raise DocumentRefused(_UNAPPLIED)
        if Name.Annots in page.obj:
            page.obj[Name.Annots] = Array([mark for mark in marks if _is_seen(mark)])
    form = pdf.Root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and form.get(Name.NeedAppearances):
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")


def _marks_of(page: Page) -> Iterator[Dictionary]:
    marks = page.obj.get(Name.Annots)
    for mark in marks if isinstance(marks, Array) else ():
        if isinstance(mark, Dictionary):
            yield mark


def _is_seen(mark: Dictionary) -> bool:
    if str(mark.get(Name.Subtype)) in _NOT_SHOWN or int(mark.get(Name.F, 0)) & _UNSEEN:
        return False
    return bool(_field_kind(mark) != _NAMES_SIGNER)


def _field_kind(mark: Dictionary) -> Any:
    """A field's kind may stand at a field above it."""
    for _ in range(8):
        if Name.FT in mark:
            return mark[Name.FT]
        above = mark.get(Name.Parent)
        if not isinstance(above, Dictionary):
            break
        mark = above
    return None


def _address(mark: Dictionary) -> str:
    action = mark.get(Name.A)
    if not isinstance(action, Dictionary) or action.get(Name.S) != Name.URI:
        return ""
    address = str(action.get(Name.URI, ""))
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_plain = parts.scheme in ("http", "https") and parts.hostname and not parts.username and address.isascii()
    return address if is_plain and len(address) <= _LONGEST_ADDRESS else ""
