"""A backup's inner form: a tar, squeezed by gzip, so that `age -d | tar xz` opens it where there is no Araz."""

import gzip
import tarfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any, BinaryIO, Final, cast

import msgspec

from araz.seal.envelope import Damaged, opening, sealing
from araz.server.backup.manifest import CONTENTS, OPENING, Contents, Entry, Opening

AT_ONCE_BYTES: Final = 1 << 18
_GZIP: Final = 31  # zlib's word for a gzip header and a window of 32 kB
_QUICK: Final = 1  # databases and texts: a quarter of their size at 100 MB a second
_NONE: Final = 0  # pictures are squeezed already


class Packing:
    """A parcel that is being packed."""

    def __init__(self, target: BinaryIO) -> None:
        self._squeezed = _Squeezing(target)
        self._tar: Any = tarfile.TarFile(
            fileobj=cast(IO[bytes], self._squeezed), mode="w", format=tarfile.PAX_FORMAT, copybufsize=AT_ONCE_BYTES
        )
        self.entries: list[Entry] = []

    def open(self, opening: Opening) -> None:
        self._put(OPENING, msgspec.json.encode(opening))

    def add(self, name: str, source: BinaryIO, size: int, *, squeeze: bool = True) -> None:
        """Pack so many bytes of the source. Raises OSError when it has fewer."""
        self._squeezed.be(_QUICK if squeeze else _NONE)
        hashing = _Hashing(source)
        self._tar.addfile(_header(name, size), cast(IO[bytes], hashing))
        self._tar.members.clear()  # of a hundred thousand pictures it would remember each
        self.entries.append(Entry(name=name, bytes=size, hash=hashing.hash.hexdigest()))

    def close(self) -> None:
        self._squeezed.be(_QUICK)
        self._put(CONTENTS, msgspec.json.encode(Contents(entries=tuple(self.entries))))
        self._tar.close()
        self._squeezed.close()

    def _put(self, name: str, content: bytes) -> None:
        self._tar.addfile(_header(name, len(content)), BytesIO(content))


def _header(name: str, size: int) -> tarfile.TarInfo:
    """Name and size alone: no owner, no time."""
    header = tarfile.TarInfo(name)
    header.size = size
    header.mode = 0o600
    return header


class _Squeezing:
    """Writes gzip, in a new part of the stream for each level."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._level = _QUICK
        self._zlib = zlib.compressobj(_QUICK, zlib.DEFLATED, _GZIP)

    def be(self, level: int) -> None:
        if level != self._level:
            self.close()
            self._level = level
            self._zlib = zlib.compressobj(level, zlib.DEFLATED, _GZIP)

    def write(self, part: bytes) -> int:
        self._target.write(self._zlib.compress(part))
        return len(part)

    def tell(self) -> int:
        return 0

    def close(self) -> None:
        self._target.write(self._zlib.flush())


class _Hashing:
    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.hash = sha256()

    def read(self, size: int) -> bytes:
        part = self._source.read(size)
        self.hash.update(part)
        return part


@contextmanager
def packing(target: BinaryIO, keys: Sequence[str]) -> Iterator[Packing]:
    """Yield a parcel to fill; it is whole when the block has ended."""
    with sealing(target, keys) as file:
        parcel = Packing(file)
        yield parcel
        parcel.close()


class Unpacking:
    """A parcel that is being unpacked. Raises Damaged where it is not as it was packed."""

    def __init__(self, tar: Any) -> None:
        self._tar = tar
        self._seen: list[Entry] = []
        self.opening = self._opening()

    def _opening(self) -> Opening:
        header = self._tar.next()
        if header is None or header.name != OPENING:
            raise Damaged
        return msgspec.json.decode(self._content(header).read(), type=Opening)

    def each(self) -> Iterator[tuple[str, BinaryIO]]:
        """Yield name and content of everything, in order. Read each to its end; believe none before the last was had."""
        while header := self._tar.next():
            if header.name == CONTENTS:
                self._compare(msgspec.json.decode(self._content(header).read(), type=Contents))
                return
            hashing = _Hashing(self._content(header))
            yield header.name, cast(BinaryIO, hashing)
            self._tar.members.clear()
            self._seen.append(Entry(name=header.name, bytes=header.size, hash=hashing.hash.hexdigest()))
        raise Damaged

    def _content(self, header: tarfile.TarInfo) -> BinaryIO:
        content = self._tar.extractfile(header) if header.isreg() else None
        if content is None:
            raise Damaged
        return cast(BinaryIO, content)

    def _compare(self, contents: Contents) -> None:
        if contents.entries != tuple(self._seen):
            raise Damaged


@contextmanager
def unpacking(file: Path, secrets: Sequence[str]) -> Iterator[Unpacking]:
    """Yield the parcel in a file. Raises Damaged, NotForThisKey; believe nothing before the block has ended."""
    try:
        with (
            file.open("rb") as source,
            opening(source, secrets) as opened,
            gzip.open(opened) as plain,
            tarfile.open(fileobj=plain, mode="r|", bufsize=AT_ONCE_BYTES) as tar,
        ):
            yield Unpacking(tar)
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, msgspec.MsgspecError) as error:
        raise Damaged from error
