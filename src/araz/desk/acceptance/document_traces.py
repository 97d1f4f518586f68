"""What a document says besides its pages, for the person who brought it, before it is left behind."""

from collections.abc import Iterator
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Pdf

from araz.desk.acceptance.answers import KINDS_IN_ORDER, Found, Kind
from araz.desk.acceptance.wording import several
from araz.desk.acceptance.xmp import read_xmp

_IN_INFO: Final[tuple[tuple[str, Kind], ...]] = (
    ("/Author", "people"),
    ("/Company", "people"),
    ("/Creator", "programs"),
    ("/Producer", "programs"),
    ("/CreationDate", "dates"),
    ("/ModDate", "dates"),
    ("/Title", "title"),
    ("/Subject", "title"),
    ("/Keywords", "keywords"),
)
_IN_XMP: Final[tuple[tuple[str, Kind], ...]] = (
    ("creator", "people"),
    ("CreatorTool", "programs"),
    ("Producer", "programs"),
    ("CreateDate", "dates"),
    ("ModifyDate", "dates"),
    ("title", "title"),
    ("description", "title"),
    ("subject", "keywords"),
    ("DocumentID", "serial"),
    ("InstanceID", "serial"),
)
_IN_ROOT: Final[tuple[tuple[Name, Kind], ...]] = (
    (Name.OpenAction, "scripts"),
    (Name.AA, "scripts"),
    (Name.AcroForm, "form"),
    (Name.OCProperties, "layers"),
    (Name.Outlines, "bookmarks"),
    (Name.StructTreeRoot, "structure"),
    (Name.Collection, "attachments"),
    (Name.AF, "attachments"),
)
_END: Final = b"%%EOF"
_NOTHING: Final = b"\0\t\n\f\r \x1a"  # with which programs fill a file up


class Traces:
    """Reads what a document says at once, and takes note of what is met on the way."""

    def __init__(self, pdf: Pdf, source: bytes) -> None:
        self._values: dict[str, list[object]] = {}
        self._read_info(pdf)
        self._read_xmp(pdf)
        self._read_root(pdf)
        for page in pdf.pages:
            self._read_page(page.obj)
        if source.count(b"%%EOF") > 1 and source.count(b"startxref") > (2 if b"/Linearized" in source[:2048] else 1):
            self.note("earlier_versions")
        _, end, behind = source.rpartition(_END)
        if end and behind.strip(_NOTHING):
            self.note("attachments")

    def note(self, kind: str, *values: object) -> None:
        self._values.setdefault(kind, []).extend(values)

    def found(self) -> tuple[Found, ...]:
        return tuple(
            Found(kind=kind, values=several(self._values[kind])) for kind in KINDS_IN_ORDER if kind in self._values
        )

    def _read_info(self, pdf: Pdf) -> None:
        info = pdf.trailer.get(Name.Info)
        if not isinstance(info, Dictionary):
            return
        kinds = dict(_IN_INFO)
        for key, value in info.items():
            if str(value).strip():
                self.note(kinds.get(key, "comments"), str(value))

    def _read_xmp(self, pdf: Pdf) -> None:
        packet = pdf.Root.get(Name.Metadata)
        if packet is None:
            return
        try:
            said = read_xmp(packet.read_bytes())
        except ValueError:
            self.note("unreadable")
            return
        for name, kind in _IN_XMP:
            if values := said.get(name):
                self.note(kind, *values)
        if "History" in said:
            self.note("history")

    def _read_root(self, pdf: Pdf) -> None:
        for name, kind in _IN_ROOT:
            if name in pdf.Root:
                self.note(kind)
        names = pdf.Root.get(Name.Names)
        if isinstance(names, Dictionary):
            if Name.JavaScript in names:
                self.note("scripts")
            if Name.EmbeddedFiles in names:
                self.note("attachments", *_names_in(names[Name.EmbeddedFiles]))

    def _read_page(self, page: Dictionary) -> None:
        if Name.AA in page:
            self.note("scripts")
        if Name.PieceInfo in page:
            self.note("comments")
        if Name.Thumb in page:
            self.note("thumbnail")
        marks = page.get(Name.Annots)
        for mark in marks if isinstance(marks, Array) else ():
            if isinstance(mark, Dictionary) and mark.get(Name.Subtype) not in (Name.Link, Name.Widget, Name.Popup):
                self.note("notes", *(str(mark[key]) for key in (Name.T,) if key in mark))
                if mark.get(Name.Subtype) == Name.FileAttachment:
                    self.note("attachments")


def _names_in(tree: Any, depth: int = 0) -> Iterator[str]:
    """Yield the names of attached files, as their tree has them."""
    if not isinstance(tree, Dictionary) or depth > 8:
        return
    listed = tree.get(Name.Names)
    if isinstance(listed, Array):
        yield from (str(name) for name in list(listed)[::2][:20])
    for below in list(tree.get(Name.Kids, ()))[:20]:
        yield from _names_in(below, depth + 1)
