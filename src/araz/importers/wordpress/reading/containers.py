"""Opens export files as they come: plain, packed with gzip, or several in a zip. What they are is seen from their content."""

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Final, Protocol, cast

from araz.importers.wordpress.findings import ExportRefused

CHUNK_BYTES: Final = 256 * 1024
MAX_FILES_IN_ZIP: Final = 1000
BOMB_FROM_BYTES: Final = 64 * 1024 * 1024  # small files may shrink as they like
BOMB_RATIO: Final = 100  # text shrinks to a fifth; a thousandth is the most that deflate can do

Progress = Callable[[int], None]


class _Packed(Protocol):
    def read1(self, size: int, /) -> bytes: ...


class Damaged(Exception):
    """The packing breaks off or is wrong from here on; what was read before is good."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The bytes of one XML file."""

    name: str  # for people, without folders
    chunks: Iterator[bytes]  # raises Damaged, and ExportRefused for a file that unpacks to far too much


def streams(parts: Sequence[Path], progress: Progress) -> Iterator[Stream]:
    """Yield the XML files that a file holds, which may lie there in parts; each has to be read before the next is asked for.

    `progress` is told the bytes read since it was told last; over a whole file they add up to its size.
    Raises ExportRefused for what can't be opened.
    """
    if len(parts) > 1:
        yield Stream(f"{parts[0].name} to {parts[-1].name}", _one_after_the_other(parts, progress))
    else:
        yield from _streams_in(parts[0], progress)


def _one_after_the_other(parts: Sequence[Path], progress: Progress) -> Iterator[bytes]:
    for part in parts:
        with _opened(part) as file:
            yield from _plain(file, progress)


def _streams_in(path: Path, progress: Progress) -> Iterator[Stream]:
    with _opened(path) as file:
        start = file.read(4)
        file.seek(0)
        if start[:2] == b"\x1f\x8b":
            yield Stream(path.name, _unzipped(path, file, progress))
        elif start == b"PK\x03\x04":
            yield from _files_in_zip(path, file, progress)
        elif start[:2] == b"PK":
            raise ExportRefused(f"{path.name} is an empty or split zip file. Give the XML file itself.")
        else:
            yield Stream(path.name, _plain(file, progress))


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise ExportRefused(f"There is no file {path.name}. Look at how its name is written.") from error
    except IsADirectoryError as error:
        raise ExportRefused(f"{path.name} is a folder. Give the export files in it.") from error
    except OSError as error:
        raise ExportRefused(f"{path.name} can't be opened. May this account read it?") from error
    with file:
        yield file


def _plain(file: IO[bytes], progress: Progress) -> Iterator[bytes]:
    while chunk := file.read(CHUNK_BYTES):
        progress(len(chunk))
        yield chunk


def _unzipped(path: Path, file: IO[bytes], progress: Progress) -> Iterator[bytes]:
    told = 0
    with gzip.GzipFile(fileobj=file, mode="rb") as unpacked:
        for chunk in _bounded(unpacked, path.name, file.tell):
            progress(file.tell() - told)
            told = file.tell()
            yield chunk


def _files_in_zip(path: Path, file: IO[bytes], progress: Progress) -> Iterator[Stream]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ExportRefused(
            f"{path.name} is a damaged zip file. Copy it again, or unpack it with another tool."
        ) from error
    with archive:
        members = [member for member in archive.infolist() if _is_export(member)]
        if not members:
            raise ExportRefused(f"{path.name} is a zip file without any .xml file. Give WordPress's own export.")
        if len(members) > MAX_FILES_IN_ZIP:
            raise ExportRefused(
                f"{path.name} holds more than {MAX_FILES_IN_ZIP:,} files. Unpack it and give them in parts."
            )
        if any(member.flag_bits & 1 for member in members):
            raise ExportRefused(f"{path.name} is locked with a password. Unpack it and give the XML files.")
        for member in sorted(members, key=lambda member: member.filename):
            yield Stream(
                f"{path.name}: {PurePosixPath(member.filename).name}", _member(path, archive, member, progress)
            )


def _is_export(member: zipfile.ZipInfo) -> bool:
    place = PurePosixPath(member.filename)
    hidden = place.name.startswith(".") or "__MACOSX" in place.parts
    return not member.is_dir() and not hidden and place.suffix.lower() == ".xml"


def _member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, progress: Progress) -> Iterator[bytes]:
    read = told = 0
    try:
        unpacked = cast(zipfile.ZipExtFile, archive.open(member))
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError) as error:
        raise ExportRefused(
            f"{path.name} is packed in a way that can't be read. Unpack it and give the XML files."
        ) from error
    with unpacked:
        for chunk in _bounded(unpacked, path.name, lambda: member.compress_size):
            read += len(chunk)
            share = member.compress_size * read // max(member.file_size, read)
            progress(share - told)
            told = share
            yield chunk


def _bounded(unpacked: _Packed, name: str, packed_bytes: Callable[[], int]) -> Iterator[bytes]:
    total, chunk = 0, b""
    while True:
        try:
            piece = unpacked.read1(
                CHUNK_BYTES
            )  # at most what is there: `read` loses what it has when the file breaks off
        except (EOFError, OSError, zlib.error, zipfile.BadZipFile) as error:
            yield chunk
            raise Damaged from error
        total += len(piece)
        chunk += piece
        if total > BOMB_FROM_BYTES and total > BOMB_RATIO * packed_bytes():
            raise ExportRefused(
                f"{name} unpacks to more than a hundred times its size, as no newspaper does. Unpack it yourself and look at it."
            )
        if not piece or len(chunk) >= CHUNK_BYTES:
            yield chunk
            chunk = b""
        if not piece:
            return
