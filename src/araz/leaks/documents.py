"""PDF: what it says of itself, what is attached, and the words on its pages."""

import re
from io import BytesIO
from typing import Any, Final

import msgspec
import pikepdf

_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE: Final = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[((?:\s*<[0-9A-Fa-f]+>)+)\s*\])"
)
_SECTION: Final = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f]+)>")
_TELLS_NOTHING: Final = frozenset(("/Title", "/Subject", "/Trapped"))  # the title stands on the first page too
_STREAM: Final = re.compile(rb"(?<=stream)[\r\n].*?(?=endstream)", re.DOTALL)
# What libraries raise over a document that does not follow its form: it is told, and no press stops over it.
_BROKEN: Final = (
    *(pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, TypeError, KeyError, IndexError, AttributeError),
    *(OverflowError, RecursionError, RuntimeError),
)
_LARGEST_RANGE: Final = 4096
_LAST_LETTER: Final = 0x10FFFF
_MOST_NESTED: Final = 4


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """What is in a PDF, as texts and as files."""

    texts: tuple[str, ...]
    described: tuple[tuple[str, str], ...]  # what it says of itself: name and value
    files: tuple[tuple[str, bytes], ...]  # attachments, and streams that hold something else than drawing


class Unreadable(Exception):
    """It is no PDF that can be opened."""


def read(content: bytes) -> Paper:
    """Take a PDF apart. Raises Unreadable."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            parts = _Parts(pdf)
            return Paper(texts=tuple(parts.texts), described=tuple(parts.described), files=tuple(parts.files))
    except _BROKEN as error:
        raise Unreadable from error


def between_streams(content: bytes) -> bytes:
    """Return what stands in the file outside of its streams: comments, and what earlier versions or others left there."""
    return _STREAM.sub(b" ", content)


class _Parts:
    """Goes through all objects once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.texts: list[str] = []
        self.described: list[tuple[str, str]] = []
        self.files: list[tuple[str, bytes]] = []
        self._names: set[str] = set()
        for name, value in pdf.docinfo.items():
            if name in _TELLS_NOTHING:
                self.texts.append(str(value))
            else:
                self.described.append((str(name), str(value)))
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                self._look_at_stream(thing)
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                self._look_at_values(thing)
        for page in pdf.pages:
            self._read_words(page.obj)
        self.texts.append("\n".join(sorted(self._names)))

    def _look_at_stream(self, stream: Any) -> None:
        kind = str(stream.get("/Type", ""))
        if kind in ("/XRef", "/ObjStm"):
            return
        try:
            body = bytes(stream.read_bytes())
        except pikepdf.PdfError:  # a picture's own coding
            body = bytes(stream.read_raw_bytes())
        if kind == "/Metadata":
            self.described.append(("XMP", body.decode("utf-8", "replace")))
        else:
            self.files.append((kind, body))
        if stream.get("/Subtype") == "/Form" or stream.get("/PatternType") == 1:
            self._read_words(stream)

    def _look_at_values(self, thing: Any, depth: int = 0) -> None:
        """Texts in a dictionary: titles of marks, addresses of links, names of files, of fonts and of whatever else."""
        if isinstance(thing, pikepdf.Array):
            values = list(thing)
        else:
            self._names.update(name[1:] for name in thing)
            values = [value for _, value in thing.items()]
        for value in values:
            if isinstance(value, pikepdf.String):
                self.texts.append(str(value))
            elif isinstance(value, pikepdf.Name):
                self._names.add(str(value)[1:])
            elif (
                isinstance(value, pikepdf.Array | pikepdf.Dictionary) and not value.is_indirect and depth < _MOST_NESTED
            ):
                self._look_at_values(value, depth + 1)

    def _read_words(self, drawn: Any) -> None:
        """The words drawn on a page or on a form, letter by letter through the tables of its fonts, in both directions."""
        tables = _tables_of(drawn.get("/Resources"))
        table: dict[bytes, str] = {}
        lines: list[str] = []
        line = ""
        try:
            instructions = pikepdf.parse_content_stream(drawn)
        except (pikepdf.PdfError, ValueError):
            return
        for instruction in instructions:
            if not isinstance(instruction, pikepdf.ContentStreamInstruction):
                self.files.append(("/Inline", _inline_picture(instruction)))
                continue
            operands: Any = list(instruction.operands)
            match str(instruction.operator):
                case "Tf" if operands:
                    table = tables.get(str(operands[0]), {})
                case "Tj" | "'" | '"' | "TJ" if operands:
                    line += "".join(_read(bytes(part), table) for part in _drawn_by(operands[-1]))
                case "ET" | "T*" | "Td" | "TD" | "Tm":
                    lines.append(line)
                    line = ""
                case "BDC" | "DP" if operands and isinstance(
                    operands[-1], pikepdf.Dictionary
                ):  # what letters stand for
                    self._look_at_values(operands[-1])
        lines.append(line)
        whole = "".join(lines)
        self.texts += [text for text in (" ".join(lines), whole, whole[::-1]) if text.strip()]


def _drawn_by(operand: Any) -> list[Any]:
    parts = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
    return [part for part in parts if isinstance(part, pikepdf.String)]


def _tables_of(resources: Any) -> dict[str, dict[bytes, str]]:
    """The tables of the fonts by which something is drawn."""
    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(fonts, pikepdf.Dictionary):
        return {}
    return {str(name): _table(font) for name, font in fonts.items() if isinstance(font, pikepdf.Dictionary)}


def _inline_picture(instruction: Any) -> bytes:
    picture = instruction.iimage
    return bytes(picture.read_raw_bytes())


def _read(drawn: bytes, table: dict[bytes, str]) -> str:
    width = len(next(iter(table), b"")) or 1
    return "".join(
        table.get(drawn[at : at + width], drawn[at : at + width].decode("latin-1") if width == 1 else " ")
        for at in range(0, len(drawn), width)
    )


def _table(font: Any) -> dict[bytes, str]:
    """What each code of a font stands for, as its ToUnicode table says."""
    if not isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        return {}
    table: dict[bytes, str] = {}
    for sort, body in _SECTION.findall(bytes(font.ToUnicode.read_bytes())):
        if sort == b"bfchar":
            table |= {_bytes(code): _letters(to) for code, to in _PAIR.findall(body)}
        else:
            for first, last, to, several in _RANGE.findall(body):
                table |= _of_range(first, last, to, several)
    return table


def _of_range(first: bytes, last: bytes, to: bytes, several: bytes) -> dict[bytes, str]:
    width = len(_bytes(first))
    low = int(first, 16)
    high = min(int(last, 16), low + _LARGEST_RANGE, (1 << 8 * width) - 1)
    if several:
        letters = _HEX.findall(several)[: max(high - low + 1, 0)]
        return {(low + step).to_bytes(width): _letters(each) for step, each in enumerate(letters)}
    begin = _letters(to)
    if not begin:
        return {}
    return {
        code.to_bytes(width): begin[:-1] + chr(min(ord(begin[-1]) + code - low, _LAST_LETTER))
        for code in range(low, high + 1)
    }


def _letters(written: bytes) -> str:
    return _bytes(written).decode("utf-16-be", "replace")


def _bytes(written: bytes) -> bytes:
    """What digits of sixteen stand for; where one is missing, ISO 32000 says that it is a nought."""
    return bytes.fromhex((written + b"0" * (len(written) % 2)).decode())
