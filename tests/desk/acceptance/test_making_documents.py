"""Documents come out as what their pages show, and nothing else."""

import re
import subprocess
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String

from araz.desk.acceptance.workshop import NewDocument, Refused, make_document
from tests.desk.acceptance import planted
from tests.desk.acceptance.planted import page_of, saved


@pytest.fixture(scope="module")
def told() -> NewDocument:
    return make_document(planted.pdf())


def said(new: NewDocument) -> dict[str, tuple[str, ...]]:
    return {found.kind: found.values for found in new.found}


def everything_in(content: bytes) -> bytes:
    """All bytes of a document, and what its streams hold when they are unpacked."""
    with Pdf.open(BytesIO(content)) as pdf:
        streams = [each.read_raw_bytes() for each in pdf.objects if isinstance(each, Stream)]
        unpacked = [
            each.read_bytes()
            for each in pdf.objects
            if isinstance(each, Stream) and each.get(Name.Filter) in (None, Name.FlateDecode)
        ]
        plain = saved(pdf, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return b"\n".join([content, plain, *streams, *unpacked])


def test_nothing_that_a_document_says_besides_its_pages_survives(told: NewDocument):
    assert planted.SECRET in everything_in(planted.pdf())
    assert planted.SECRET not in everything_in(told.content)


def test_its_words_and_pictures_and_links_to_the_web_stay(told: NewDocument):
    with Pdf.open(BytesIO(told.content)) as pdf:
        page = pdf.pages[0]
        assert b"(Hesabat) Tj" in page.Contents.read_bytes()
        assert page.Resources.XObject.Im.Width == 320
        assert page.Resources.XObject.Im.read_raw_bytes().startswith(b"\xff\xd8")
        assert [str(mark.A.URI) for mark in page.Annots] == ["https://paper.example/a"]
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert Name.Info not in pdf.trailer


def test_the_person_who_brings_it_is_told_what_it_said(told: NewDocument):
    found = said(told)
    assert found["people"] == ("PLANTED AUTHOR", "PLANTED XMP PERSON")
    assert "PLANTED PRODUCER" in found["programs"]
    assert "PLANTED attachment.txt" in found["attachments"]
    assert found["notes"] == ("PLANTED NOTE AUTHOR",)
    assert {"scripts", "layers", "bookmarks", "pictures_inside", "comments"} <= found.keys()


def test_the_same_document_gives_the_same_bytes(told: NewDocument):
    assert make_document(planted.pdf()).content == told.content
    assert make_document(told.content).pages == 1


def test_what_is_on_a_layer_that_is_switched_off_does_not_come_to_light(told: NewDocument):
    with Pdf.open(BytesIO(told.content)) as pdf:
        orders = pdf.pages[0].Contents.read_bytes()
    assert b"HIDDEN" not in orders
    assert b"(Su) Tj" in orders


@pytest.mark.metadata
def test_programs_that_look_for_traces_find_only_version_and_pages(told: NewDocument, tmp_path: Path):
    file = tmp_path / "document.pdf"
    file.write_bytes(told.content)
    seen = subprocess.run(["exiftool", "-G", "-a", "-s", file], capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^\[PDF\]\s+(\w+)", seen, re.MULTILINE)) == {"PDFVersion", "Linearized", "PageCount"}
    assert {line[1 : line.index("]")] for line in seen.splitlines()} == {"ExifTool", "File", "PDF"}


def seen_by_mat2(file: Path) -> set[str]:
    """What mat2 tells about a file; three lines of a document are said of any, and say “none”."""
    done = subprocess.run(["mat2", "--show", file], capture_output=True, text=True, check=True)
    lines = {line.strip() for line in done.stdout.splitlines() if not line.startswith("[+]")}
    return {line for line in lines if line and not line.lower().startswith("no metadata")}


@pytest.mark.metadata
def test_mat2_finds_nothing(told: NewDocument, tmp_path: Path):
    file = tmp_path / "document.pdf"
    file.write_bytes(told.content)
    assert seen_by_mat2(file) <= {"creation-date: -1", "mod-date: -1", "format: PDF-1.7"}


def with_form(**form: Any) -> bytes:
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"BT /F1 12 Tf 10 150 Td (Anket) Tj ET"))
        look = pdf.make_stream(
            b"BT /F1 12 Tf 2 4 Td (Cavab) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 90, 20]
        )
        look.Resources = Dictionary(Font=pdf.pages[0].Resources.Font)
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("PLANTED FIELD"), V=String("PLANTED VALUE"),
                Rect=[10, 50, 100, 70], AP=Dictionary(N=look), F=4,
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), **form)
        return saved(pdf)


def test_what_was_filled_into_a_form_becomes_part_of_the_page():
    new = make_document(with_form())
    content = everything_in(new.content)
    assert b"(Cavab) Tj" in content
    assert planted.SECRET not in content
    assert "form" in said(new)


def marked_for_blacking_out() -> bytes:
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"BT /F1 12 Tf 10 150 Td (Name) Tj ET"))
        pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=[0, 0, 9, 9])])
        return saved(pdf)


def encrypted(user: str) -> bytes:
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b""))
        return saved(pdf, encryption=Encryption(owner="owner", user=user))


def without_pages() -> bytes:
    with Pdf.new() as pdf:
        return saved(pdf)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (encrypted(""), "without a password"),
        (encrypted("secret"), "without a password"),
        (marked_for_blacking_out(), "never applied"),
        (with_form(XFA=String("<xdp/>")), "XFA"),
        (without_pages(), "has no page"),
        (planted.jpeg(), "not a PDF"),
        (b"<html>", "not a PDF"),
        (b"%PDF-1.7\n" + b"PLANTED " * 99, "can't be read"),
    ],
)
def test_what_can_not_be_cleaned_is_refused_with_a_sentence(content: bytes, sentence: str):
    with pytest.raises(Refused, match=sentence) as refused:
        make_document(content)
    assert "PLANTED" not in str(refused.value)


def test_a_document_that_is_also_something_else_comes_out_as_a_document_only():
    new = make_document(b"<script>PLANTED</script>\n" + planted.pdf() + b"PK\x03\x04PLANTED")
    assert new.content.startswith(b"%PDF-1.7")
    assert planted.SECRET not in everything_in(new.content)


def test_a_file_behind_a_document_is_told():
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"BT /F1 12 Tf 10 150 Td (Su) Tj ET"))
        alone = saved(pdf)
    assert "attachments" in said(make_document(alone + b"PK\x03\x04PLANTED"))
    assert "attachments" not in said(make_document(alone + b"\r\n\0\0"))


def test_an_earlier_version_inside_a_document_is_gone():
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"BT /F1 12 Tf 10 150 Td (PLANTED FIRST WORDING) Tj ET"))
        first = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    with Pdf.open(BytesIO(first)) as pdf:
        number = pdf.pages[0].Contents.objgen[0]
        size = len(pdf.objects) + 1
        root = pdf.Root.objgen[0]
    start = int(first.rstrip().rsplit(b"\n", 2)[-2])
    body = b"BT /F1 12 Tf 10 150 Td (Second) Tj ET"
    place = len(first)
    update = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(body), body)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, place)
    trailer = b"trailer << /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root,
        start,
        place + len(update),
    )
    new = make_document(first + update + table + trailer)
    content = everything_in(new.content)
    assert b"(Second) Tj" in content
    assert planted.SECRET not in content
    assert "earlier_versions" in said(new)


def test_words_that_are_not_seen_stay_and_the_person_is_told():
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"BT 3 Tr /F1 12 Tf 10 150 Td (Skan) Tj ET"))
        assert "unseen_words" in said(make_document(saved(pdf)))


def packed_zeros(size: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()


def with_picture_bomb() -> bytes:
    with Pdf.new() as pdf:
        bomb = Stream(
            pdf, packed_zeros(400 << 20), Type=Name.XObject, Subtype=Name.Image, Width=20_000, Height=20_000,
            ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=Name.FlateDecode,
        )  # fmt: skip
        pdf.pages.append(page_of(pdf, b"/Im Do", XObject=Dictionary(Im=bomb)))
        return saved(pdf)


def with_page_bomb() -> bytes:
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b""))
        pdf.pages[0].obj.Contents = Stream(pdf, packed_zeros(300 << 20), Filter=Name.FlateDecode)
        return saved(pdf)


def with_many_orders() -> bytes:
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"0 0 m 9 9 l S " * 2_000_000))
        return saved(pdf)


def with_too_many_pages() -> bytes:
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b""))
        for _ in range(1000):
            pdf.pages.append(pdf.pages[0])
        return saved(pdf)


def nested_in_itself() -> bytes:
    with Pdf.new() as pdf:
        inner: Array | int = 1
        for _ in range(90):
            inner = Array([inner])
        state = Dictionary(GS=Dictionary(Type=Name.ExtGState, TR=inner))
        pdf.pages.append(page_of(pdf, b"/GS gs", ExtGState=state))
        return saved(pdf)


@pytest.mark.parametrize(
    "bomb", [with_picture_bomb, with_page_bomb, with_many_orders, with_too_many_pages, nested_in_itself]
)
def test_a_document_that_is_made_to_exhaust_a_machine_is_refused_with_a_sentence(bomb):
    with pytest.raises(Refused, match=r"again|in parts"):
        make_document(bomb())


def test_a_form_that_draws_itself_comes_to_an_end():
    with Pdf.new() as pdf:
        form = pdf.make_stream(b"/Fm Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(Fm=form))
        pdf.pages.append(page_of(pdf, b"/Fm Do", XObject=Dictionary(Fm=form)))
        assert make_document(saved(pdf)).pages == 1
