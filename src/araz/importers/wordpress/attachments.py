"""The files that were uploaded, as the export tells of them: by number, by path and by what they hang on."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from araz.importers.wordpress.registers import NameRegister, NumberRegister, Packed

_SIZE: Final = re.compile(r"-\d{1,5}x\d{1,5}(?=\.[A-Za-z]{3,5}$)")  # WordPress's smaller copies
_SCALED: Final = re.compile(r"-(?:scaled|rotated)(?=\.[A-Za-z]{3,5}$)")


def is_document(path: str) -> bool:
    """Say whether a path is that of a PDF; exports name no kinds."""
    return path[-4:].lower() == ".pdf"


class Attachment(msgspec.Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """What the export says of a file that was uploaded."""

    number: int
    address: str
    path: str  # under the uploads folder
    title: str = ""
    alt: str = ""
    caption: str = ""  # HTML
    old_addresses: tuple[str, ...] = ()  # of its own page


class Attachments:
    """All of them, in the order of the export. Of two with one number or path the first is found. Add all, then ask."""

    def __init__(self) -> None:
        self._all = Packed(Attachment)
        self._by_number = NumberRegister()
        self._by_path = NameRegister()
        self._by_parent = NumberRegister()
        self._documents_by_page = NameRegister()
        self.has_documents = False

    def add(self, attachment: Attachment, parent: int) -> None:
        """`parent`: the number of the item for which it was uploaded; 0 for none."""
        place = len(self._all)
        self._all.append(attachment)
        self._by_number.add(attachment.number, place)
        if attachment.path:
            self._by_path.add(whole_path(attachment.path), place)
        if parent:
            self._by_parent.add(parent, place)
        if is_document(attachment.path or attachment.address):
            self.has_documents = True
            for address in attachment.old_addresses:
                self._documents_by_page.add(address, place)

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, number: int) -> bool:
        return bool(number) and self._by_number.first(number) is not None

    def numbers(self) -> Iterator[int]:
        """Yield each one's number; 0 where the export gives none."""
        return (attachment.number for attachment in self._all)

    def get(self, number: int) -> Attachment | None:
        place = self._by_number.first(number) if number else None
        return None if place is None else self._all[place]

    def at(self, path: str) -> Attachment | None:
        """Return the one that lies at a path under the uploads folder, or of which a smaller copy does."""
        place = self._by_path.first(whole_path(path)) if path else None
        return None if place is None else self._all[place]

    def on_page(self, address: str) -> Attachment | None:
        """Return the document whose own page had that old address."""
        place = self._documents_by_page.first(address) if address else None
        return None if place is None else self._all[place]

    def of(self, parent: int) -> Iterator[Attachment]:
        """Yield what was uploaded for an item."""
        return (self._all[place] for place in self._by_parent.all(parent))


def whole_path(path: str) -> str:
    """Return the path of the whole picture, of which others are smaller copies."""
    return without_scale(without_size(path))


def without_scale(path: str) -> str:
    return _SCALED.sub("", path)


def without_size(path: str) -> str:
    """Return the path of the picture from which WordPress made the copy of a certain size."""
    return _SIZE.sub("", path)
