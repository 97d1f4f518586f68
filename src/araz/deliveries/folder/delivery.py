"""Copies files into a folder, each whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from araz.contracts import DeliveryFailed

_UNFINISHED = ".unfinished"


class FolderDelivery:
    """A folder that must be there already: an unplugged stick is an error, not a new folder on the wrong disk."""

    def __init__(self, name: str, root: Path) -> None:
        self._name = name
        self._root = root

    @property
    def name(self) -> str:
        return self._name

    def put(self, path: str, source: Path) -> None:
        """Copy one file; who reads the folder sees the old bytes or the new ones. Raises DeliveryFailed."""
        self._look()
        target = self._root / path
        unfinished = target.with_name(target.name + _UNFINISHED)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, unfinished)
            unfinished.replace(target)
        except OSError as error:
            if error.filename == str(source):
                raise  # the tree's file went away meanwhile; the caller knows what that means
            raise self._failed("did not take a file", error) from error

    def remove(self, path: str) -> None:
        """Take one file away, and folders that this leaves empty. Raises DeliveryFailed."""
        self._look()
        target = self._root / path
        try:
            target.unlink(missing_ok=True)
        except OSError as error:
            raise self._failed("did not let a file go", error) from error
        for folder in target.parents:
            if folder == self._root:
                return
            try:
                folder.rmdir()
            except OSError:  # not empty, or gone already
                return

    def paths(self) -> Iterator[str]:
        """Yield every file of the folder. Raises DeliveryFailed when it is not there."""
        self._look()
        for folder, _, names in os.walk(self._root):
            before = Path(folder).relative_to(self._root)
            yield from ((before / name).as_posix() for name in names)

    def settle(self) -> None:
        """Return when the copies are on the disk."""
        os.sync()

    def _look(self) -> None:
        if not self._root.is_dir():
            raise DeliveryFailed(
                f"The folder of the delivery “{self._name}” is not there.",
                "Plug the disk in or correct the folder in araz.toml. What is new waits and will be brought.",
            )

    def _failed(self, what: str, error: OSError) -> DeliveryFailed:
        return DeliveryFailed(
            f"The folder of the delivery “{self._name}” {what}: {error.strerror}.",
            "Make room or give the right to write there. What is new waits and will be brought.",
        )
