"""Takes documents into the desk as if they were uploaded: written anew, without what their programs wrote about people."""

from hashlib import sha256
from pathlib import Path

from django.conf import settings

from araz.desk.acceptance.workshop import (
    LARGEST_UPLOAD,
    LARGEST_UPLOAD_BYTES,
    NewDocument,
    Refused,
    make_document,
)
from araz.desk.models import DeskDocument
from araz.edition.blocks import File
from araz.importers.wordpress.findings import Finding, Note
from araz.typesetting.pictures import FolderMediaStore


class DocumentShelf:
    """While only trying out (not `keeps`), documents are written anew all the same, to know which are refused, and let go."""

    def __init__(self, note: Note, *, keeps: bool) -> None:
        self._note = note
        self._keeps = keeps
        self._known: dict[bytes, File] = {}  # by the digest of a file as it came: one may lie in several folders
        self._numbers: dict[str, int] = {}  # by content

    def take(self, file: Path, title: str) -> File | None:
        try:
            content = _content_of(file)
            digest = sha256(content).digest()
            if digest not in self._known:
                self._known[digest] = self._kept(make_document(content), title)
        except OSError:
            self._refuse(f"The document “{file.name}” can't be read. May this account read it?")
            return None
        except Refused as refusal:
            self._refuse(f"“{file.name}”: {refusal}")
            return None
        return self._known[digest]

    def number_of(self, content: str) -> int | None:
        """Return the desk's number of a document that was taken, by the hash of its content."""
        return self._numbers.get(content)

    def _kept(self, new: NewDocument, title: str) -> File:
        if self._keeps:
            FolderMediaStore(settings.ARAZ_MEDIA).keep_document(new.hash, new.content)
            about = {"title": title, "size": len(new.content), "pages": new.pages}
            document, _ = DeskDocument.objects.get_or_create(content_hash=new.hash, defaults=about)
            self._numbers[new.hash] = document.pk
        return File(hash=new.hash, title=title, size=len(new.content), pages=new.pages)

    def _refuse(self, what: str) -> None:
        self._note(Finding(kind="lost", what=what))


def _content_of(file: Path) -> bytes:
    """Return what is in the file. Raises OSError, and Refused before reading what is too large."""
    if file.stat().st_size > LARGEST_UPLOAD_BYTES:
        raise Refused(f"The document is larger than {LARGEST_UPLOAD}. Make it smaller, or bring it in in parts.")
    return file.read_bytes()
