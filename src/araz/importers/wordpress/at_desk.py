"""What an import needs of the desk besides the second door: numbers for what will come, and a shelf for pictures."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from araz.desk.acceptance.workshop import LARGEST_UPLOAD, LARGEST_UPLOAD_BYTES, Refused, make_picture
from araz.desk.imported import reserve_pages
from araz.desk.models import DeskImage, Origin
from araz.desk.uploads.fields import NewPictureFile
from araz.edition.blocks import Picture
from araz.edition.names import StoryId
from araz.importers.wordpress.findings import Finding, Note
from araz.importers.wordpress.registers import NameRegister
from araz.importers.wordpress.stories import Stories

_AT_ONCE: Final = 1000


@transaction.atomic
def keep_numbers(stories: Stories) -> NameRegister:
    """Keep the number of a page for each story, and return them by its id. What an earlier import has kept stays as it is."""
    known, pages = NameRegister(), NameRegister()
    for some in _portions(stories):
        kept = Origin.objects.filter(key__in=[key for key, _ in some]).values_list("key", "page_number")
        for key, number in kept:
            known.add(key, number)
    count = sum(known.first(key) is None for key, _ in stories)
    new = reserve_pages(count) if count else 0
    for some in _portions(stories):
        made: list[Origin] = []
        for key, story in some:
            kept_number = known.first(key)
            if kept_number is None:
                made.append(Origin(key=key, story=story, page_number=new))
                pages.add(story, new)
                new += 1
            else:
                pages.add(story, kept_number)
        Origin.objects.bulk_create(made)
    return pages


def origins_of(keys: Iterable[str]) -> dict[str, Origin]:
    """Return what is kept of the stories with these keys, at most a thousand; `keep_numbers` has made it."""
    found: dict[str, Origin] = Origin.objects.in_bulk(list(keys), field_name="key")
    return found


def translations_here(keys: Iterable[UUID]) -> dict[tuple[UUID, str], int]:
    """Return which pages are the translations with these keys, by key and language."""
    found = Page.objects.filter(translation_key__in=set(keys)).order_by()
    return {
        (key, language): page
        for key, language, page in found.values_list("translation_key", "locale__language_code", "pk")
    }


def _portions(stories: Stories) -> Iterator[list[tuple[str, StoryId]]]:
    coming = iter(stories)
    while some := list(islice(coming, _AT_ONCE)):
        yield some


class DeskShelf:
    """Takes pictures into the desk as if they were uploaded: made anew, without what the camera wrote."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._numbers: dict[str, int] = {}  # by content

    def take(self, file: Path, title: str) -> Picture | None:
        try:
            is_too_large = file.stat().st_size > LARGEST_UPLOAD_BYTES
            content = b"" if is_too_large else file.read_bytes()
        except OSError:
            self._note(Finding(kind="lost", what=f"The picture “{file.name}” can't be read. May this account read it?"))
            return None
        if is_too_large:
            self._note(Finding(kind="lost", what=f"The picture “{file.name}” is larger than {LARGEST_UPLOAD}."))
            return None
        try:
            new = make_picture(content)
        except Refused as refusal:
            self._note(Finding(kind="lost", what=f"“{file.name}”: {refusal}"))
            return None
        known = DeskImage.objects.filter(content_hash=new.accepted.hash).first()
        if known is None:
            said = "" if title in (file.stem, file.name) else title[:255]  # the name of a file may name its maker
            known = DeskImage.objects.create(title=said or "Picture", file=NewPictureFile(new))
        self._numbers[known.content_hash] = known.pk
        return Picture(hash=known.content_hash, width=known.width, height=known.height)

    def number_of(self, content: str) -> int | None:
        """Return the desk's number of a picture that was taken, by its content."""
        return self._numbers.get(content)


class NoShelf:
    """For trying out: pictures are only looked for."""

    def take(self, file: Path, title: str) -> Picture | None:
        return Picture(hash="0" * 32, width=1, height=1)

    def number_of(self, content: str) -> int | None:
        return None
