"""What a picture's file says besides its pixels: read once, for the person who brought it, before it is thrown away."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import ImageFile, IptcImagePlugin
from PIL.ExifTags import GPS, IFD, Base

from araz.desk.acceptance.answers import KINDS_IN_ORDER, Found, Kind
from araz.desk.acceptance.wording import several, words_of
from araz.desk.acceptance.xmp import Properties, read_xmp

_BROKEN: Final = (
    *(OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, OverflowError, ZeroDivisionError),
    *(AttributeError, struct.error),
)
_IN_EXIF: Final[tuple[tuple[Kind, tuple[int, ...]], ...]] = (
    ("camera", (Base.Make, Base.Model, Base.UniqueCameraModel, Base.LensMake, Base.LensModel)),
    ("serial", (Base.BodySerialNumber, Base.LensSerialNumber, Base.CameraSerialNumber, Base.ImageUniqueID)),
    ("people", (Base.Artist, Base.CameraOwnerName, Base.XPAuthor, Base.Copyright)),
    ("dates", (Base.DateTimeOriginal, Base.DateTimeDigitized, Base.DateTime)),
    ("programs", (Base.Software, Base.HostComputer, Base.ProcessingSoftware)),
    ("comments", (Base.UserComment, Base.XPComment, Base.XPSubject)),
    ("keywords", (Base.XPKeywords,)),
    ("title", (Base.ImageDescription, Base.XPTitle, Base.DocumentName)),
)
_IN_XMP: Final[tuple[tuple[Kind, tuple[str, ...]], ...]] = (
    ("place", ("City", "State", "Country", "Location", "Sublocation")),
    ("camera", ("Make", "Model", "Lens")),
    ("serial", ("SerialNumber", "LensSerialNumber", "DocumentID", "InstanceID", "OriginalDocumentID")),
    ("people", ("creator", "OwnerName", "Credit", "rights", "CaptionWriter", "PersonInImage", "AuthorsPosition")),
    ("dates", ("CreateDate", "ModifyDate", "MetadataDate", "DateCreated", "DateTimeOriginal")),
    ("programs", ("CreatorTool", "Software", "Toolkit")),
    ("keywords", ("subject", "hierarchicalSubject")),
    ("title", ("title", "description", "Headline", "Instructions")),
)
_IN_IPTC: Final[tuple[tuple[Kind, tuple[int, ...]], ...]] = (
    ("place", (90, 92, 95, 101)),
    ("people", (80, 85, 110, 115, 116, 118, 122)),
    ("dates", (55, 62)),
    ("programs", (65,)),
    ("keywords", (25,)),
    ("title", (5, 105, 120, 40)),
)
_PNG_WORDS: Final[dict[str, Kind]] = {
    "author": "people",
    "copyright": "people",
    "software": "programs",
    "creation time": "dates",
    "date:create": "dates",
    "date:modify": "dates",
    "date:timestamp": "dates",
    "title": "title",
    "description": "title",
}
_KNOWN_SEGMENTS: Final = (
    b"JFIF\0",
    b"Exif\0",
    b"http://ns.adobe.com/xap/1.0/\0",
    b"ICC_PROFILE\0",
    b"Photoshop 3.0\0",
    b"Adobe",
    b"MPF\0",
)
_SECOND_JPEG: Final = b"\xff\xd9\xff\xd8\xff"  # one begins where one ends
_END_OF_PNG: Final = b"\0\0\0\0IEND\xaeB`\x82"
_OURS: Final = frozenset({"exif", "xmp", "icc_profile", "photoshop", "xml:com.adobe.xmp", "raw profile type exif"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    found: tuple[Found, ...]
    caption: str
    credit: str


@dataclass(slots=True)
class _Notebook:
    """What was found so far, by kind."""

    values: dict[Kind, list[object]] = field(default_factory=dict)

    def note(self, kind: Kind, *values: object) -> None:
        if any(map(words_of, values)):
            # Of a place only that it was told: it is on no screen.
            self.values.setdefault(kind, []).extend(() if kind == "place" else values)

    def note_only(self, kind: Kind) -> None:
        self.values.setdefault(kind, [])

    def found(self) -> tuple[Found, ...]:
        return tuple(
            Found(kind=kind, values=several(self.values[kind])) for kind in KINDS_IN_ORDER if kind in self.values
        )


def traces_of(picture: ImageFile.ImageFile, source: bytes) -> Traces:
    """Read everything that the file of an opened picture says. What can't be read is only said to have been there."""
    book = _Notebook()
    exif: dict[int, object] = _read(book, lambda: _exif(picture, book)) or {}
    xmp: Properties = _read(book, lambda: _xmp(picture, book)) or {}
    iptc: dict[int, list[object]] = _read(book, lambda: _iptc(picture, book)) or {}
    _read(book, lambda: _words_beside(picture, book))
    _read(book, lambda: _parts_besides(picture, source, book))
    caption = several([*iptc.get(120, ()), *xmp.get("description", ()), exif.get(Base.ImageDescription, "")])
    credit = several([*iptc.get(80, ()), *iptc.get(110, ()), *xmp.get("creator", ()), *xmp.get("Credit", ())])
    return Traces(
        found=book.found(),
        caption=caption[0] if caption else "",
        credit=" / ".join(credit or several([exif.get(Base.Artist, "")]))[:200],
    )


def _read(book: _Notebook, reader: Callable[[], Any]) -> Any:
    try:
        return reader()
    except _BROKEN:
        book.note_only("unreadable")
        return None


def _exif(picture: ImageFile.ImageFile, book: _Notebook) -> dict[int, object]:
    exif = picture.getexif()
    inner = exif.get_ifd(IFD.Exif)
    said: dict[int, object] = {tag: _exif_words(tag, value) for tag, value in {**dict(exif), **inner}.items()}
    for kind, tags in _IN_EXIF:
        book.note(kind, *(said[tag] for tag in tags if tag in said))
    place = exif.get_ifd(IFD.GPSInfo)
    if {
        GPS.GPSLatitude,
        GPS.GPSLongitude,
        GPS.GPSDestLatitude,
        GPS.GPSProcessingMethod,
        GPS.GPSAreaInformation,
    } & place.keys():
        book.note_only("place")
    book.note("dates", place.get(GPS.GPSDateStamp, ""))
    if Base.MakerNote in inner:
        book.note_only("maker_notes")
    if exif.get_ifd(IFD.IFD1):
        book.note_only("thumbnail")
    return said


def _exif_words(tag: int, value: object) -> str:
    if isinstance(value, tuple) and value and all(isinstance(each, int) and 0 <= each < 256 for each in value):
        value = bytes(value)
    if isinstance(value, bytes):
        if Base.XPTitle <= tag <= Base.XPSubject:
            return words_of(value.decode("utf-16-le", "replace"))
        if tag == Base.UserComment:
            charset, text = value[:8], value[8:]
            return words_of(text.decode("utf-16", "replace") if charset.startswith(b"UNICODE") else text)
    return words_of(value)


def _xmp(picture: ImageFile.ImageFile, book: _Notebook) -> Properties:
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    if not packet:
        return {}
    said = read_xmp(packet if isinstance(packet, bytes) else packet.encode())
    for kind, names in _IN_XMP:
        book.note(kind, *(value for name in names for value in said.get(name, ())))
    if {"GPSLatitude", "GPSLongitude"} & said.keys():
        book.note_only("place")
    if "History" in said or "DerivedFrom" in said:
        book.note_only("history")
    if "Thumbnails" in said:
        book.note_only("thumbnail")
    return said


def _iptc(picture: ImageFile.ImageFile, book: _Notebook) -> dict[int, list[object]]:
    said: dict[int, list[object]] = {}
    for (record, number), value in (IptcImagePlugin.getiptcinfo(picture) or {}).items():
        if record == 2:
            said[number] = list(value) if isinstance(value, list) else [value]
    for kind, numbers in _IN_IPTC:
        book.note(kind, *(value for number in numbers for value in said.get(number, ())))
    return said


def _words_beside(picture: ImageFile.ImageFile, book: _Notebook) -> None:
    """Comments, and the texts of PNG."""
    book.note("comments", picture.info.get("comment", b""))
    if picture.format == "PNG":
        picture.load()  # words may also stand behind the pixels
        for name, value in picture.info.items():
            if isinstance(name, str) and isinstance(value, str) and name.lower() not in _OURS:
                book.note(_PNG_WORDS.get(name.lower(), "comments"), value)


def _parts_besides(picture: ImageFile.ImageFile, source: bytes, book: _Notebook) -> None:
    if profile := picture.info.get("icc_profile"):
        book.note("profile", *_profile_name(profile))
        book.note_only("profile")
    if _has_strange_parts(picture, source):
        book.note_only("unreadable")
    if b"jumdc2pa" in source:  # who made and changed it, signed: for whom it is a proof, it names people
        book.note_only("history")
    if _has_more(picture, source):
        book.note_only("more_data")
    if picture.format != "JPEG" and getattr(picture, "is_animated", False):
        book.note_only("more_frames")
        picture.seek(0)


def _has_strange_parts(picture: ImageFile.ImageFile, source: bytes) -> bool:
    """Whether a camera or a program keeps notes of its own beside those that all know."""
    if picture.format == "JPEG":
        return any(
            name != "COM" and not content.startswith(_KNOWN_SEGMENTS)
            for name, content in getattr(picture, "applist", ())
        )
    return bool(getattr(picture, "private_chunks", ())) or (picture.format == "PNG" and b"caBX" in source)


def _profile_name(profile: bytes) -> Iterator[str]:
    at = profile.find(b"desc", 128 + 4 + 12 * 64)
    if at >= 0:
        yield words_of(profile[at + 12 : at + 92].replace(b"\0", b"").split(b"\xff")[0].decode("ascii", "ignore"))


def _has_more(picture: ImageFile.ImageFile, source: bytes) -> bool:
    """Whether something follows what ends the picture: another file, a second picture, notes of a phone."""
    match picture.format:
        case "JPEG":
            return "mp" in picture.info or _SECOND_JPEG in source or not source.rstrip(b"\0\r\n").endswith(b"\xff\xd9")
        case "PNG":
            return source.find(_END_OF_PNG) + len(_END_OF_PNG) < len(source)
        case "GIF":
            return not source.endswith(b";")
        case "WEBP":
            return len(source) > 8 + int.from_bytes(source[4:8], "little") + 1
        case _:
            return False
