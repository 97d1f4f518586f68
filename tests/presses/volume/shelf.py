"""An edition and the volumes that are made of it."""

from pathlib import Path

from araz.edition.names import StoryId
from araz.edition.store import Edition
from araz.presses.volume import VolumePress
from araz.typesetting.pictures import FolderMediaStore
from araz.typesetting.volumes import bytes_of_texts
from tests.newsroom.outbox import HandOutbox


class Shelf:
    """An edition and the volumes that are made of it."""

    def __init__(self, folder: Path, outbox: HandOutbox) -> None:
        self.outbox = outbox
        self._edition = Edition.open(folder / "edition.db", may_make=True)
        self._press = VolumePress(FolderMediaStore(folder / "media"))

    def take(self) -> None:
        self._edition.append([row for row in self.outbox.rows if row.number > self._edition.last_outbox()])

    def all(self) -> dict[str, str]:
        """Return every volume that exists, by its page."""
        self.take()
        with self._edition.reader() as edition:
            printed = {page: self._press.print(edition, page) for page in self._press.everything(edition)}
        return {page: file.body.decode() for page, file in printed.items() if file}

    def paths(self) -> set[str]:
        self.take()
        with self._edition.reader() as edition:
            printed = [self._press.print(edition, page) for page in self._press.everything(edition)]
        return {file.path for file in printed if file}

    def touched_since(self, number: int) -> tuple[str, ...]:
        self.take()
        with self._edition.reader() as edition:
            return self._press.touched(edition, edition.changes_since(number))

    def number(self) -> int:
        with self._edition.reader() as edition:
            return edition.number()

    def estimate(self, names: list[str]) -> int:
        with self._edition.reader() as edition:
            return bytes_of_texts(tuple(teaser for name in names if (teaser := edition.teaser(StoryId(name)))))

    def close(self) -> None:
        self._edition.close()
