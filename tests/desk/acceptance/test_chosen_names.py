"""Documents in which names stand where only numbers are needed, and layers that rules switch off."""

from io import BytesIO
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from araz.desk.acceptance.answers import DocumentMade, NotMade
from araz.desk.acceptance.documents import take_document
from araz.desk.acceptance.jpeg import bare_jpeg
from araz.desk.acceptance.jpeg2000 import bare_jpeg2000
from tests.desk.acceptance.planted import SECRET, jpeg, page_of, saved

PLANTED = Name("/PLANTED-name")


def _made(pdf: Pdf) -> Pdf:
    answer = take_document(saved(pdf))
    assert isinstance(answer, DocumentMade), answer
    return Pdf.open(BytesIO(answer.content))


def _says(pdf: Pdf) -> bytes:
    parts = [thing.unparse(resolved=True) for thing in pdf.objects if not isinstance(thing, Stream)]
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            parts += [repr(dict(thing.items())).encode(), thing.read_bytes()]
    return b"\n".join(parts)


def _resources(pdf: Pdf) -> dict[str, Any]:
    ink = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 1, 0, 0])
    both = Stream(pdf, b"{ pop 0 0 0 } PLANTED", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
    inks = Array([PLANTED, Name.Black])
    alone = Array([Name.Separation, PLANTED, Name.DeviceCMYK, ink])
    about = Dictionary(Colorants=Dictionary({"/PLANTED-name": alone}))
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Arial, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Arial,
            CIDSystemInfo=Dictionary(Registry=String("PLANTED"), Ordering=String("PLANTED"), Supplement=0),
        )]),
    )  # fmt: skip
    screen = Dictionary(HalftoneType=1, HalftoneName=String("PLANTED"), Frequency=60, Angle=45, SpotFunction=PLANTED)
    return {
        "/Font": Dictionary({"/PLANTED-name": font}),
        "/ColorSpace": Dictionary(
            {"/PLANTED-name": alone, "/C2": Array([Name.DeviceN, inks, Name.DeviceCMYK, both, about])}
        ),
        "/ExtGState": Dictionary({"/PLANTED-name": Dictionary(Type=Name.ExtGState, LW=2, HT=screen)}),
    }


ORDERS = (
    b"/PLANTED-name gs /PLANTED-name cs 1 scn (PLANTED) 0 0 10 10 re f /C2 cs 1 1 scn 20 0 10 10 re f"
    b" BX (PLANTED) foo EX (PLANTED) bar BT /PLANTED-name 12 Tf (PLANTED) <0041> Tj ET"
)


def test_names_that_somebody_chose_and_orders_that_draw_nothing_are_gone_and_the_rest_is_drawn():
    with Pdf.new() as pdf:
        page = page_of(pdf, ORDERS)
        pdf.pages.append(page)
        for sort, drawer in _resources(pdf).items():
            pdf.pages[0].Resources[sort] = drawer
        assert SECRET in _says(pdf)
        with _made(pdf) as clean:
            left = clean.pages[0]
            assert SECRET not in _says(clean)
            drawn = left.Contents.read_bytes().split()
            for order, sort in ((b"gs", "/ExtGState"), (b"cs", "/ColorSpace"), (b"Tf", "/Font")):
                back = 2 if order == b"Tf" else 1
                assert drawn[drawn.index(order) - back].decode() in left.Resources[Name(sort)]
            assert {b"re", b"f", b"Tj", b"scn"} <= set(drawn)
            assert not {b"foo", b"bar"} & set(drawn)


def test_names_that_only_count_stay_so_that_the_same_document_stays_the_same():
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"BT /F1 12 Tf (a) Tj ET"))
        with _made(pdf) as clean:
            assert list(clean.pages[0].Resources.Font) == ["/F1"]


def test_a_document_with_a_font_that_nobody_can_read_is_refused():
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"BT /F1 12 Tf (a) Tj ET"))
        strange = Stream(pdf, b"wOFF PLANTED")
        pdf.pages[0].Resources.Font.F1.FontDescriptor = Dictionary(Type=Name.FontDescriptor, FontFile2=strange)
        answer = take_document(saved(pdf))
    assert isinstance(answer, NotMade)
    assert "font" in answer.why


@pytest.mark.parametrize(
    ("rule", "is_drawn"),
    [
        ("usage", False),
        ("and", False),
        ("not", True),
        ("or", False),
        ("not inside and", True),
    ],
)
def test_what_a_rule_switches_off_does_not_come_to_light(rule: str, is_drawn: bool):
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"/OC /L1 BDC BT /F1 12 Tf 10 50 Td (PLANTED) Tj ET EMC"))
        seen = Dictionary(View=Dictionary(ViewState=Name.OFF))
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("a"), Usage=seen))
        usual = Dictionary(OFF=Array([layer]))
        rules = {
            "and": Array([Name.And, layer]),
            "or": Array([Name.Or, layer, layer]),
            "not": Array([Name.Not, layer]),
            "not inside and": Array([Name.And, Array([Name.Not, layer])]),
        }
        mark: Any = layer
        if rule == "usage":
            by_use = Dictionary(Event=Name.View, OCGs=Array([layer]), Category=Array([Name.View]))
            usual = Dictionary(AS=Array([by_use]))
        else:
            mark = Dictionary(Type=Name.OCMD, VE=rules[rule])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=usual)
        pdf.pages[0].Resources.Properties = Dictionary(L1=mark)
        with _made(pdf) as clean:
            assert (SECRET in clean.pages[0].Contents.read_bytes()) is is_drawn


def test_a_photo_keeps_only_the_segments_that_show_it():
    source = jpeg()
    guest = b"\xff\xf7" + (len(SECRET) + 2).to_bytes(2) + SECRET
    assert SECRET not in bare_jpeg(source[:2] + guest + source[2:])


def test_a_scan_of_tiles_keeps_no_comment_and_nothing_behind_its_end():
    comment = b"\xff\x64" + (len(SECRET) + 4).to_bytes(2) + b"\0\1" + SECRET
    coded = b"\xff\x93coded"
    tile = b"\xff\x90" + (10).to_bytes(2) + b"\0\0" + (12 + len(comment) + len(coded)).to_bytes(4) + b"\0\1"
    left = bare_jpeg2000(b"\xff\x4f" + comment + tile + comment + coded + b"\xff\xd9" + SECRET)
    assert SECRET not in left
    assert left.endswith(b"\xff\x93coded\xff\xd9")
