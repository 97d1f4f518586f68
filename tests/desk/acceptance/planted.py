"""Files that tell on their makers, made here: every word that must not survive begins with PLANTED."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream, String
from PIL import Image, PngImagePlugin
from PIL.ExifTags import GPS, IFD, Base

SECRET = b"PLANTED"
XMP = b"""<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>
<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''
 xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreatorTool='PLANTED XMP PROGRAM'>
<dc:creator><rdf:Seq><rdf:li>PLANTED XMP PERSON</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>PLANTED XMP CAPTION</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"""


def _picture(mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, (320, 200), "#86b4bc" if mode == "RGB" else 3)
    picture.paste("#0b5768" if mode == "RGB" else 9, (0, 0, 160, 200))
    return picture


def exif(orientation: int = 1) -> Image.Exif:
    told = Image.Exif()
    told[Base.Make] = "PLANTED CAMERA"
    told[Base.Software] = "PLANTED PROGRAM"
    told[Base.Artist] = "PLANTED PERSON"
    told[Base.DateTime] = "2026:03:04 05:06:07"
    told[Base.Orientation] = orientation
    inner = told.get_ifd(IFD.Exif)
    inner[Base.BodySerialNumber] = "PLANTED SERIAL"
    inner[Base.MakerNote] = b"PLANTED MAKER NOTE"
    inner[Base.UserComment] = b"ASCII\0\0\0PLANTED COMMENT"
    place = told.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitude], place[GPS.GPSLatitudeRef] = (38.0, 4.0, 0.0), "N"
    return told


def _iptc() -> bytes:
    """Photoshop's segment with caption, byline, credit and city."""
    records = b"".join(
        b"\x1c\x02" + bytes((number,)) + len(words).to_bytes(2, "big") + words
        for number, words in (
            (120, b"PLANTED IPTC CAPTION"),
            (80, b"PLANTED IPTC BYLINE"),
            (110, b"PLANTED IPTC CREDIT"),
            (90, b"PLANTED CITY"),
        )
    )
    block = b"8BIM\x04\x04\0\0" + len(records).to_bytes(4, "big") + records + b"\0" * (len(records) % 2)
    content = b"Photoshop 3.0\0" + block
    return b"\xff\xed" + (len(content) + 2).to_bytes(2, "big") + content


def _saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    file = BytesIO()
    picture.save(file, format=form, **options)
    return file.getvalue()


def jpeg(orientation: int = 1) -> bytes:
    plain = _saved(_picture(), "JPEG", exif=exif(orientation), xmp=XMP, comment=b"PLANTED JPEG COMMENT")
    return plain[:2] + _iptc() + plain[2:] + b"PLANTED BEHIND THE END"


def png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "PLANTED PNG PERSON")
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return _saved(_picture(), "PNG", pnginfo=words, exif=exif()) + b"PLANTED BEHIND THE END"


def webp() -> bytes:
    return _saved(_picture(), "WEBP", exif=exif().tobytes(), xmp=XMP)


def avif() -> bytes:
    return _saved(_picture(), "AVIF", exif=exif().tobytes(), xmp=XMP)


def gif() -> bytes:
    return _saved(
        _picture("P"), "GIF", comment=b"PLANTED GIF COMMENT", save_all=True, append_images=[_picture("P").rotate(90)]
    )


def tiff() -> bytes:
    return _saved(_picture(), "TIFF", exif=exif(), description="PLANTED TIFF CAPTION")


PICTURES: dict[str, Callable[[], bytes]] = {
    "jpeg": jpeg,
    "png": png,
    "webp": webp,
    "avif": avif,
    "gif": gif,
    "tiff": tiff,
}


def page_of(pdf: Pdf, orders: bytes, **resources: Any) -> Page:
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    return Page(
        pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=[0, 0, 300, 200],
                Resources=Dictionary(Font=Dictionary(F1=font), **resources),
                Contents=pdf.make_stream(orders),
            )
        )
    )


def saved(pdf: Pdf, **options: Any) -> bytes:
    file = BytesIO()
    pdf.save(file, **options)
    return file.getvalue()


def pdf() -> bytes:
    """A page that says “Hesabat”, and everything that a document can hold besides."""
    with Pdf.new() as made:
        photo = Stream(
            made, jpeg(), Type=Name.XObject, Subtype=Name.Image, Width=320, Height=200,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode, Metadata=made.make_stream(XMP),
            PLANTEDKey=String("PLANTED KEY OF A PICTURE"),
        )  # fmt: skip
        never_drawn = Stream(
            made,
            b"PLANTED PICTURE",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=5,
            Height=1,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
        )
        layer = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("PLANTED LAYER")))
        orders = (
            b"% PLANTED COMMENT\nBT /F1 12 Tf 10 150 Td (Hesabat) Tj ET\nq 64 0 0 40 10 10 cm /Im Do Q\n"
            b"/OC /L BDC BT /F1 12 Tf 10 100 Td (PLANTED HIDDEN) Tj ET EMC\n"
            b"/P <</MCID 0 /Alt (PLANTED ALT)>> BDC BT /F1 9 Tf 10 80 Td (Su) Tj ET EMC"
        )
        page = page_of(made, orders, XObject=Dictionary(Im=photo, Un=never_drawn), Properties=Dictionary(L=layer))
        made.pages.append(page)
        leaf = made.pages[0].obj
        leaf.PieceInfo = Dictionary(App=Dictionary(Private=String("PLANTED PRIVATE")))
        leaf.Metadata = made.make_stream(XMP)
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert('PLANTED SCRIPT')"))
        leaf.Annots = Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], T=String("PLANTED NOTE AUTHOR"), Contents=String("PLANTED NOTE")),
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI=String("https://paper.example/a"))),
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI=String("mailto:PLANTED@mail.example"))),
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=script),
            ]
        )  # fmt: skip
        root = made.Root
        root.OpenAction = script
        root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("PLANTED NAME"), script])))
        root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        root.Outlines = made.make_indirect(
            Dictionary(First=made.make_indirect(Dictionary(Title=String("PLANTED BOOKMARK"))))
        )
        root.Lang = String("PLANTED-LANG")
        made.attachments["PLANTED attachment.txt"] = b"PLANTED ATTACHMENT"
        with made.open_metadata(set_pikepdf_as_editor=False) as xmp:
            xmp["dc:creator"] = ["PLANTED XMP PERSON"]
        made.docinfo[Name.Author] = "PLANTED AUTHOR"
        made.docinfo[Name.Producer] = "PLANTED PRODUCER"
        made.docinfo[Name.Custom] = "PLANTED CUSTOM"
        return saved(made)
