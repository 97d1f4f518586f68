"""JPEG 2000 as it stands in documents: the boxes that hold the picture, and no others (ISO 15444-1, annex I)."""

from collections.abc import Iterator
from typing import Final

_CODESTREAM: Final = b"\xff\x4f"
_KEPT: Final = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")
_TILE: Final = 0x90
_COMMENT: Final = 0x64
_DATA: Final = 0x93
_TILE_BEGINS: Final = b"\xff\x90"
_ENDS: Final = b"\xff\xd9"


class NotJpeg2000(ValueError):
    """The bytes do not follow the form of JPEG 2000."""


def bare_jpeg2000(source: bytes) -> bytes:
    """Return the same picture without XML, profiles' owners, identities and comments. Raises NotJpeg2000."""
    if source.startswith(_CODESTREAM):
        return _without_comments(source)
    return b"".join(_boxes(source))


def _boxes(source: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(source):
        length, kind = int.from_bytes(source[at : at + 4], "big"), source[at + 4 : at + 8]
        head = 8
        if length == 1:
            length, head = int.from_bytes(source[at + 8 : at + 16], "big"), 16
        end = at + length if length else len(source)
        if (length and length < head) or end > len(source):
            raise NotJpeg2000
        content = source[at + head : end]
        if kind in _KEPT:
            content = _without_comments(content) if kind == b"jp2c" else content
            yield (len(content) + 8).to_bytes(4, "big") + kind + content
        at = end


def _without_comments(codestream: bytes) -> bytes:
    """Leave out the comment segments, and what stands behind the picture."""
    if not codestream.startswith(_CODESTREAM):
        raise NotJpeg2000
    kept, at = [_CODESTREAM], len(_CODESTREAM)
    while at + 4 <= len(codestream) and codestream[at + 1] != _TILE:
        length = int.from_bytes(codestream[at + 2 : at + 4], "big")
        if codestream[at] != 0xFF or length < 2:
            raise NotJpeg2000
        if codestream[at + 1] != _COMMENT:
            kept.append(codestream[at : at + 2 + length])
        at += 2 + length
    return b"".join([*kept, _tiles(codestream[at:])])


def _tiles(rest: bytes) -> bytes:
    """The tiles with blanks in their comments, up to the end of the picture: no coded bytes look like a mark."""
    changed, at = bytearray(rest), 0
    while rest[at : at + 2] == _TILE_BEGINS:
        length, head = int.from_bytes(rest[at + 6 : at + 10], "big"), at
        while head + 4 <= len(rest) and rest[head + 1] != _DATA:
            size = int.from_bytes(rest[head + 2 : head + 4], "big")
            if rest[head] != 0xFF or size < 2:
                raise NotJpeg2000
            if rest[head + 1] == _COMMENT:
                changed[head + 6 : head + 2 + size] = b" " * len(changed[head + 6 : head + 2 + size])
            head += 2 + size
        at = at + length if length else len(rest)
        if at <= head:
            raise NotJpeg2000
    end = rest.find(_ENDS, at)
    return bytes(changed if end < 0 else changed[: end + len(_ENDS)])
