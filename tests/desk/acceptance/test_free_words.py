"""Words that nobody sees find no place where numbers, names of letters or joined letters are expected."""

from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String, parse_content_stream

from araz.desk.acceptance.answers import DocumentMade
from araz.desk.acceptance.documents import take_document
from tests.desk.acceptance.planted import page_of, saved


def _made(pdf: Pdf) -> Pdf:
    answer = take_document(saved(pdf))
    assert isinstance(answer, DocumentMade), answer
    return Pdf.open(BytesIO(answer.content))


def _said_of_letters(words: str) -> list[str]:
    with Pdf.new() as pdf:
        mark = Dictionary(ActualText=String(words)).unparse()
        pdf.pages.append(page_of(pdf, b"BT /F1 9 Tf 9 9 Td /Span " + mark + b" BDC (Su) Tj EMC ET"))
        made = _made(pdf)
    orders = list(parse_content_stream(made.pages[0]))
    assert [bytes(order.operands[0]) for order in orders if str(order.operator) == "Tj"] == [b"Su"]
    return [str(order.operands[1].ActualText) for order in orders if str(order.operator) == "BDC"]


@pytest.mark.parametrize("words", ["سلام", "می‌شود", "دَ", "ffi", "fl", "\u00ad", "\u200c", "«", "ə̀"])
def test_what_joined_letters_stand_for_stays(words: str):
    assert _said_of_letters(words) == [words]


@pytest.mark.parametrize("words", ["PLANTED", "Əli", "سلام PLANTED", "f f i", "\u200c\u200d\u200c", "سلام" * 11])
def test_words_that_are_not_drawn_go(words: str):
    assert _said_of_letters(words) == []


def test_words_and_names_in_places_of_numbers_go_and_tables_of_colours_stay():
    table = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\xff\x00\x00\x00\x00\xff")])
    with Pdf.new() as pdf:
        picture = Stream(
            pdf, b"\x40", Type=Name.XObject, Subtype=Name.Image, Width=2, Height=1, BitsPerComponent=1,
            ColorSpace=table, Interpolate=String("PLANTED"), Matte=Array([Name.PLANTED]), Decode=Array([0, 1]),
        )  # fmt: skip
        state = Dictionary(Order=Name.PLANTED, Ascent=String("PLANTED"), Widths=Array([String("PLANTED")]), ca=0.5)
        state.BM = Name.Multiply
        group = Array([Array([String("PLANTED")])])
        state.D = group
        drawn = {"XObject": Dictionary(Im1=picture), "ExtGState": Dictionary(G1=state)}
        pdf.pages.append(page_of(pdf, b"/G1 gs /Im1 Do", **drawn))
        made = _made(pdf)
    resources = made.pages[0].Resources
    assert set(resources.ExtGState.G1.keys()) == {"/BM", "/D", "/ca"}
    assert b"PLANTED" not in resources.ExtGState.G1.unparse(resolved=True)
    assert not {"/Interpolate", "/Matte"} & set(resources.XObject.Im1.keys())
    assert bytes(resources.XObject.Im1.ColorSpace[3]) == b"\xff\x00\x00\x00\x00\xff"
    assert list(resources.XObject.Im1.Decode) == [0, 1]


def test_chosen_names_of_letters_go_from_a_font_of_drawings_which_draws_as_before():
    with Pdf.new() as pdf:
        letters = {f"/{name}": pdf.make_stream(b"9 0 d0 0 0 9 9 re f") for name in ("PLANTED", "comma", "eacute", "a1")}
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 9, 9], FontMatrix=[0.1, 0, 0, 0.1, 0, 0], FirstChar=65,
            LastChar=68, Widths=[9] * 4, CharProcs=Dictionary(letters),
            Encoding=Dictionary(Differences=Array([65, *(Name(name) for name in letters), String("PLANTED")])),
        )  # fmt: skip
        plain = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        plain.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([65, Name.afii10017]))
        page = page_of(pdf, b"BT /F3 9 Tf (ABCD) Tj /F4 9 Tf (A) Tj ET")
        page.obj.Resources.Font.F3, page.obj.Resources.Font.F4 = font, plain
        pdf.pages.append(page)
        made = _made(pdf)
        fonts = made.pages[0].Resources.Font
        names = [str(name) for name in list(fonts.F3.Encoding.Differences)[1:]]
        assert set(names) == set(fonts.F3.CharProcs.keys())
        assert names[0].startswith("/Named-")
        assert names[1:] == ["/comma", "/eacute", "/a1"]
        assert fonts.F4.Encoding.Differences[1] == Name.afii10017
