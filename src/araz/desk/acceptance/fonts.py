"""Fonts as they stand in documents, without what they say of their makers, owners and hours.

Where a text can't be cut out without moving what others point at, blanks of the same length take its place.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_SHOWS: Final = frozenset(
    name.ljust(4).encode()
    for name in "cmap cvt fpgm prep glyf loca head hhea hmtx maxp post vhea vmtx CFF VORG OS/2".split()
)
_TRUETYPE: Final = (b"\0\1\0\0", b"true", b"OTTO")
_HEAD_TIMES: Final = slice(20, 36)
_OS2_VENDOR: Final = slice(58, 62)
_ROW_BYTES: Final = 16
_MOST_TABLES: Final = 16

_SAID_IN_TYPE_1: Final = re.compile(rb"(/\w+\s*\()((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)(\))", re.DOTALL)
_NAME_IN_TYPE_1: Final = re.compile(rb"(/FontName\s*/)([^\s/()<>\[\]{}%]+)")
_COMMENT: Final = re.compile(rb"(%!(?:PS-AdobeFont-1\.\d|FontType1-1\.\d)?|%)([^\r\n]*)")
_SECRET_PART: Final = b"eexec"
_OVER: Final = b"cleartomark"

_FIRST_OWN_STRING: Final = 391  # before it are names that every reader of CFF knows (Technical Note 5176, appendix A)
_SAYS: Final = frozenset((0, 1, 2, 3, 4, 1200, 1221, 1222, 1238))  # version, notice, names, copyright, PostScript
_POINTS_TO_DICTS: Final = 1236  # FDArray
_ESCAPE: Final = 12


class NotAFont(ValueError):
    """The bytes do not follow the form of a font that documents use."""


def bare_font(content: bytes) -> bytes:
    """Return the font as its letters need it. Raises NotAFont."""
    if not content:
        return content
    try:
        if content[:4] in _TRUETYPE:
            return _bare_tables(content)
        if content.lstrip()[:2] == b"%!" or content[:2] == b"\x80\x01":
            return _bare_type_1(content)
        if content[:1] == b"\1":
            return _bare_cff(content)
    except (IndexError, ValueError) as error:
        raise NotAFont from error
    raise NotAFont


def _bare_tables(content: bytes) -> bytes:
    """TrueType and OpenType: only tables that letters are drawn by, and no hour in their head."""
    tables: list[tuple[bytes, bytes]] = []
    for number in range(int.from_bytes(content[4:6])):
        start = 12 + _ROW_BYTES * number
        row = content[start : start + _ROW_BYTES]
        at, size = int.from_bytes(row[8:12]), int.from_bytes(row[12:16])
        if row[:4] in _SHOWS:
            tables.append((row[:4], _bare_table(row[:4], content[at : at + size])))
        if len(tables) > _MOST_TABLES:
            raise ValueError("more tables than letters need")
    if not tables:
        raise ValueError("no table that letters are drawn by")
    start = 12 + _ROW_BYTES * len(tables)
    rows, bodies = b"", b""
    for tag, body in tables:
        padded = body.ljust(-(-len(body) // 4) * 4, b"\0")
        rows += tag + _sum(padded) + (start + len(bodies)).to_bytes(4) + len(body).to_bytes(4)
        bodies += padded
    count, power = len(tables), len(tables).bit_length() - 1
    head = (count, 16 << power, power, 16 * count - (16 << power))
    return content[:4] + b"".join(number.to_bytes(2) for number in head) + rows + bodies


def _bare_table(tag: bytes, body: bytes) -> bytes:
    if tag == b"CFF ":
        return _bare_cff(body)
    changed = bytearray(body)
    if tag == b"head" and len(body) >= _HEAD_TIMES.stop:
        changed[_HEAD_TIMES] = bytes(16)
    if tag == b"OS/2" and len(body) >= _OS2_VENDOR.stop:
        changed[_OS2_VENDOR] = b"    "
    return bytes(changed)


def _sum(padded: bytes) -> bytes:
    total = sum(int.from_bytes(padded[at : at + 4]) for at in range(0, len(padded), 4))
    return (total & 0xFFFFFFFF).to_bytes(4)


def _bare_type_1(content: bytes) -> bytes:
    """Type 1: its first part is a text, the rest is hidden from all but programs."""
    end = content.find(_SECRET_PART)
    text, rest = (content[:end], content[end:]) if end >= 0 else (content, b"")
    if (over := rest.rfind(_OVER)) >= 0:
        rest = rest[: over + len(_OVER)].ljust(len(rest))
    text = _SAID_IN_TYPE_1.sub(lambda found: found[1] + b" " * len(found[2]) + found[3], text)
    text = _NAME_IN_TYPE_1.sub(lambda found: found[1] + b"F" * len(found[2]), text)
    return _COMMENT.sub(lambda found: found[1] + b" " * len(found[2]), text) + rest


def _bare_cff(content: bytes) -> bytes:
    """CFF: the texts that its dictionaries point at, where they stand."""
    changed = bytearray(content)
    names, at = _index(content, content[2])
    tops, at = _index(content, at)
    strings, _ = _index(content, at)
    said: set[int] = set()
    dictionaries = list(tops)
    for begin, end in tops:
        for operator, operands in _entries(content[begin:end]):
            if operator == _POINTS_TO_DICTS and operands:
                dictionaries += _index(content, operands[-1])[0]
    for begin, end in dictionaries:
        said |= {operands[-1] for operator, operands in _entries(content[begin:end]) if operator in _SAYS and operands}
    for number in said:
        if 0 <= number - _FIRST_OWN_STRING < len(strings):
            begin, end = strings[number - _FIRST_OWN_STRING]
            changed[begin:end] = b" " * (end - begin)
    for begin, end in names:
        changed[begin:end] = b"F" * (end - begin)
    return bytes(changed)


def _index(content: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Return where the objects of an INDEX begin and end, and where it ends itself. Raises ValueError."""
    count = int.from_bytes(content[at : at + 2])
    if not count:
        return [], at + 2
    width = content[at + 2]
    first, table = at + 2 + (count + 1) * width, content[at + 3 : at + 3 + (count + 1) * width]
    offsets = [int.from_bytes(table[place : place + width]) for place in range(0, len(table), width)] if width else []
    if len(offsets) != count + 1 or offsets != sorted(offsets) or first + offsets[-1] > len(content):
        raise ValueError("an index that leads out of the font")
    return [(first + begin, first + end) for begin, end in pairwise(offsets)], first + offsets[-1]


def _entries(dictionary: bytes) -> Iterator[tuple[int, list[int]]]:
    """Yield the operators of a dictionary with their whole numbers; of fractions the place only."""
    operands: list[int] = []
    at = 0
    while at < len(dictionary):
        first = dictionary[at]
        at += 1
        if first <= 21:
            operator = 1200 + dictionary[at] if first == _ESCAPE else first
            at += first == _ESCAPE
            yield operator, operands
            operands = []
        elif first in (28, 29):
            size = 2 if first == 28 else 4
            operands.append(int.from_bytes(dictionary[at : at + size], signed=True))
            at += size
        elif first == 30:
            while dictionary[at] & 15 != 15:
                at += 1
            at += 1
            operands.append(-1)
        elif first <= 246:
            operands.append(first - 139)
        else:
            step = dictionary[at]
            operands.append((first - 247) * 256 + step + 108 if first <= 250 else -(first - 251) * 256 - step - 108)
            at += 1
