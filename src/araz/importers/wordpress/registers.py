"""Much that is looked up, in little memory: numbers lie in arrays, and texts are packed into one.

A survey knows every story and every upload of an archive until the import is over. As dictionaries they took two kilobytes
for each story. Nothing of this is written to a disk.
"""

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final, Generic, TypeVar

import msgspec

_Thing = TypeVar("_Thing", bound=msgspec.Struct)
_FAST: Final = 1


class NumberRegister:
    """Finds numbers by numbers; sixteen bytes for each. Asking sorts what was added: add all, then ask."""

    def __init__(self) -> None:
        self._keys, self._values = array("Q"), array("Q")
        self._is_sorted = True

    def add(self, key: int, value: int) -> None:
        """Both are below 2**64."""
        self._is_sorted = self._is_sorted and (not self._keys or self._keys[-1] <= key)
        self._keys.append(key)
        self._values.append(value)

    def first(self, key: int) -> int | None:
        """Return what was added first under this key."""
        keys = self._sorted_keys()
        place = bisect_left(keys, key)
        return self._values[place] if place < len(keys) and keys[place] == key else None

    def all(self, key: int) -> tuple[int, ...]:
        """Return what was added under this key, in that order."""
        keys = self._sorted_keys()
        return tuple(self._values[bisect_left(keys, key) : bisect_right(keys, key)])

    def _sorted_keys(self) -> "array[int]":
        if not self._is_sorted:
            order = sorted(range(len(self._keys)), key=self._keys.__getitem__)  # equal ones stay in their order
            self._keys, self._values = (array("Q", map(each.__getitem__, order)) for each in (self._keys, self._values))
            self._is_sorted = True
        return self._keys


class NameRegister:
    """Finds numbers by names, of which only sixty-four bits of a digest are kept. Add all, then ask."""

    def __init__(self) -> None:
        self._numbers = NumberRegister()

    def add(self, name: str, number: int) -> None:
        self._numbers.add(_digest(name), number)

    def first(self, name: str) -> int | None:
        """Return the number that was first given to this name."""
        return self._numbers.first(_digest(name))


class Packed(Generic[_Thing]):
    """Structs in a row, packed: they are made anew when they are asked for."""

    def __init__(self, kind: type[_Thing]) -> None:
        self._encoder, self._decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(kind)
        self._bytes = bytearray()
        self._ends = array("Q")
        self._alike = b""  # the first: the others have most of their words from it

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, place: int) -> _Thing:
        begin = self._ends[place - 1] if place else 0
        unpacker = zlib.decompressobj(zdict=self._alike)
        return self._decoder.decode(unpacker.decompress(self._bytes[begin : self._ends[place]]))

    def __iter__(self) -> Iterator[_Thing]:
        return (self[place] for place in range(len(self)))

    def append(self, thing: _Thing) -> None:
        plain = self._encoder.encode(thing)
        self._alike = self._alike or plain
        packer = zlib.compressobj(_FAST, zdict=self._alike)
        self._bytes += packer.compress(plain) + packer.flush()
        self._ends.append(len(self._bytes))


def _digest(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
