"""The search press: what `contracts.Press` promises."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from typing import Final

import msgspec

from araz.contracts import EditionReader, MediaStore, PressedFile
from araz.edition.lists import Change
from araz.presses.search import pages
from araz.presses.search.archive import Archive
from araz.presses.search.binding import Bound
from araz.presses.search.index import index_of
from araz.presses.search.parting import Parting
from araz.presses.search.script import script
from araz.presses.search.segments import named
from araz.presses.search.terms import TermReader
from araz.typesetting.words import printed

CODE_VERSION: Final = 2  # counts up when Python code changes what the files look like
OURS: Final = Parting()
SCRIPT_PATH: Final = "assets/search.js"


class SearchPress:
    """Prints the words of all stories as files that a page loads one by one; the page itself is the website's."""

    name = "search"

    def __init__(self, media: MediaStore, parting: Parting = OURS) -> None:
        del media  # searches show no pictures
        self._parting = parting
        self._readers: dict[str, TermReader] = {}
        self._archive: Archive | None = None
        self._bound: tuple[object, Bound] | None = None

    @cached_property
    def _script(self) -> bytes:
        return script()

    def design(self) -> str:
        """A hash of the script, its tables, the words and the version of the code."""
        told = "\n".join((str(CODE_VERSION), *printed()))
        return blake2b(told.encode() + self._script, digest_size=16).hexdigest()

    def touched(self, edition: EditionReader, changes: Iterable[Change]) -> tuple[str, ...]:
        return pages.touched(self._archive_of(edition), changes)

    def everything(self, edition: EditionReader) -> Iterator[str]:
        return pages.everything(self._archive_of(edition))

    def print(self, edition: EditionReader, page: str) -> PressedFile | None:
        """Print one page; None if the edition has none of that name (any longer)."""
        kind, _, about = page.partition("/")
        if kind == pages.SCRIPT:
            return PressedFile(path=SCRIPT_PATH, body=self._script)
        archive = self._archive_of(edition)
        language, _, rest = about.partition("/")
        if language not in archive.languages:
            return None
        if kind == "index":
            return PressedFile(path=f"{language}/search/index.js", body=index_of(archive, language))
        name, _, number = rest.partition("/")
        return self._part(archive, kind, language, name, int(number))

    def _archive_of(self, edition: EditionReader) -> Archive:
        """One archive for one moment of the edition: what it keeps must not outlive it."""
        if self._archive is None or self._archive.edition is not edition:
            self._archive = Archive(edition, self._parting)
        return self._archive

    def _part(self, archive: Archive, kind: str, language: str, name: str, number: int) -> PressedFile | None:
        bound = self._bound_of(archive, language, name)
        if bound is None:
            return None
        function, files = ("arazWords", bound.shards) if kind == "words" else ("arazStories", bound.blocks)
        if number >= len(files):
            return None
        told = msgspec.json.encode(files[number]).decode()
        path = f"{language}/search/{name}/{kind[0]}{number:03d}.js"
        return PressedFile(path=path, body=f'{function}("{name}",{number},{told})\n'.encode())

    def _bound_of(self, archive: Archive, language: str, name: str) -> Bound | None:
        """Bind a segment once for all its files, also when these are printed in several goes of a resetting."""
        segment = named(name)
        stories = archive.size(language, segment)
        if not stories:
            return None
        teasers = archive.teasers(language, segment)
        key = (archive.edition.mark(), language, name, tuple(teaser.id for teaser in teasers))
        if self._bound is None or self._bound[0] != key:
            reader = self._readers.setdefault(language, TermReader(language))
            self._bound = (key, archive.bound(language, teasers, self._parting.shards(stories), reader))
        return self._bound[1]
