"""JPEG files, as they stand in documents, without the segments in which programs and cameras write about themselves."""

from collections.abc import Iterator
from typing import Final

_START: Final = b"\xff\xd8"
_SCAN: Final = 0xDA
_END: Final = 0xD9
_ADOBE: Final = 0xEE  # says how the colours are mixed; without it a picture may look inverted
# Frames, tables and scans. JFIF's measure goes too: a document has its own.
_SHOWS: Final = frozenset((*range(0xC0, 0xD0), *range(0xDA, 0xE0))) - {0xC8}
_BARE: Final = frozenset({*range(0xD0, 0xD8), 0x01})


class NotJpeg(ValueError):
    """The bytes do not follow the form of JPEG."""


def bare_jpeg(source: bytes) -> bytes:
    """Return the same picture without comments, thumbnails, profiles and what follows its end. Raises NotJpeg."""
    start = source.find(_START)
    if start < 0:
        raise NotJpeg
    return _START + b"".join(_kept(source, start + len(_START)))


def _kept(source: bytes, at: int) -> Iterator[bytes]:
    while True:
        at, marker = _marker(source, at)
        if marker == _END:
            yield bytes((0xFF, _END))
            return
        if marker in _BARE:
            yield bytes((0xFF, marker))
            continue
        length = int.from_bytes(source[at : at + 2], "big")
        segment = source[at : at + length]
        if length < 2 or len(segment) < length:
            raise NotJpeg
        at += length
        if marker == _ADOBE and segment[2:7] == b"Adobe":
            yield b"\xff\xee" + _adobe(segment)
        elif marker in _SHOWS:
            yield bytes((0xFF, marker)) + segment
        if marker == _SCAN:
            end = _end_of_scan(source, at)
            yield source[at:end]
            at = end


def _adobe(segment: bytes) -> bytes:
    if len(segment) < 14:
        raise NotJpeg
    return (14).to_bytes(2, "big") + segment[2:14]


def _marker(source: bytes, at: int) -> tuple[int, int]:
    """Return where the next marker's segment begins, and the marker. A file that breaks off ends there."""
    while at < len(source) and source[at] != 0xFF:
        at += 1
    while at < len(source) and source[at] == 0xFF:
        at += 1
    return (at + 1, source[at]) if at < len(source) else (at, _END)


def _end_of_scan(source: bytes, at: int) -> int:
    """Return where the coded pixels end: at a marker that is no restart and no escaped byte."""
    while True:
        at = source.find(b"\xff", at)
        if at < 0 or at + 1 >= len(source):
            return len(source)
        if source[at + 1] != 0 and not 0xD0 <= source[at + 1] <= 0xD7:
            return at
        at += 2
