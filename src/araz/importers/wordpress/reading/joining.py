"""Tells which files are the parts of one that was cut up by its bytes (`split -b`), wherever it was cut: within an item, a
tag or a letter. Read one after the other as one file, they are what they were.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_LOOKED_AT_BYTES: Final = 1024 * 1024
_TAIL_BYTES: Final = 8 * 1024 * 1024  # no item is longer
_BEGINNING: Final = re.compile(
    rb"<(?:\?xml|!doctype|html|(?:[\w.-]{1,40}:)?(?:rss|rdf|channel|item)[\s>])", re.IGNORECASE
)
_ROOT: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:rss|rdf)[\s>]", re.IGNORECASE)
_OF_EXPORT: Final = re.compile(rb"</(?:[\w.-]{1,40}:)?(?:item|rss)\s{0,9}>|<wp:|</wp:")
_ITEM_BEGINS: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?item[\s>]")
_ITEM_ENDS: Final = re.compile(rb"</(?:[\w.-]{1,40}:)?(?:item|channel|rss)\s{0,9}>")
_PACKED: Final = (b"\x1f\x8b", b"PK")
_WHITE: Final = b"\xef\xbb\xbf \t\r\n"


def joined(files: Sequence[Path]) -> list[tuple[Path, ...]]:
    """Return the files in their order, those together that are parts of one."""
    groups: list[list[Path]] = []
    for file in files:
        if groups and _goes_on(file) and _is_cut(groups[-1][-1]):
            groups[-1].append(file)
        else:
            groups.append([file])
    return [tuple(group) for group in groups]


def _goes_on(file: Path) -> bool:
    """Whether the file begins in the middle of an export."""
    begin = _read(file, 0, _LOOKED_AT_BYTES)
    if begin.startswith(_PACKED) or not _OF_EXPORT.search(begin):
        return False
    return not _BEGINNING.match(begin.lstrip(_WHITE)) and not _ROOT.search(begin[:4096])


def _is_cut(file: Path) -> bool:
    """Whether the file ends within an item, or within a tag."""
    try:
        size = file.stat().st_size
    except OSError:
        return False
    end = _read(file, max(0, size - _TAIL_BYTES), _TAIL_BYTES)
    if _read(file, 0, 4).startswith(_PACKED):
        return False
    ended = _last(_ITEM_ENDS, end)
    return _last(_ITEM_BEGINS, end) > ended or ended < 0 or not end.rstrip().endswith(b">")


def _last(pattern: re.Pattern[bytes], data: bytes) -> int:
    return max((match.start() for match in pattern.finditer(data)), default=-1)


def _read(file: Path, start: int, count: int) -> bytes:
    """Return a part of a file; nothing of one that can't be read, which is told when it is opened to be read."""
    try:
        with file.open("rb") as stream:
            stream.seek(start)
            return stream.read(count)
    except OSError:
        return b""
