"""Files ready to be sent: the small ones in memory, compressed once, each looked at again by one `stat`."""

import os
import stat
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from io import BufferedReader
from typing import Final

from araz.server.coding import PLAIN, Coding, compress
from araz.server.headers import Headers
from araz.server.kinds import Kind, kind_of

_NOT_THERE: Final = (FileNotFoundError, NotADirectoryError, ValueError)
HELD_BYTES: Final = 16 * 1024 * 1024  # of all bodies in memory
HELD_COPIES: Final = 4096
_HELD_TEXT_BYTES: Final = 1024 * 1024  # larger ones are sent from the disk
_HELD_OTHER_BYTES: Final = 64 * 1024  # fonts and small pictures
_WORTH_COMPRESSING_BYTES: Final = 200

Mark = tuple[int, int, int]  # of the file on disk: another one means that it was replaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One file in one coding."""

    mark: Mark
    etag: str  # strong, with its quotation marks; another one for each coding
    size: int  # bytes in this coding
    body: bytes  # empty when the file is sent from the disk
    from_disk: bool
    headers: Headers  # for a full answer


class Shelf:
    """Copies of files, those not asked for longest being dropped first.

    `root`: files outside it, reached by a link, are not there. `about` gives the headers that depend on the path.
    """

    def __init__(self, about: Callable[[str, Kind], Headers], root: str = "") -> None:
        self._about = about
        self._root = os.path.realpath(root) + os.sep if root else ""
        self._copies: OrderedDict[tuple[str, Coding], Copy] = OrderedDict()
        self._held = 0

    def take(self, file: str, coding: Coding = PLAIN) -> Copy | None:
        """Return the file's copy as it is on disk at this moment; None if there is none.

        Raises OSError when the disk or the machine fails: of a file that can't be read nobody knows that it is missing.
        """
        try:
            facts = os.stat(file)  # noqa: PTH116 -- a Path would double the cost of the one call on the hot path
        except _NOT_THERE:
            return None
        key = (file, coding)
        copy = self._copies.get(key)
        if copy and copy.mark == (facts.st_ino, facts.st_mtime_ns, facts.st_size):
            self._copies.move_to_end(key)
            return copy
        return self._fetch(file, coding) if stat.S_ISREG(facts.st_mode) else None

    def _fetch(self, file: str, coding: Coding) -> Copy | None:
        if not os.path.realpath(file).startswith(self._root):
            return None
        try:
            with open(file, "rb") as stream:  # noqa: PTH123 -- see `take`
                copy = self._copy(file, stream, coding)
        except _NOT_THERE:
            return None
        self._hold((file, coding), copy)
        return copy

    def _copy(self, file: str, stream: BufferedReader, coding: Coding) -> Copy:
        facts = os.fstat(stream.fileno())
        kind = kind_of(file)
        from_disk = facts.st_size > (_HELD_TEXT_BYTES if kind.is_text else _HELD_OTHER_BYTES)
        if from_disk or not kind.is_text or facts.st_size < _WORTH_COMPRESSING_BYTES:
            coding = PLAIN
        plain = b"" if from_disk else stream.read()
        digest = file_digest(stream, _hash).hexdigest() if from_disk else _hash(plain).hexdigest()
        body = compress(plain, coding)
        size = facts.st_size if from_disk else len(body)
        etag = f'"{digest}-{coding}"' if coding else f'"{digest}"'
        return Copy(
            mark=(facts.st_ino, facts.st_mtime_ns, facts.st_size),
            etag=etag,
            size=size,
            body=body,
            from_disk=from_disk,
            headers=[
                ("content-type", kind.type),
                ("etag", etag),
                *([("vary", "accept-encoding")] if kind.is_text else []),
                *([("content-encoding", coding)] if coding else []),
                *self._about(file, kind),
            ],
        )

    def _hold(self, key: tuple[str, Coding], copy: Copy) -> None:
        old = self._copies.pop(key, None)
        self._held += len(copy.body) - (len(old.body) if old else 0)
        self._copies[key] = copy
        while self._held > HELD_BYTES or len(self._copies) > HELD_COPIES:
            _, dropped = self._copies.popitem(last=False)
            self._held -= len(dropped.body)


def _hash(content: bytes = b"") -> blake2b:
    return blake2b(content, digest_size=16)
