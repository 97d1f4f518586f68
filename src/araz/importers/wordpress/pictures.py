"""The pictures of the old site, from a copy of its uploads folder."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

import msgspec

from araz.edition.blocks import Picture
from araz.importers.wordpress.attachments import Attachments, is_document, without_scale, without_size

_UPLOADS: Final = ("", "uploads", "wp-content/uploads")  # where a copy of the folder may begin
_IN_ADDRESS: Final = re.compile(r"/(?:wp-content/)?(?:uploads|blogs\.dir/\d+/files|files)/(.+)$")


class Shelf(Protocol):
    """Takes pictures in and says what they are called here."""

    def take(self, file: Path, title: str) -> Picture | None:
        """Return the picture as it is kept; None if the file is none that can be shown."""
        ...


@dataclass(frozen=True, slots=True)
class MediaFolder:
    """A copy of wp-content/uploads, perhaps inside of what was copied with it."""

    root: Path | None

    def find(self, path: str) -> Path | None:
        """Return the file at a path under the uploads folder: the whole picture rather than a smaller copy of it."""
        if self.root is None or not path:
            return None
        names = [without_size(path), without_scale(path), path]
        for name in dict.fromkeys(names):
            for start in _UPLOADS:
                file = self._inside(f"{start}/{name}".lstrip("/"))
                if file is not None:
                    return file
        return None

    def _inside(self, name: str) -> Path | None:
        """The file, unless the name leads out of the folder."""
        if self.root is None:
            return None
        try:
            root = self.root.resolve()
            file = (root / name).resolve()
            return file if file.is_relative_to(root) and file.is_file() else None
        except (OSError, ValueError, RuntimeError):  # a name that no file can have, or a link that leads to itself
            return None


class Pictures:
    """Finds the picture that an address or a number of an attachment means, and takes each in once."""

    def __init__(self, attachments: Attachments, folder: MediaFolder, shelf: Shelf) -> None:
        self._attachments = attachments
        self._folder = folder
        self._shelf = shelf
        self._taken: dict[Path, Picture | None] = {}
        self.shown: set[int] = set()  # numbers of attachments that some story shows
        self.missing: set[str] = set()  # paths for which there is no file
        self.failures = 0  # how often there was none

    def find(self, address: str, number: int) -> Picture | None:
        """Return the picture; None if there is no file, or none that can be shown."""
        attachment = self._attachments.get(number) or self._attachments.at(path_in(address))
        path = path_in(address) or (attachment.path if attachment else "")
        if attachment:
            self.shown.add(attachment.number)
        file = self._folder.find(_drawn(attachment.path if attachment and attachment.path else path, path))
        if file is None:
            self.failures += 1
            if path:
                self.missing.add(path)
            return None
        if file not in self._taken:
            self._taken[file] = self._shelf.take(file, attachment.title if attachment else "")
        picture = self._taken[file]
        if picture and attachment and attachment.alt and not picture.alt:
            return msgspec.structs.replace(picture, alt=attachment.alt)
        return picture

    def caption_of(self, number: int) -> str:
        attachment = self._attachments.get(number)
        return attachment.caption if attachment else ""

    def address_of(self, number: int) -> str:
        attachment = self._attachments.get(number)
        return attachment.address if attachment else ""


def _drawn(path: str, shown: str) -> str:
    """Return where a picture lies: that of a document's first page lies beside the document. `shown`: where the page says."""
    if not is_document(path):
        return path
    return shown if shown and not is_document(shown) else f"{path[:-4]}-pdf.jpg"


def path_in(address: str) -> str:
    """Return the path under the uploads folder that an address of the old site has; empty if it leads elsewhere."""
    try:
        found = _IN_ADDRESS.search(unquote(urlsplit(address).path))
    except ValueError:
        return ""
    return found[1] if found else ""
