"""Finds a picture in every table of the desk, and takes it out with its files."""

from typing import Any

from django.conf import settings
from wagtail.models import ReferenceIndex

from araz.desk.erasing import search
from araz.desk.erasing.bodies import Bodies
from araz.desk.erasing.finds import Finds, Progress
from araz.desk.erasing.values import json_without_pictures
from araz.desk.models import Byline, DeskImage, DeskRendition, PaperSettings, StoryPage
from araz.typesetting.pictures import FolderMediaStore


def numbers_of(picture: str) -> frozenset[int]:
    """Return the desk's numbers of the picture with that hash."""
    return frozenset(DeskImage.objects.filter(content_hash=picture).values_list("pk", flat=True))


def find(picture: str, progress: Progress) -> Finds:
    """Look through all pages and their versions. Nothing is locked."""
    numbers, finds = numbers_of(picture), Finds()
    if not numbers:
        return finds
    for number in sorted(numbers):
        finds.add("desk.deskimage", "pictures", number)
    _bodies(numbers).find(finds, progress)
    at_head: tuple[tuple[str, str, Any], ...] = (
        ("desk.storypage.picture", "stories (at their head)", StoryPage.objects.filter(picture__in=numbers)),
        ("desk.byline.portrait", "bylines (at their head)", Byline.objects.filter(portrait__in=numbers)),
        ("desk.papersettings.emblem", "the masthead", PaperSettings.objects.filter(emblem__in=numbers)),
    )
    for label, called, found in at_head:
        for key in found.values_list("pk", flat=True):
            finds.add(label, called, key)
    return finds


def _bodies(numbers: frozenset[int]) -> Bodies:
    return Bodies(
        lambda text: any(str(number) in text for number in numbers), lambda value: json_without_pictures(value, numbers)
    )


def take_out(picture: str, finds: Finds) -> None:
    """Take the picture out of the rows that were found, and delete it. Belongs into a transaction."""
    numbers = numbers_of(picture)
    changed = _bodies(numbers).take_out(finds)
    StoryPage.objects.filter(picture__in=numbers).update(
        picture=None, picture_alt="", picture_caption="", picture_credit=""
    )
    Byline.objects.filter(portrait__in=numbers).update(portrait=None)
    PaperSettings.objects.filter(emblem__in=numbers).update(emblem=None)
    # Files first: should all this be cut off now, the rows are still there by which the next run finds them.
    for image in DeskImage.objects.filter(pk__in=numbers):
        ReferenceIndex.get_references_to(image).delete()
        for rendition in DeskRendition.objects.filter(image=image):
            rendition.file.storage.delete(rendition.file.name)
        image.file.storage.delete(image.file.name)
        image.delete()
    search.renew(changed)


def delete_files(picture: str) -> None:
    """Delete what readers' pages were made of, in all widths."""
    folder = FolderMediaStore(settings.ARAZ_MEDIA).master(picture).parent
    for file in folder.glob(f"*{picture}*") if folder.is_dir() else ():
        file.unlink(missing_ok=True)
