"""Copies what a page shows into a new document: only entries that are needed to show it, and streams without guests."""

import zlib
from collections.abc import Callable
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, PdfError, PdfInlineImage, Stream, String

from araz.desk.acceptance.document_content import clean_orders
from araz.desk.acceptance.document_keys import FONT_FILES, FREE_NAMES, INLINE, KEPT, NAMING, RESOURCES
from araz.desk.acceptance.document_layers import HiddenLayers
from araz.desk.acceptance.document_letters import is_of_drawings, lies_in_document, plain_encoding, plain_letter
from araz.desk.acceptance.document_names import Names, known_system, says_names
from araz.desk.acceptance.fonts import NotAFont, bare_font
from araz.desk.acceptance.jpeg import NotJpeg, bare_jpeg
from araz.desk.acceptance.jpeg2000 import NotJpeg2000, bare_jpeg2000
from araz.desk.acceptance.programs import bare_table_of_letters, without_comments

MOST_STREAM_BYTES: Final = 110_000_000  # of one stream, unpacked: a picture of 36 million pixels
_DEEPEST: Final = 60
_PIECE: Final = 1 << 20
_DEVICES: Final = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}
_PACKED: Final = (Name.FlateDecode, Name.Fl)
_INDEXED: Final = (Name.Indexed, Name.I)
_OF_INKS: Final = (Name.Separation, Name.DeviceN)
_SYSTEM: Final = {"Registry": "Adobe", "Ordering": "Identity"}
_PROGRAMMED: Final = 4  # of the types of functions


class DocumentRefused(Exception):
    """The document can't be accepted; the message says why and what to do."""


_BROKEN: Final = (
    "A part of the document can't be read. Save it anew in the program it came from, as PDF, and try again."
)
_STRANGE_FONT: Final = "A font in the document can't be read, so it can't be said what stands in it. Print the document into a new PDF and try again."
_NESTED: Final = (
    "The document is nested in itself more deeply than a page needs. Print it into a new PDF and try again."
)
_BOMB: Final = (
    "A picture or page in the document unpacks to more than 110 MB. Save it with smaller pictures and try again."
)


class Copier:
    """Copies objects of one document into another; the same object becomes the same object."""

    def __init__(self, target: Pdf, layers: HiddenLayers, tell: Callable[[str], None]) -> None:
        self._target = target
        self._layers = layers
        self._tell = tell
        self._known: dict[tuple[int, int], Any] = {}
        self._names = Names()
        self._font_names: dict[str, str] = {}

    def orders(self, thing: Any, resources: Any) -> Stream:
        """Return the drawing orders of a page, or of something like one, as a stream of the new document."""
        cleaned = clean_orders(
            thing,
            resources,
            self._layers.hides,
            lambda: self._tell("unseen_words"),
            self._inline_picture,
            self._names.plain,
        )
        return Stream(self._target, cleaned)

    def _inline_picture(self, picture: PdfInlineImage) -> bytes:
        """Return a picture that stands among drawing orders, with the entries and the bytes that show it."""
        said = picture.obj
        entries: dict[str, Any] = {name: value for name, value in said.items() if name[1:] in INLINE}
        if "/ColorSpace" in entries:
            entries["/ColorSpace"] = self._names.plain(entries["/ColorSpace"])
        packing = {name[1:]: entries[name] for name in ("/Filter", "/DecodeParms") if name in entries}
        content, packed_by = self._content(Stream(self._target, picture.read_raw_bytes(), **packing))
        if packed_by is not None:
            entries["/Filter"] = packed_by
            entries.pop("/DecodeParms", None)
        return b"BI %b ID %b\nEI" % (Dictionary(entries).unparse()[2:-2].strip(), content)

    def resources(self, given: Any, depth: int = 0) -> Dictionary:
        """Return fonts, pictures and the like that drawing orders name."""
        kept = Dictionary()
        for sort in sorted(RESOURCES):
            drawer = given.get(Name(f"/{sort}")) if isinstance(given, Dictionary) else None
            if isinstance(drawer, Dictionary):
                kept[f"/{sort}"] = self._drawer(drawer, depth + 1)
        return kept

    def _drawer(self, drawer: Dictionary, depth: int) -> Dictionary:
        copied = Dictionary()
        for name in sorted(drawer.keys()):
            thing = drawer[name]
            if not isinstance(thing, Stream) or self._may_be_drawn(thing):
                copied[self._names.plain(name)] = self.copy(thing, depth + 1)
        return copied

    def _may_be_drawn(self, thing: Stream) -> bool:
        return thing.get(Name.Subtype) != Name.PS and not self._layers.hides(thing.get(Name.OC))

    def copy(self, thing: Any, depth: int = 0) -> Any:
        """Return the object in the new document. Raises DocumentRefused."""
        if depth > _DEEPEST:
            raise DocumentRefused(_NESTED)
        if not isinstance(thing, Object) or isinstance(thing, Name | Operator):
            return thing
        if isinstance(thing, String):  # the few that show something are copied where they stand
            return String("")
        key = thing.objgen
        if key != (0, 0) and key in self._known:
            return self._known[key]
        if isinstance(thing, Stream):
            return self._stream(thing, key, depth)
        if isinstance(thing, Array):
            return self._array(thing, key, depth)
        if isinstance(thing, Dictionary):
            return self._dictionary(thing, key, depth)
        return thing

    def _remember(self, key: tuple[int, int], made: Any) -> Any:
        if key == (0, 0):
            return made
        self._known[key] = self._target.make_indirect(made)
        return self._known[key]

    def _array(self, thing: Array, key: tuple[int, int], depth: int) -> Any:
        if len(thing) == 2 and thing[0] == Name.ICCBased:
            return self._plain_colours(thing[1], depth)
        made = self._remember(key, Array())
        has_inks = len(thing) > 1 and thing[0] in _OF_INKS
        has_table = len(thing) == 4 and thing[0] in _INDEXED
        for number, each in enumerate(thing):
            if has_inks and number == 1:
                made.append(self._names.inks(each))
            elif has_table and number == 3 and isinstance(each, String):
                made.append(each)
            else:
                made.append(self.copy(each, depth + 1))
        return made

    def _plain_colours(self, profile: Any, depth: int) -> Any:
        """Colours without their profile, which may name a screen and its owner."""
        count = int(profile.get(Name.N, 0)) if isinstance(profile, Stream) else 0
        if count not in _DEVICES:
            raise DocumentRefused(_BROKEN)
        self._tell("profile")
        alternate = profile.get(Name.Alternate)
        is_lab = isinstance(alternate, Array) and len(alternate) == 2 and alternate[0] == Name.Lab
        return self.copy(alternate, depth + 1) if is_lab else _DEVICES[count]

    def _dictionary(self, thing: Dictionary, key: tuple[int, int], depth: int) -> Any:
        made = self._remember(key, Dictionary())
        self._fill(made, thing, depth)
        return made

    def _fill(self, made: Any, thing: Any, depth: int) -> None:
        for name in sorted(thing.keys()):
            value, bare = thing[name], name[1:]
            if bare == "Resources":
                made[name] = self.resources(value, depth + 1)
            elif bare in FREE_NAMES and isinstance(value, Dictionary):
                made[name] = self._named(value, bare, thing, depth + 1)
            elif (of_font := self._of_font(value, bare, thing)) is not None:
                made[name] = of_font
            elif bare in _SYSTEM:
                made[name] = known_system(value, _SYSTEM[bare])
            elif bare == "Components":
                made[name] = self._names.inks(value)
            elif bare in KEPT and (bare in NAMING or not says_names(value)):
                made[name] = self.copy(value, depth + 1)

    def _of_font(self, value: Any, bare: str, font: Any) -> Any:
        """Return what draws or names the letters of a font; None for any other entry."""
        if bare in FONT_FILES and isinstance(value, Stream):
            return self._program(value, bare_font, ("Subtype", "Length1", "Length2", "Length3"))
        if bare in ("ToUnicode", "Encoding") and isinstance(value, Stream):
            entries = ("Type", "CMapName", "CIDSystemInfo", "WMode", "UseCMap")
            return self._program(value, bare_table_of_letters, entries)
        if bare == "Encoding" and isinstance(value, Dictionary) and is_of_drawings(font):
            return plain_encoding(value, self._names)
        if bare in ("BaseFont", "FontName") and isinstance(value, Name):
            return self._font_name(value, font)
        return None

    def _program(self, thing: Stream, bare: Callable[[bytes], bytes], entries: tuple[str, ...]) -> Any:
        """A font, or a table of its letters: unpacked, without what it says of its makers."""
        key = thing.objgen
        if key in self._known:
            return self._known[key]
        content = _unpacked(thing)
        try:
            cleaned = bare(content)
        except NotAFont as error:
            raise DocumentRefused(_STRANGE_FONT) from error
        made = self._remember(key, Stream(self._target, cleaned))
        for name in entries:
            if f"/{name}" in thing and not isinstance(thing[f"/{name}"], Stream):
                made[f"/{name}"] = self.copy(thing[f"/{name}"])
        if "/Length1" in made and len(made.read_raw_bytes()) != len(content):
            made["/Length1"] = len(made.read_raw_bytes())
        return made

    def _font_name(self, name: Name, font: Any) -> Name:
        """A font that lies in the document is found by no name; one that does not is asked for by its own."""
        if not lies_in_document(font):
            return name
        return Name(self._font_names.setdefault(str(name), f"/AAAAAA+Font{len(self._font_names) + 1}"))

    def _named(self, drawer: Dictionary, sort: str, around: Any, depth: int) -> Dictionary:
        made = Dictionary()
        for name in sorted(drawer.keys()):
            is_glyph = sort == "CharProcs" and isinstance(drawer[name], Stream)
            made[plain_letter(name, self._names) if sort == "CharProcs" else self._names.plain(name)] = (
                self.orders(drawer[name], around.get(Name.Resources))
                if is_glyph
                else self.copy(drawer[name], depth + 1)
            )
        return made

    def _stream(self, thing: Stream, key: tuple[int, int], depth: int) -> Any:
        if Name.F in thing:  # its bytes lie in another file
            raise DocumentRefused(_BROKEN)
        if thing.get(Name.Subtype) == Name.Form or thing.get(Name.PatternType) == 1:
            made = self._remember(key, self.orders(thing, thing.get(Name.Resources)))
            without_packing = set(thing.keys()) - {"/Filter", "/DecodeParms", "/Length"}
            self._fill(made, Dictionary({name: thing[name] for name in without_packing}), depth)
            return made
        if thing.get(Name.FunctionType) == _PROGRAMMED:
            made = self._remember(key, Stream(self._target, without_comments(_unpacked(thing))))
            self._fill(made, Dictionary({name: thing[name] for name in ("/FunctionType", "/Domain", "/Range")}), depth)
            return made
        content, packed_by = self._content(thing)
        made = self._remember(key, Stream(self._target, content))
        self._fill(made, Dictionary({name: thing[name] for name in set(thing.keys()) - {"/Length"}}), depth)
        if packed_by is not None:
            made[Name.Filter] = packed_by
            if Name.DecodeParms in made:
                del made[Name.DecodeParms]
        return made

    def _content(self, thing: Stream) -> tuple[bytes, Any]:
        """Return a stream's bytes, and how they are packed, if not as before."""
        filters = _filters_of(thing)
        if Name.Crypt in filters:
            raise DocumentRefused(_BROKEN)
        if filters and filters[-1] in (Name.DCTDecode, Name.DCT):
            return self._picture(thing, filters, bare_jpeg), Name.DCTDecode
        if filters and filters[-1] == Name.JPXDecode:
            return self._picture(thing, filters, bare_jpeg2000), Name.JPXDecode
        raw = thing.read_raw_bytes()
        if len(filters) == 1 and filters[0] in _PACKED:
            return _without_guests(raw), None
        return raw, None

    def _picture(self, thing: Stream, filters: list[Any], bare: Callable[[bytes], bytes]) -> bytes:
        raw = thing.read_raw_bytes()
        if len(filters) > 1:  # packed once more, which is of no use
            outer = Stream(self._target, raw, Filter=Array(filters[:-1]))
            raw = outer.read_bytes()
        try:
            cleaned = bare(raw)
        except (NotJpeg, NotJpeg2000) as error:
            raise DocumentRefused(_BROKEN) from error
        if len(cleaned) < len(raw) - 64:  # more than the measure that every such file states
            self._tell("pictures_inside")
        return cleaned


def _unpacked(thing: Stream) -> bytes:
    """Raises DocumentRefused for what can't be unpacked."""
    try:
        return thing.read_bytes()
    except PdfError as error:
        raise DocumentRefused(_BROKEN) from error


def _filters_of(thing: Stream) -> list[Any]:
    given = thing.get(Name.Filter)
    if given is None:
        return []
    return list(given) if isinstance(given, Array) else [given]


def _without_guests(packed: bytes) -> bytes:
    """Return the packed bytes up to where they end, having unpacked them once. Raises DocumentRefused."""
    opened = zlib.decompressobj()
    total, rest = 0, packed
    try:
        while rest and not opened.eof:
            total += len(opened.decompress(rest, _PIECE))
            rest = opened.unconsumed_tail
            if total > MOST_STREAM_BYTES:
                raise DocumentRefused(_BOMB)
    except zlib.error:  # viewers show what they can read of it
        return packed
    return packed[: len(packed) - len(opened.unused_data)] if opened.eof else packed
