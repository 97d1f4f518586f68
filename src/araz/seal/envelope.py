"""Sealed files in age's form, written and read as they come: neither side ever has the whole in memory.

age works from a source to a target; whoever packs wants to write and whoever unpacks wants to read. A pipe stands between
the two, with age at one end in a thread of its own.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import RawIOBase
from threading import Thread
from typing import BinaryIO

import pyrage
from pyrage import x25519

_AT_ONCE_BYTES = 65536


class NotForThisKey(Exception):
    """The file was sealed to other keys."""


class Damaged(Exception):
    """What was to be opened is cut off, altered, or was never sealed."""


@contextmanager
def sealing(target: BinaryIO, public_keys: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a file; what is written into it arrives in `target`, for the holders of these keys alone.

    Raises what `target` raises. When the block ends without an error, all has arrived.
    """
    keys = [x25519.Recipient.from_str(key) for key in public_keys]
    outgoing, incoming = os.pipe()
    guarded = _Remembering(target)

    def work() -> None:
        with open(outgoing, "rb") as source:  # noqa: PTH123 -- a pipe has no path
            try:
                pyrage.encrypt_io(source, guarded, keys)
            except (pyrage.EncryptError, OSError) as error:
                guarded.trouble = guarded.trouble or error

    with _beside(work, guarded), open(incoming, "wb") as file:  # noqa: PTH123
        yield file


@contextmanager
def opening(source: BinaryIO, secret_keys: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a file to read what was sealed. Raises NotForThisKey, Damaged.

    Each 64 kB are checked before they are handed on, but that the end is missing is known only there: believe nothing
    before the block has ended.
    """
    keys = [x25519.Identity.from_str(key) for key in secret_keys]
    outgoing, incoming = os.pipe()
    guarded = _Remembering(source)

    def work() -> None:
        with suppress(BrokenPipeError), open(incoming, "wb", buffering=0) as target:  # noqa: PTH123
            reader = _Remembering(target)
            try:
                pyrage.decrypt_io(guarded, reader, keys)
            except pyrage.DecryptError as error:
                guarded.trouble = guarded.trouble or _why(error)
            except OSError:
                if not reader.trouble:  # else the block had enough
                    guarded.trouble = guarded.trouble or Damaged()

    with _beside(work, guarded), open(outgoing, "rb") as file:  # noqa: PTH123
        yield file
        while file.read(_AT_ONCE_BYTES):  # what follows the end that the reader saw is still checked
            pass


class _Remembering:
    """A file that remembers its own error, which age would turn into a word of its own."""

    def __init__(self, file: BinaryIO | RawIOBase) -> None:
        self._file = file
        self.trouble: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            return self._file.read(size) or b""
        except OSError as error:
            self.trouble = error
            raise

    def write(self, part: bytes) -> int:
        try:
            return self._file.write(part) or 0
        except OSError as error:
            self.trouble = error
            raise

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def _beside(work: Callable[[], None], guarded: _Remembering) -> Iterator[None]:
    """Have the work done in a thread while the block runs. What stopped the thread is why the block failed."""
    thread = Thread(target=work, name="araz-seal", daemon=True)
    thread.start()
    try:
        yield
    except Exception:
        thread.join()
        if guarded.trouble:
            raise guarded.trouble from None
        raise
    thread.join()
    if guarded.trouble:
        raise guarded.trouble


def _why(error: Exception) -> Exception:
    return NotForThisKey() if "keys" in str(error) else Damaged()
