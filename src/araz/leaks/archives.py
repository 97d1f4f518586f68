"""What is packed: zip and EPUB, tar, gzip, Brotli. Names, times and comments of members, and what is in them."""

import gzip
import tarfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

import brotli
import msgspec

MOST_BYTES: Final = 300_000_000  # of one member, unpacked: more is a trap and not a newspaper
_PORTION: Final = 1 << 20
_STEP_S: Final = 600
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_MEANINGLESS: Final = frozenset((0x0001, 0x7075))  # fields of a zip that hold sizes and the name in UTF-8


class TooLarge(Exception):
    """It unpacks to more than `MOST_BYTES`."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One file in an archive."""

    name: str
    content: bytes = b""
    told: tuple[str, ...] = ()  # comments and names beside the name
    is_timed: bool = False  # it says a time finer than ten minutes
    is_marked: bool = False  # it says who owned it, or on what machine
    is_unreadable: bool = False


def of_zip(content: bytes) -> Iterator[Member]:
    """Yield the members of a zip, and one without a name for what the archive says of itself."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            if archive.comment:
                yield Member(name="", told=(archive.comment.decode("utf-8", "replace"),), is_marked=True)
            for info in archive.infolist():
                yield _zipped(archive, info)
    except (BadZipFile, ValueError, OSError):
        yield Member(name="", is_unreadable=True)


def _zipped(archive: ZipFile, info: ZipInfo) -> Member:
    body, is_unreadable = b"", False
    try:
        with archive.open(info) as stream:
            body = _bounded(stream.read(MOST_BYTES + 1))
    except (BadZipFile, RuntimeError, NotImplementedError, OSError, zlib.error, TooLarge, EOFError):
        is_unreadable = True
    return Member(
        name=info.filename,
        content=body,
        told=(info.comment.decode("utf-8", "replace"),) if info.comment else (),
        is_timed=info.date_time != _NO_TIME and bool(info.date_time[4] % 10 or info.date_time[5]),
        is_marked=bool(set(_fields(info.extra)) - _MEANINGLESS),
        is_unreadable=is_unreadable,
    )


def _fields(extra: bytes) -> Iterator[int]:
    at = 0
    while at + 4 <= len(extra):
        yield int.from_bytes(extra[at : at + 2], "little")
        at += 4 + int.from_bytes(extra[at + 2 : at + 4], "little")


def of_tar(content: bytes) -> Iterator[Member]:
    """Yield the members of a tar."""
    try:
        with tarfile.open(fileobj=BytesIO(content), mode="r:") as archive:
            for info in archive:
                stream = archive.extractfile(info) if info.isfile() and info.size <= MOST_BYTES else None
                yield Member(
                    name=info.name,
                    content=stream.read() if stream else b"",
                    told=tuple(filter(None, (info.uname, info.gname, info.linkname))),
                    is_timed=bool(info.mtime % _STEP_S),
                    is_marked=bool(info.uname or info.gname or info.uid or info.gid),
                    is_unreadable=info.isfile() and stream is None,
                )
    except (tarfile.TarError, ValueError, OSError):
        yield Member(name="", is_unreadable=True)


def is_tar(content: bytes) -> bool:
    return content[257:262] == b"ustar"


def of_gzip(content: bytes) -> Iterator[Member]:
    """Yield what a gzip file holds; its head may say a name and a time."""
    time = int.from_bytes(content[4:8], "little")
    flags = content[3] if len(content) > 3 else 0
    try:
        with gzip.open(BytesIO(content)) as stream:
            body = _bounded(stream.read(MOST_BYTES + 1))
    except (OSError, EOFError, zlib.error, TooLarge):
        yield Member(name="", is_unreadable=True)
        return
    head = content[10:300].decode("utf-8", "replace") if flags & 0b11100 else ""
    yield Member(
        name="", content=body, told=(head,) if head else (), is_timed=bool(time % _STEP_S), is_marked=bool(head)
    )


def of_brotli(content: bytes) -> Iterator[Member]:
    """Yield what a Brotli stream holds."""
    unpacker, body = brotli.Decompressor(), bytearray()
    try:
        for start in range(0, len(content), _PORTION // 64):
            body += unpacker.process(content[start : start + _PORTION // 64])
            _bounded(body)
    except (brotli.error, TooLarge):
        yield Member(name="", is_unreadable=True)
        return
    yield Member(name="", content=bytes(body))


def _bounded(content: bytes | bytearray) -> bytes:
    if len(content) > MOST_BYTES:
        raise TooLarge
    return bytes(content)
