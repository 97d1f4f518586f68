"""Fonts, tables of letters and pictures among a page's orders: their letters and pixels stay, their makers don't."""

from io import BytesIO
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageChops, ImageDraw, ImageFont

from araz.desk.acceptance.answers import DocumentMade
from araz.desk.acceptance.documents import take_document
from araz.desk.acceptance.fonts import NotAFont, bare_font
from araz.desk.acceptance.programs import bare_table_of_letters
from tests.desk.acceptance.planted import SECRET, jpeg, page_of, saved
from tests.house.tree import ROOT

LETTERS = ROOT / "src/araz/typesetting/letters"
OWN = sorted(LETTERS.glob("*.ttf"))


def _index(*texts: bytes) -> bytes:
    ends = [1]
    for text in texts:
        ends.append(ends[-1] + len(text))
    return len(texts).to_bytes(2) + b"\1" + bytes(ends) + b"".join(texts)


def cff() -> bytes:
    """A font in which notice, full name and family name are texts of its own, and one glyph has a name."""
    top = b"".join(
        b"\x1c" + (391 + number).to_bytes(2) + bytes((operator,)) for number, operator in enumerate((1, 2, 3))
    )
    return (
        b"\1\0\4\1"
        + _index(b"PLANTED-Font")
        + _index(top)
        + _index(b"PLANTED NOTICE", b"PLANTED NAME", b"PLANTED", b"alif")
    )


TYPE_1 = (
    b"%!PS-AdobeFont-1.0: PLANTED 001.000\n%%CreationDate: PLANTED\n11 dict begin\n/FontInfo 9 dict dup begin\n"
    b"/Notice (PLANTED (c) \\(2026\\)) readonly def\n/FullName (PLANTED Sans) def\nend def\n/FontName /PLANTED-Sans def\n"
    b"/Encoding 256 array\ncurrentfile eexec\n\x80\x81\x82"
)


def trues(name: str) -> bytes:
    """One of our own fonts with a table of names in it."""
    content = bytearray((LETTERS / name).read_bytes())
    rows = {bytes(content[12 + 16 * row :][:4]): 12 + 16 * row for row in range(int.from_bytes(content[4:6]))}
    at = rows[b"name"] if b"name" in rows else rows[b"OS/2"]
    content[at : at + 16] = b"name" + bytes(4) + len(content).to_bytes(4) + (7).to_bytes(4)
    head = int.from_bytes(content[rows[b"head"] + 8 : rows[b"head"] + 12])
    content[head + 20 : head + 36] = b"PLANTED TIME 123"
    return bytes(content + SECRET)


def drawn(font: bytes) -> Image.Image:
    """Letter by letter, as documents draw them: which stands beside which was settled when they were made."""
    page = Image.new("L", (600, 80), "white")
    letters = ImageFont.truetype(BytesIO(font), 40, layout_engine=ImageFont.Layout.BASIC)
    for place, letter in enumerate("Gözəlگؤزل123"):
        ImageDraw.Draw(page).text((4 + 44 * place, 4), letter, font=letters, fill="black")
    return page


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_letters_look_the_same_without_the_names_of_their_font(path: Any):
    planted = trues(path.name)
    bare = bare_font(planted)
    assert SECRET in planted
    assert SECRET not in bare
    assert ImageChops.difference(drawn(path.read_bytes()), drawn(bare)).getbbox() is None
    assert ImageFont.truetype(BytesIO(bare)).getname() == (None, None)


def test_a_packed_font_keeps_its_length_and_the_names_of_its_letters():
    bare = bare_font(cff())
    assert len(bare) == len(cff())
    assert SECRET not in bare
    assert b"alif" in bare


def test_a_font_that_is_a_program_keeps_its_length_and_its_hidden_part():
    bare = bare_font(TYPE_1)
    assert len(bare) == len(TYPE_1)
    assert SECRET not in bare
    assert bare.endswith(b"currentfile eexec\n\x80\x81\x82")
    assert bare.startswith(b"%!PS-AdobeFont-1.0")


@pytest.mark.parametrize("content", [b"", TYPE_1[:60]])
def test_a_font_that_breaks_off_breaks_nothing(content: bytes):
    assert SECRET not in bare_font(content)


@pytest.mark.parametrize("content", [b"\1\0\4\1\0\1", b"\0\1\0\0\xff", cff()[:30], b"wOFF" + SECRET, b"ttcf" + SECRET])
def test_nobody_can_say_what_stands_in_a_font_of_another_form(content: bytes):
    with pytest.raises(NotAFont):
        bare_font(content)


def test_a_font_that_is_a_program_says_nothing_of_its_author_and_nothing_behind_its_end():
    said = TYPE_1.replace(b"/Notice", b"/UniqueAuthor (PLANTED) def /Notice") + b"\ncleartomark PLANTED"
    assert SECRET not in bare_font(b"\n" + said)


def test_a_table_of_letters_keeps_its_codes_alone():
    table = (
        b"% PLANTED\n/CMapName /PLANTED def\n1 begincodespacerange <00> <FF> endcodespacerange\n2 beginbfchar\n"
        b"<01> <0041> % PLANTED\n<02> <FEFB0627>\nendbfchar\n1 beginbfrange <03> <04> [<0042> <0043>] endbfrange"
    )
    bare = bare_table_of_letters(table)
    assert SECRET not in bare
    assert b"2 beginbfchar\n<01> <0041> <02> <FEFB0627>\nendbfchar" in bare
    assert b"1 beginbfrange\n<03> <04> [ <0042> <0043> ]\nendbfrange" in bare


def made(pdf: Pdf) -> Pdf:
    answer = take_document(saved(pdf))
    assert isinstance(answer, DocumentMade), answer
    return Pdf.open(BytesIO(answer.content))


def _everything(pdf: Pdf) -> bytes:
    said = [
        thing.unparse(resolved=True) if not isinstance(thing, Stream) else repr(dict(thing.items())).encode()
        for thing in pdf.objects
    ]
    return b"\n".join([*said, *(_read(thing) for thing in pdf.objects if isinstance(thing, Stream))])


def _read(stream: Stream) -> bytes:
    picture = stream.get(Name.Filter) == Name.DCTDecode
    return stream.read_raw_bytes() if picture else stream.read_bytes()


def test_a_picture_among_the_orders_of_a_page_has_its_pixels_and_no_notes():
    orders = (
        b"q 64 0 0 40 10 10 cm BI /W 320 /H 200 /CS /RGB /BPC 8 /F /DCT /PLANTED (PLANTED) ID " + jpeg() + b"\nEI Q\n"
        b"q 8 0 0 1 0 0 cm BI /W 8 /H 1 /IM true /D [1 0] ID \xaa\nEI Q\nBT /F1 12 Tf 10 150 Td (Hesabat) Tj ET"
    )
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, orders))
        assert SECRET in _everything(pdf)
        with made(pdf) as clean:
            left = clean.pages[0].Contents.read_bytes()
            assert SECRET not in _everything(clean)
    assert left.count(b"BI") == left.count(b"EI") == 2
    assert b"Hesabat" in left
    photo = left[left.index(b"\xff\xd8") : left.index(b"\xff\xd9") + 2]
    assert Image.open(BytesIO(photo)).size == (320, 200)


def test_fonts_of_a_document_carry_no_name_of_their_own_and_those_that_are_asked_for_do():
    with Pdf.new() as pdf:
        page = page_of(pdf, b"BT /F2 12 Tf (a) Tj /F1 9 Tf (b) Tj ET")
        pdf.pages.append(page)
        describing = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/ABCDEF+PLANTED"),
            Flags=4,
            FontFile3=Stream(pdf, cff(), Subtype=Name.Type1C),
        )
        table = Stream(pdf, b"% PLANTED\n1 beginbfchar <61> <0061> endbfchar")
        pdf.pages[0].Resources.Font.F2 = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/ABCDEF+PLANTED"), ToUnicode=table, FirstChar=97, LastChar=97,
            Widths=Array([500]), FontDescriptor=pdf.make_indirect(describing),
        )  # fmt: skip
        with made(pdf) as clean:
            assert SECRET not in _everything(clean)
            fonts = clean.pages[0].Resources.Font
            assert fonts.F2.BaseFont == fonts.F2.FontDescriptor.FontName == Name("/AAAAAA+Font1")
            assert fonts.F1.BaseFont == Name.Helvetica
            assert b"alif" in fonts.F2.FontDescriptor.FontFile3.read_bytes()
