"""The press of volumes: what `contracts.Press` promises."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from importlib.resources import files
from typing import Final

from minijinja import Environment

from araz.contracts import EditionReader, MediaStore, PressedFile
from araz.edition.lists import Change
from araz.language import LANGUAGE_CODES
from araz.presses.volume import binding, pages
from araz.typesetting import face
from araz.typesetting.pictures import RECIPE
from araz.typesetting.words import words

CODE_VERSION: Final = 1  # counts up when Python code changes what the volumes look like


class VolumePress:
    """Prints stories, days, months and topics, each as one file with its style, and by choice its pictures, inside."""

    name = "volume"

    def __init__(self, media: MediaStore) -> None:
        self._media = media
        self._bindery: binding.Bindery | None = None

    @cached_property
    def _templates(self) -> Environment:
        folder = files("araz.presses.volume") / "templates"
        sources = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
        return Environment(templates=sources, undefined_behavior="strict", trim_blocks=True, lstrip_blocks=True)

    @cached_property
    def _style(self) -> str:
        own = (files("araz.presses.volume") / "styles" / "volume.css").read_text(encoding="utf-8")
        sheets = [*map(face.sheet, face.ALONE), own, *map(face.sheet, face.OTHER_EYES)]
        return face.set_solid("\n".join(sheets)).decode()

    def design(self) -> str:
        digest = blake2b(f"{CODE_VERSION} {RECIPE}".encode(), digest_size=16)
        for code in LANGUAGE_CODES:
            digest.update(repr(sorted(words(code).items())).encode())
        digest.update(self._style.encode())
        for file in sorted((files("araz.presses.volume") / "templates").iterdir(), key=lambda file: file.name):
            digest.update(file.name.encode() + file.read_bytes())
        return digest.hexdigest()

    def touched(self, edition: EditionReader, changes: Iterable[Change]) -> tuple[str, ...]:
        return pages.touched(edition, changes)

    def everything(self, edition: EditionReader) -> Iterator[str]:
        return pages.everything(edition)

    def print(self, edition: EditionReader, page: str) -> PressedFile | None:
        """Print one volume; None if the edition has nothing for it (any longer)."""
        return self._bindery_of(edition).bind(page)

    def _bindery_of(self, edition: EditionReader) -> binding.Bindery:
        """One bindery for one moment of the edition: what it keeps must not outlive it."""
        if self._bindery is None or self._bindery.edition is not edition:
            self._bindery = binding.Bindery(edition, self._media, self._templates, self._style)
        return self._bindery
