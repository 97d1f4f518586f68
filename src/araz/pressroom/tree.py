"""Writes into the tree: each file appears whole or not at all."""

import ctypes
import os
from pathlib import Path
from typing import Final

from araz.contracts import PressedFile

_UNFINISHED: Final = ".unfinished"
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
_MODE: Final = 0o666  # what the umask leaves of it


class Tree:
    """The folder that readers get."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._before = f"{root}/"  # paths are put together as text: an archive has a hundred thousand of them
        self._folders: set[str] = set()

    def write(self, file: PressedFile) -> None:
        """Put the file in its place. Readers see the old bytes or the new ones, never a part."""
        folder = file.path.rpartition("/")[0]
        self._make_folder(folder)
        try:
            self._put(file)
        except FileNotFoundError:  # another press emptied the folder and took it away
            self._folders.discard(folder)
            self._make_folder(folder)
            self._put(file)

    def read(self, path: str) -> bytes:
        """Return what lies there; nothing if there is nothing."""
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return b""

    def _put(self, file: PressedFile) -> None:
        target = self._before + file.path
        unfinished = target + _UNFINISHED
        if file.copy_of:
            _link_or_copy(file.copy_of, Path(unfinished))
        else:
            _write(unfinished, file.body)
        os.rename(unfinished, target)  # noqa: PTH104 - a path object for each file costs as much as the writing

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)

    def remove(self, path: str) -> None:
        """Take the file away, and folders that it leaves empty."""
        target = self.root / path
        target.unlink(missing_ok=True)
        target.with_name(target.name + _UNFINISHED).unlink(missing_ok=True)
        for folder in target.parents:
            if folder == self.root:
                return
            try:
                folder.rmdir()
            except OSError:  # not empty
                return
            self._folders.discard(folder.relative_to(self.root).as_posix())

    def sync(self) -> None:
        """Return when all that was written is on the disk."""
        handle = os.open(self.root, os.O_RDONLY)
        try:
            _sync_file_system(handle)
        finally:
            os.close(handle)


def _write(path: str, body: bytes) -> None:
    handle = os.open(path, _NEW, _MODE)
    try:
        rest = memoryview(body)
        while rest:  # a nearly full disk takes a part and refuses the rest at the next call
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _link_or_copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        target.write_bytes(source.read_bytes())


def _sync_file_system(handle: int) -> None:
    """`syncfs` where the C library has it, since one call is cheaper than an fsync for each file."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
    elif syncfs(handle) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
