"""A PDF from outside: what its pages show is written into a new document, and nothing else of it. Knows no Django."""

from io import BytesIO
from typing import Any, Final

from pikepdf import (
    Array,
    DataDecodingError,
    Dictionary,
    ForeignObjectError,
    Name,
    ObjectStreamMode,
    Page,
    PasswordError,
    Pdf,
    PdfError,
    String,
    settings,
)

from araz.desk.acceptance.answers import DocumentMade, NotMade
from araz.desk.acceptance.document_content import TooDetailed
from araz.desk.acceptance.document_layers import HiddenLayers
from araz.desk.acceptance.document_losses import is_incomplete
from araz.desk.acceptance.document_marks import flatten_marks, links_of
from araz.desk.acceptance.document_parts import MOST_STREAM_BYTES, Copier, DocumentRefused
from araz.desk.acceptance.document_traces import Traces

MOST_PAGES: Final = 1000
MOST_OBJECTS: Final = 150_000
MOST_BYTES: Final = 32 * 1024 * 1024
VERSION: Final = "1.7"
_HEAD_BYTES: Final = 1024
_WIDEST: Final = 14_400  # points, as ISO 32000 advises

_OTHER_KIND: Final = "The file is not a PDF. Save it as PDF and try again; pictures go under Images."
_ENCRYPTED: Final = "The document is encrypted, so it can't be cleaned. Save it without a password, or print it into a new PDF, and try again."
_UNREADABLE: Final = "The document can't be read. Save it anew in the program it came from, as PDF, and try again."
_INCOMPLETE: Final = "The document did not come whole: pages, or parts of them, are missing, as after a download or a copy that broke off. Get it again from where it comes from, or save it anew as PDF in the program it came from, and try again."
_NO_PAGE: Final = "The document has no page. Choose another one."
_TOO_LONG: Final = f"The document has more than {MOST_PAGES:,} pages. Bring it in in parts."
_TOO_MANY_PARTS: Final = "The document has more than 150,000 parts. Print it into a new PDF, or bring it in in parts."
_TOO_DETAILED: Final = (
    "A page of the document is too detailed to be looked through. Save that page as a picture and try again."
)
_TOO_LARGE: Final = "What is left of the document is larger than 32 MB. Bring it in in parts."
_LIVE_FORM: Final = "The document is a form that programs draw (XFA): there are no pages in it to keep. Print it into a new PDF and try again."

settings.set_qpdf_limits(flate_max_memory=MOST_STREAM_BYTES, run_length_max_memory=MOST_STREAM_BYTES)


def take_document(source: bytes) -> DocumentMade | NotMade:
    """Write the document anew, or say why not. The same bytes give the same document."""
    if b"%PDF-" not in source[:_HEAD_BYTES]:
        return NotMade(why=_OTHER_KIND)
    try:
        with Pdf.open(BytesIO(source)) as pdf:
            _look(pdf, source)
            traces = Traces(pdf, source)
            content = _written_anew(pdf, traces)
            return DocumentMade(content=content, pages=len(pdf.pages), found=traces.found())
    except PasswordError:
        return NotMade(why=_ENCRYPTED)
    except TooDetailed:
        return NotMade(why=_TOO_DETAILED)
    except DocumentRefused as refusal:
        return NotMade(why=str(refusal))
    except (PdfError, DataDecodingError, ForeignObjectError, ValueError, TypeError, KeyError, IndexError, RuntimeError):
        return NotMade(why=_UNREADABLE)


def _look(pdf: Pdf, source: bytes) -> None:
    """Refuse what can't become a document of plain pages. Raises DocumentRefused."""
    if pdf.is_encrypted:
        raise DocumentRefused(_ENCRYPTED)
    if len(pdf.objects) > MOST_OBJECTS:
        raise DocumentRefused(_TOO_MANY_PARTS)
    if is_incomplete(pdf, source):
        raise DocumentRefused(_INCOMPLETE)
    count = len(pdf.pages)
    if not count:
        raise DocumentRefused(_NO_PAGE)
    if count > MOST_PAGES:
        raise DocumentRefused(_TOO_LONG)
    form = pdf.Root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and Name.XFA in form:
        raise DocumentRefused(_LIVE_FORM)


def _written_anew(pdf: Pdf, traces: Traces) -> bytes:
    links = [links_of(page) for page in pdf.pages]
    flatten_marks(pdf)
    with Pdf.new() as made:
        copier = Copier(made, HiddenLayers(pdf), traces.note)
        for page, leading in zip(pdf.pages, links, strict=True):
            made.pages.append(Page(made.make_indirect(_page(page, copier, leading))))
        made.remove_unreferenced_resources()  # pictures that no page draws
        file = BytesIO()
        made.save(
            file,
            force_version=VERSION,
            preserve_pdfa=False,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
        )
    if file.tell() > MOST_BYTES:
        raise DocumentRefused(_TOO_LARGE)
    return file.getvalue()


def _page(page: Page, copier: Copier, links: list[tuple[list[Any], str]]) -> Dictionary:
    resources = page.resources
    made = Dictionary(
        Type=Name.Page,
        MediaBox=_box(page.mediabox),
        CropBox=_box(page.cropbox),
        Resources=copier.resources(resources),
        Contents=copier.orders(page, resources),
    )
    if turned := int(page.obj.get(Name.Rotate, 0)) % 360:
        made[Name.Rotate] = turned
    group = page.obj.get(Name.Group)
    if isinstance(group, Dictionary):
        made[Name.Group] = copier.copy(group)
    unit = page.obj.get(Name.UserUnit)
    if unit is not None and 0 < float(unit) < 1000:
        made[Name.UserUnit] = unit
    if links:
        made[Name.Annots] = Array([_link(place, address) for place, address in links])
    return made


def _box(given: Any) -> Array:
    numbers = [float(number) for number in given]
    if len(numbers) != 4 or any(abs(number) > _WIDEST for number in numbers):
        raise DocumentRefused(_UNREADABLE)
    return Array(list(given))


def _link(place: list[Any], address: str) -> Dictionary:
    leads = Dictionary(S=Name.URI, URI=String(address))
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(place), Border=Array([0, 0, 0]), A=leads)
