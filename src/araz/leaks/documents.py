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
_LARGEST_RANGE: Final = 4096
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
            described = [(str(name), str(value)) for name, value in pdf.docinfo.items() if name not in _TELLS_NOTHING]
            titles = [str(value) for name, value in pdf.docinfo.items() if name in _TELLS_NOTHING]
            texts = titles
            files: list[tuple[str, bytes]] = []
            for thing in pdf.objects:
                _look_at(thing, texts, described, files)
            for page in pdf.pages:
                texts += _words(page.obj)
            return Paper(texts=tuple(texts), described=tuple(described), files=tuple(files))
    except (pikepdf.PdfError, ValueError, RecursionError) as error:
        raise Unreadable from error


def _look_at(thing: Any, texts: list[str], described: list[tuple[str, str]], files: list[tuple[str, bytes]]) -> None:
    if isinstance(thing, pikepdf.Stream):
        _look_at_stream(thing, described, files)
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        texts += _strings(thing)


def _look_at_stream(stream: Any, described: list[tuple[str, str]], files: list[tuple[str, bytes]]) -> None:
    kind = str(stream.get("/Type", ""))
    try:
        body = bytes(stream.read_bytes())
    except pikepdf.PdfError:  # a picture's own coding
        body = bytes(stream.read_raw_bytes())
    if kind == "/Metadata":
        described.append(("XMP", body.decode("utf-8", "replace")))
    elif kind == "/EmbeddedFile" or "/Subtype" not in stream or str(stream.get("/Subtype")) == "/Image":
        files.append((kind, body))


def _strings(thing: Any, depth: int = 0) -> list[str]:
    """The texts that stand in a dictionary: titles of marks, addresses of links, names of files."""
    found: list[str] = []
    values = thing.values() if isinstance(thing, pikepdf.Dictionary) else thing
    if isinstance(thing, pikepdf.Stream):
        values = [value for _, value in thing.items()]
    for value in values:
        if isinstance(value, pikepdf.String):
            found.append(str(value))
        elif isinstance(value, pikepdf.Array | pikepdf.Dictionary) and not value.is_indirect and depth < _MOST_NESTED:
            found += _strings(value, depth + 1)
    return found


def _words(page: Any) -> list[str]:
    """The words drawn on a page, letter by letter through the tables of its fonts, in both directions."""
    tables = {name: _table(font) for name, font in dict(page.get("/Resources", {}).get("/Font", {})).items()}
    table: dict[bytes, str] = {}
    lines: list[str] = []
    line = ""
    try:
        instructions = pikepdf.parse_content_stream(page)
    except (pikepdf.PdfError, ValueError):
        return []
    for instruction in instructions:
        if not isinstance(instruction, pikepdf.ContentStreamInstruction):
            continue  # a picture inside the page
        operands: Any = instruction.operands
        operator = instruction.operator
        match str(operator):
            case "Tf":
                table = tables.get(str(operands[0]), {})
            case "Tj" | "'" | '"':
                line += _read(bytes(operands[-1]), table)
            case "TJ":
                line += "".join(_read(bytes(part), table) for part in operands[0] if isinstance(part, pikepdf.String))
            case "ET" | "T*" | "Td" | "TD" | "Tm":
                lines.append(line)
                line = ""
    whole = "".join(lines)
    return [text for text in (" ".join(lines), whole, whole[::-1]) if text.strip()]


def _read(drawn: bytes, table: dict[bytes, str]) -> str:
    width = len(next(iter(table), b"")) or 1
    return "".join(
        table.get(drawn[at : at + width], drawn[at : at + width].decode("latin-1") if width == 1 else " ")
        for at in range(0, len(drawn), width)
    )


def _table(font: Any) -> dict[bytes, str]:
    """What each code of a font stands for, as its ToUnicode table says."""
    if "/ToUnicode" not in font:
        return {}
    table: dict[bytes, str] = {}
    for sort, body in _SECTION.findall(bytes(font.ToUnicode.read_bytes())):
        if sort == b"bfchar":
            table |= {bytes.fromhex(code.decode()): _letters(to) for code, to in _PAIR.findall(body)}
        else:
            for first, last, to, several in _RANGE.findall(body):
                table |= _of_range(first, last, to, several)
    return table


def _of_range(first: bytes, last: bytes, to: bytes, several: bytes) -> dict[bytes, str]:
    low, high, width = int(first, 16), min(int(last, 16), int(first, 16) + _LARGEST_RANGE), len(first) // 2
    if several:
        return {(low + step).to_bytes(width): _letters(letters) for step, letters in enumerate(_HEX.findall(several))}
    begin = _letters(to)
    return (
        {code.to_bytes(width): begin[:-1] + chr(ord(begin[-1]) + code - low) for code in range(low, high + 1)}
        if begin
        else {}
    )


def _letters(written: bytes) -> str:
    return bytes.fromhex(written.decode()).decode("utf-16-be", "replace")
