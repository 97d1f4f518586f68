"""What an import needs of the desk besides the second door: numbers for what will come, and a shelf for pictures."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from araz.desk.imported import reserve_pages
from araz.desk.models import DeskImage, Origin
from araz.edition.blocks import Picture
from araz.edition.names import StoryId
from araz.importers.wordpress.findings import Finding, Note
from araz.importers.wordpress.survey import Surveyed

_AT_ONCE: Final = 1000
_LARGEST_PICTURE_BYTES: Final = 40 * 1024 * 1024


@transaction.atomic
def keep_numbers(stories: Mapping[str, Surveyed]) -> dict[StoryId, int]:
    """Keep the number of a page for each story, and return them. What an earlier import has kept stays as it is."""
    pages: dict[StoryId, int] = {}
    for keys in _portions(list(stories)):
        known = Origin.objects.filter(key__in=keys).values_list("key", "page_number")
        pages |= {stories[key].story: number for key, number in known}
    new = [key for key, surveyed in stories.items() if surveyed.story not in pages]
    number = reserve_pages(len(new)) if new else 0
    for keys in _portions(new):
        made = []
        for key in keys:
            pages[stories[key].story] = number
            made.append(Origin(key=key, story=stories[key].story, page_number=number))
            number += 1
        Origin.objects.bulk_create(made)
    return pages


def origins_of(keys: Iterable[str]) -> dict[str, Origin]:
    """Return what is kept of the stories with these keys, at most a thousand; `keep_numbers` has made it."""
    found: dict[str, Origin] = Origin.objects.in_bulk(list(keys), field_name="key")
    return found


def _portions(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


class DeskShelf:
    """Takes pictures into the desk as if they were uploaded: made anew, without what the camera wrote."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._numbers: dict[str, int] = {}  # by content

    def take(self, file: Path, title: str) -> Picture | None:
        if file.stat().st_size > _LARGEST_PICTURE_BYTES:
            self._note(Finding(kind="lost", what=f"The picture “{file.name}” is larger than 40 MB."))
            return None
        said = "" if title in (file.stem, file.name) else title[:255]  # the name of a file may name its maker
        image = DeskImage(title=said or "Picture", file=ContentFile(file.read_bytes(), name="picture"))
        try:
            image.clean()
        except ValidationError as error:
            self._note(Finding(kind="lost", what=f"“{file.name}”: {' '.join(error.messages)}"))
            return None
        known = DeskImage.objects.filter(content_hash=image.hash_to_be()).first()
        if known is None:
            image.save()
            known = image
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
