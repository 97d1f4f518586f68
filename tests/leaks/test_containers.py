"""Whatever wraps it: pictures, documents, archives, databases and discs are taken apart."""

import gzip
import io
import sqlite3
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import brotli
import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets

WORD = "Saxlanmazova"
TEXT = f"<p>Bunu {WORD} yazıb.</p>".encode()


def kinds(content: bytes, path: str = "file") -> set[str]:
    return {hit.kind for hit in Proofreader(Secrets(words=(WORD,))).look(path, content)}


def a_zip(
    content: bytes, name: str = "a.html", at: tuple[int, ...] = (1980, 1, 1, 0, 0, 0), comment: bytes = b""
) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name, at), content)  # type: ignore[arg-type]  # six numbers
        archive.comment = comment
    return file.getvalue()


def a_tar(content: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        info = tarfile.TarInfo("a.html")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def a_database(*, then: str = "") -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript("pragma secure_delete = off; create table t (a, b);")
    connection.execute("insert into t values ('abc', ?), ('x', 'y')", (f"Bunu {WORD} yazıb",))
    connection.commit()
    connection.executescript(then)
    return connection.serialize()


def a_pdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        change(pdf)
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def on_the_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(f"BT /F1 12 Tf ({WORD[:4]}) Tj ({WORD[4:]}) Tj ET".encode())


def on_a_form(pdf: pikepdf.Pdf) -> None:
    """As what was filled in becomes part of a page."""
    form = pdf.make_stream(f"BT ({WORD[:4]}) Tj ({WORD[4:]}) Tj ET".encode(), Subtype=pikepdf.Name.Form)
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Form=form))
    pdf.pages[0].Contents = pdf.make_stream(b"/Form Do")


def said_of_letters(pdf: pikepdf.Pdf) -> None:
    said = ("\ufeff" + WORD).encode("utf-16-be").hex()
    pdf.pages[0].Contents = pdf.make_stream(f"/Span <</ActualText <{said}>>> BDC EMC".encode())


def in_a_font(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, BaseFont=pikepdf.Name(f"/ABCDEF+{WORD}"))
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))


def in_a_packed_font(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Font = pdf.make_stream(b"\1\0\4\2" + WORD.encode() + b"\0", Subtype=pikepdf.Name.Type1C)


def in_a_picture_on_the_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"BI /W 8 /H 8 /CS /G /BPC 8 ID " + WORD.ljust(64).encode() + b"\nEI")


def _between_objects(content: bytes) -> bytes:
    return content.replace(b"startxref", f"% {WORD}\nstartxref".encode())


WRAPPED = {
    "zip": a_zip(TEXT),
    "zip in zip": a_zip(a_zip(TEXT), "b.zip"),
    "name of a member": a_zip(b"", f"{WORD}.html"),
    "gzip": gzip.compress(TEXT, mtime=0),
    "tar in gzip": gzip.compress(a_tar(TEXT), mtime=0),
    "sqlite": a_database(),
    "sqlite, free pages": a_database(then="delete from t;"),
    "UTF-16": f"Bunu {WORD} yazıb".encode("utf-16"),
    "UTF-16 between other bytes": b"\x01\x02\x03" + WORD.encode("utf-16-le") + b"\xff\xfe",
    "page of a PDF": a_pdf(on_the_page),
    "form of a PDF": a_pdf(on_a_form),
    "what letters of a PDF stand for": a_pdf(said_of_letters),
    "name of a font": a_pdf(in_a_font),
    "inside of a font": a_pdf(in_a_packed_font),
    "picture inside of a page": a_pdf(in_a_picture_on_the_page),
    "between the objects of a PDF": _between_objects(a_pdf(lambda _: None)),
}


@pytest.mark.parametrize("content", WRAPPED.values(), ids=WRAPPED)
def test_a_word_is_found_whatever_wraps_it(content: bytes):
    assert kinds(content) == {"word"}


def test_a_word_is_found_in_brotli_which_only_its_name_tells():
    assert kinds(brotli.compress(TEXT), "a.html.br") == {"word"}


def test_members_of_a_zip_say_no_time_and_nothing_else():
    assert kinds(a_zip(b"", at=(2026, 11, 26, 1, 43, 26))) == {"time"}
    assert kinds(a_zip(b"", at=(2026, 11, 26, 1, 40, 0))) == set()
    assert "metadata" in kinds(a_zip(b"", comment=b"made at home"))


def test_a_gzip_file_says_neither_its_name_nor_when_it_was_made():
    file = io.BytesIO()
    with gzip.GzipFile("report.html", "wb", fileobj=file, mtime=1_700_000_001) as stream:
        stream.write(b"")
    assert kinds(file.getvalue()) == {"time", "metadata"}


def _saved(form: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, form, **options)
    return file.getvalue()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = f"Kamera {WORD}"
    return exif


def _png_text() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", WORD, zip=True)
    return info


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_bare_picture_is_clean(form: str):
    assert kinds(_saved(form)) == set()


@pytest.mark.parametrize(
    "content",
    [
        _saved("JPEG", exif=_exif()),
        _saved("PNG", exif=_exif()),
        _saved("WEBP", exif=_exif()),
        _saved("PNG", pnginfo=_png_text()),
        _saved("JPEG", comment=WORD),
        _saved("GIF", comment=WORD),
        _saved("WEBP", xmp=WORD.encode()),
        _saved("JPEG", icc_profile=b"a profile of a device"),
        _saved("JPEG") + b"what stands behind",
        _saved("PNG") + b"what stands behind",
        _saved("WEBP") + b"what stands behind",
        _saved("TIFF"),
    ],
    ids=lambda content: f"{content[:4]!r} {len(content)}",
)
def test_any_part_that_a_picture_does_not_need_is_a_hit(content: bytes):
    assert "metadata" in kinds(content)


def _author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo[pikepdf.Name.Author] = WORD


def _xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [WORD]


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, TEXT, filename="notes.txt")


@pytest.mark.parametrize("change", [_author, _xmp, _attached])
def test_what_a_pdf_says_of_itself_is_a_hit(change: Callable[[pikepdf.Pdf], None]):
    assert kinds(a_pdf(change)) >= {"metadata", "word"}


def test_a_bare_pdf_is_clean():
    assert kinds(a_pdf(lambda _: None)) == set()


def test_files_of_a_disc_are_found_by_walking_it():
    assert kinds(a_disc({"A.HTM;1": gzip.compress(TEXT, mtime=0)})) == {"word"}


def a_disc(files: dict[str, bytes]) -> bytes:
    """A small ISO 9660 image: one folder, each file on sectors of its own."""
    at, records, body = 24, b"", b""
    for name, content in files.items():
        records += _record(name.encode(), at, len(content))
        body += content.ljust(-(-len(content) // 2048) * 2048, b"\0")
        at += -(-len(content) // 2048)
    folder = (_record(b"\0", 20, 2048, 2) + _record(b"\1", 20, 2048, 2) + records).ljust(2048, b"\0")
    primary = (b"\1CD001\1\0".ljust(156, b" ") + _record(b"\0", 20, 2048, 2)).ljust(2048, b" ")
    last = b"\xffCD001\1".ljust(2048, b"\0")
    return b"\0" * (16 * 2048) + primary + last + b"\0" * (2 * 2048) + folder + b"\0" * (3 * 2048) + body


def _record(name: bytes, at: int, size: int, flags: int = 0) -> bytes:
    length = 33 + len(name) + (len(name) + 1) % 2
    head = (
        bytes([length, 0]) + at.to_bytes(4, "little") + at.to_bytes(4) + size.to_bytes(4, "little") + size.to_bytes(4)
    )
    return (head + b"\0" * 7 + bytes([flags, 0, 0]) + b"\1\0\0\1" + bytes([len(name)]) + name).ljust(length, b"\0")


def test_what_can_not_be_opened_is_told():
    assert kinds(b"PK\x03\x04 and nothing more") == {"unreadable"}
    assert kinds(b"%PDF-1.7 and nothing more") == {"unreadable"}


BROKEN_ORDERS = (
    b"Tf Tj TJ BDC DP ' \"", b"5 Tj 2000000000 Tj /x Tj <<>> Tj null Tj", b"5 TJ (x) TJ [5 /x] TJ", b"5 6 Tf (x) Tj",
)  # fmt: skip
BROKEN_TABLES = (
    b"beginbfchar <1> <004> endbfchar", b"beginbfrange <FE> <0FFF> <DBFFDFF0> endbfrange", b"beginbfrange <05> <01> <0041> endbfrange",
    b"beginbfrange <FE> <FF> [<0041> <0042> <0043>] endbfrange", b"beginbfchar <61> <D800> endbfchar",
)  # fmt: skip


def _broken(orders: bytes, *, font: object = None, table: bytes = b"") -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        fonts = pikepdf.Dictionary(F1=font or pikepdf.Dictionary(ToUnicode=pdf.make_stream(table)))
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=fonts)
        pdf.pages[0].Contents = pdf.make_stream(orders + f" BT ({WORD}) Tj ET".encode())

    return a_pdf(change)


@pytest.mark.parametrize(
    "content",
    [
        *map(_broken, BROKEN_ORDERS),
        *(_broken(b"/F1 9 Tf (a) Tj /F2 9 Tf", table=table) for table in BROKEN_TABLES),
        _broken(b"/F1 9 Tf", font=5),
        _broken(b"/F1 9 Tf", font=pikepdf.Dictionary(ToUnicode=pikepdf.Name("/Identity-H"))),
    ],
)
def test_a_document_that_does_not_follow_its_form_stops_no_search(content: bytes):
    assert kinds(content) == {"word"}


def test_a_document_with_a_picture_in_its_orders_that_never_ends_is_told():
    assert kinds(_broken(b"BI /W ID x EI")) == {"unreadable"}


def test_our_own_fonts_and_pages_are_clean():
    assets = Path(__file__).parents[2] / "src/araz/presses/website/assets"
    files = [path for path in sorted(assets.rglob("*")) if path.suffix in (".woff2", ".js")]
    assert files
    assert {path.name: kinds(path.read_bytes(), path.name) for path in files} == {path.name: set() for path in files}
