"""ISO 9660: the files of a disc image, found by walking its directories."""

from collections.abc import Iterator
from typing import Final

SECTOR: Final = 2048
_FIRST: Final = 16
_MAGIC: Final = b"CD001"
_PRIMARY, _SUPPLEMENTARY, _LAST = 1, 2, 255
_IS_FOLDER: Final = 2
_MOST_FILES: Final = 500_000


def is_disc(content: bytes) -> bool:
    return content[_FIRST * SECTOR + 1 : _FIRST * SECTOR + 6] == _MAGIC


def descriptors(content: bytes) -> Iterator[bytes]:
    """Yield what the disc says of itself: names of volume, publisher and program, and times."""
    for number in range(_FIRST, _FIRST + 64):
        sector = content[number * SECTOR : (number + 1) * SECTOR]
        if sector[1:6] != _MAGIC or sector[0] == _LAST:
            return
        yield sector


def files(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of every file, by the long names if the disc has them."""
    found = {sector[0]: sector for sector in descriptors(content)}
    volume = found.get(_SUPPLEMENTARY) or found.get(_PRIMARY)
    if volume is None:
        return
    coding = "utf-16-be" if _SUPPLEMENTARY in found else "ascii"
    folders, seen, count = [("", volume[156:190])], set(), 0
    while folders:
        before, record = folders.pop()
        at, size = _extent(record)
        if at in seen:  # a disc that bites its tail
            continue
        seen.add(at)
        for entry in _entries(content[at * SECTOR : at * SECTOR + size]):
            path = before + entry[33 : 33 + entry[32]].decode(coding, "replace").partition(";")[0]
            if entry[25] & _IS_FOLDER:
                folders.append((f"{path}/", entry))
                continue
            count += 1
            if count > _MOST_FILES:
                return
            at_file, size_file = _extent(entry)
            yield path, content[at_file * SECTOR : at_file * SECTOR + size_file]


def _extent(record: bytes) -> tuple[int, int]:
    return int.from_bytes(record[2:6], "little"), int.from_bytes(record[10:14], "little")


def _entries(folder: bytes) -> Iterator[bytes]:
    """Yield the records of a directory besides itself and the one above it."""
    at = 0
    while at < len(folder):
        length = folder[at]
        if not length:  # the rest of a sector is empty
            at = (at // SECTOR + 1) * SECTOR
            continue
        record = folder[at : at + length]
        if len(record) > 33 and not (record[32] == 1 and record[33] in (0, 1)):
            yield record
        at += length
