"""The documents (PDF) of the old site, from a copy of its uploads folder."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import SplitResult, parse_qs, unquote

import msgspec

from araz.edition.blocks import File
from araz.edition.old_addresses import LONGEST, read_address
from araz.importers.wordpress.addresses import parts_of
from araz.importers.wordpress.attachments import Attachment, is_document
from araz.importers.wordpress.body import Document
from araz.importers.wordpress.file_names import is_file_name, names_file
from araz.importers.wordpress.pictures import MediaFolder, path_in
from araz.importers.wordpress.survey import Survey

_NAMELESS: Final = "PDF"
_TITLE_LETTERS: Final = 200
_ENDING: Final = re.compile(r"\.([a-z0-9]{2,5})$", re.IGNORECASE)
_PICTURES: Final = frozenset("jpg jpeg png gif webp avif bmp svg tif tiff ico heic".split())
_BEFORE_AN_ADDRESS: Final = re.compile(r"[\s\"'<>=]")
_VIEWERS: Final = ("docs.google.com", "drive.google.com", "mozilla.github.io")
_SHOWN_IN_VIEWER: Final = ("url", "file", "src", "pdf", "pdfurl")  # how viewers are told what to show
_HOSTED: Final = ".wordpress.com"  # there the files of NAME lie at NAME.files.wordpress.com, without a folder


class Shelf(Protocol):
    """Takes documents in and says what they are here."""

    def take(self, file: Path, title: str) -> File | None:
        """Return the document as it is kept; None if it is refused."""
        ...

    def number_of(self, content: str) -> int | None:
        """Return the desk's number of a document that was taken, by the hash of its content."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a document may be called after where its attachment has no title."""

    words: str  # of the link
    headline: str
    language: str
    mended: Callable[[str], str]  # words of HTML, as they are written here


class Documents:
    """Finds the document to which an address leads, and takes each in once."""

    def __init__(self, survey: Survey, folder: MediaFolder, shelf: Shelf) -> None:
        self._survey = survey
        self._attachments = survey.attachments
        self._host = survey.host.removeprefix("www.")
        self._folder = folder
        self._shelf = shelf
        self._taken: dict[Path, File | None] = {}
        self.shown: set[int] = set()  # numbers of attachments to which some story leads
        self.missing: set[str] = set()  # paths for which there is no file
        self._others: dict[str, set[str]] = {}  # paths of files that don't come, by their ending
        self.failures = 0  # how often there was no file, or none that can be accepted

    def find(self, address: str, naming: Naming) -> Document | None:
        """Return the document; None if the address leads to none of the old site's."""
        path, attachment = self._meant(address)
        if not path:
            return None
        if attachment:
            self.shown.add(attachment.number)
        title = self._title(attachment, path, naming)
        block = self._take(path, title)
        self.failures += block is None
        return Document(
            title=title,
            block=msgspec.structs.replace(block, title=title) if block else None,
            old_addresses=_old_addresses(address, attachment) if block else (),
        )

    def may_be(self, address: str) -> bool:
        """Say whether it is worth asking: an archive without documents is not slowed down by them."""
        return self._attachments.has_documents or ".pdf" in address.lower()

    def learn_shown(self, html: str) -> None:
        """Note which attachments a text leads to that stays as it came."""
        if self._attachments.has_documents:
            found = (self._meant(address)[1] for address in _addresses_in(html))
            self.shown.update(attachment.number for attachment in found if attachment)

    def pass_by(self, address: str) -> None:
        """Count a file of the old site to which a story leads and that does not come, unless it is a picture."""
        path = path_in(address)
        if ending := ending_of(path):
            self._others.setdefault(ending, set()).add(path)

    def other_kinds(self) -> dict[str, int]:
        """Return how many files to which stories lead don't come, by their ending."""
        return {ending: len(paths) for ending, paths in sorted(self._others.items())}

    @property
    def brought(self) -> int:
        return len({block.hash for block in self._taken.values() if block})

    @property
    def refused(self) -> int:
        return sum(block is None for block in self._taken.values())

    def number_of(self, content: str) -> int | None:
        return self._shelf.number_of(content)

    def _meant(self, address: str) -> tuple[str, Attachment | None]:
        """Return the path of a document under the uploads folder, and what the export says of it; no path for anything else."""
        parts = parts_of(_unwrapped(address))
        host = (parts.hostname or "").removeprefix("www.")
        path = path_in(parts.path)
        if host and host == f"{self._host.removesuffix(_HOSTED)}.files{_HOSTED}":
            path, host = unquote(parts.path).lstrip("/"), ""
        if is_document(path):
            attachment = self._attachments.at(path)
            is_ours = host in ("", self._host) or (attachment is not None and _host_of(attachment) == host)
            return (attachment.path if attachment and attachment.path else path, attachment) if is_ours else ("", None)
        if host in ("", self._host) and self._attachments.has_documents:
            attachment = self._attachments.on_page(read_address(_with_query(parts)))
            return (attachment.path or path_in(attachment.address), attachment) if attachment else ("", None)
        return "", None

    def _title(self, attachment: Attachment | None, path: str, naming: Naming) -> str:
        """The attachment's title, else the link's words, else the story's headline. Never the name of the file."""
        title = naming.mended(attachment.title) if attachment else ""
        said = (
            "" if names_file(title, path, naming.language) else title,
            "" if is_file_name(naming.words, path) else naming.words,  # readers of the story see them
            naming.headline,
        )
        allowed = (each for each in said if each and not self._survey.accounts.are_in(each))
        return _shortened(next(allowed, _NAMELESS))

    def _take(self, path: str, title: str) -> File | None:
        file = self._folder.find(path)
        if file is None:
            self.missing.add(path)
            return None
        if file not in self._taken:
            self._taken[file] = self._shelf.take(file, title)
        return self._taken[file]


def _addresses_in(html: str) -> Iterator[str]:
    """Yield what looks like an address of a document, without reading back further than an address is long."""
    for ending in re.finditer(r"\.pdf", html, re.IGNORECASE):
        yield _BEFORE_AN_ADDRESS.split(html[max(0, ending.start() - LONGEST) : ending.end()])[-1]


def ending_of(path: str) -> str:
    """Return the ending of a file that is neither picture nor document: “docx”; nothing for others."""
    ending = found[1].lower() if (found := _ENDING.search(path)) else ""
    return "" if ending in _PICTURES or ending == "pdf" else ending


def _unwrapped(address: str) -> str:
    """Return the address of what a viewer shows, the address itself if it is of none."""
    address = address.strip()
    if address[:8].lower() in ("http%3a%", "https%3a"):
        address = unquote(address)
    parts = parts_of(address)
    if not parts.query or not ((parts.hostname or "") in _VIEWERS or "viewer" in parts.path):
        return address
    asked = parse_qs(parts.query)
    inner = (asked.get(name, [""])[0] for name in _SHOWN_IN_VIEWER)
    return next((each for each in inner if is_document(parts_of(each).path)), address)


def _old_addresses(address: str, attachment: Attachment | None) -> tuple[str, ...]:
    """Where the document itself lay at the old site, and its attachment's page."""
    places = (_unwrapped(address), attachment.address if attachment else "")
    paths = (parts_of(place).path for place in places)
    files = (read_address(path) for path in paths if path_in(path) and is_document(path))
    own = attachment.old_addresses if attachment else ()
    return tuple(dict.fromkeys(path for path in (*files, *own) if path))


def _host_of(attachment: Attachment) -> str:
    return (parts_of(attachment.address).hostname or "").removeprefix("www.")


def _with_query(parts: SplitResult) -> str:
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _shortened(title: str) -> str:
    return title if len(title) <= _TITLE_LETTERS else f"{title[: _TITLE_LETTERS - 1].rsplit(' ', 1)[0]}…"
