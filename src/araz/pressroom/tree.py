"""Writes into the tree: each file appears whole or not at all."""

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from araz.contracts import PressedFile

_UNFINISHED = ".unfinished"


class Tree:
    """The folder that readers get."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folders: set[Path] = set()

    def write(self, file: PressedFile) -> None:
        """Put the file in its place. Readers see the old bytes or the new ones, never a part."""
        target = self.root / file.path
        self._make_folder(target.parent)
        unfinished = target.with_name(target.name + _UNFINISHED)
        if file.copy_of:
            _link_or_copy(file.copy_of, unfinished)
        else:
            unfinished.write_bytes(file.body)
        unfinished.replace(target)

    def _make_folder(self, folder: Path) -> None:
        if folder not in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
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
            self._folders.discard(folder)

    def clear_unfinished(self, paths: Iterable[str]) -> None:
        """Take away what a crash left half written."""
        for path in paths:
            (self.root / (path + _UNFINISHED)).unlink(missing_ok=True)

    def sync(self) -> None:
        """Return when all that was written is on the disk."""
        handle = os.open(self.root, os.O_RDONLY)
        try:
            _sync_file_system(handle)
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
