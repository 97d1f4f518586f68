"""Finds a picture in every table of the desk, and takes it out with its files."""

import json
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import ReferenceIndex, Revision

from araz.desk.erasing import rows, search
from araz.desk.erasing.columns import tables
from araz.desk.erasing.finds import Finds, Progress
from araz.desk.erasing.values import json_without_pictures
from araz.desk.models import Byline, DeskImage, DeskRendition, PaperSettings, StoryPage
from araz.typesetting.pictures import FolderMediaStore, widths

_TABLES = frozenset({"desk.storypage", "wagtailcore.revision"})


def numbers_of(picture: str) -> frozenset[int]:
    """Return the desk's numbers of the picture with that hash."""
    return frozenset(DeskImage.objects.filter(content_hash=picture).values_list("pk", flat=True))


def find(picture: str, progress: Progress) -> Finds:
    """Look through all pages and their versions. Nothing is locked."""
    numbers, finds, looked = numbers_of(picture), Finds(), 0
    if not numbers:
        return finds
    for number in sorted(numbers):
        finds.add("desk.deskimage", "pictures", number)
    for table in (table for table in tables() if table.label in _TABLES):
        for key, row in rows.rows_of(table):
            looked += 1
            if _changed_row(table, row, numbers):
                finds.add(table.label, table.called, key)
            if looked % 1000 == 0:
                progress(looked)
    at_head: tuple[tuple[str, str, Any], ...] = (
        ("desk.storypage.picture", "stories (at their head)", StoryPage.objects.filter(picture__in=numbers)),
        ("desk.byline.portrait", "bylines (at their head)", Byline.objects.filter(portrait__in=numbers)),
        ("desk.papersettings.emblem", "the masthead", PaperSettings.objects.filter(emblem__in=numbers)),
    )
    for label, called, found in at_head:
        for key in found.values_list("pk", flat=True):
            finds.add(label, called, key)
    return finds


def _changed_row(table: Any, row: rows.Row, numbers: frozenset[int]) -> rows.Row:
    changed = {}
    for column in table.columns:
        value = row[column.name]
        if column.sort == "json" and isinstance(value, str) and any(str(number) in value for number in numbers):
            found = json.loads(value)
            left = json_without_pictures(found, numbers)
            if left != found:
                changed[column.name] = json.dumps(left)
    return changed


def take_out(picture: str, finds: Finds) -> None:
    """Take the picture out of the rows that were found, and delete it. Belongs into a transaction."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("What is erased is erased as a whole: open a transaction around it.")
    numbers = numbers_of(picture)
    changed: dict[type[Any], list[Any]] = {}
    for table in (table for table in tables() if table.label in _TABLES):
        for key, row in rows.rows_with(table, finds.rows.get(table.label, ())):
            if left := _changed_row(table, row, numbers):
                rows.change(table, key, left)
                if table.model is not Revision:
                    changed.setdefault(table.model, []).append(key)
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


def delete_files(picture: str, width: int) -> int:
    """Delete what readers' pages were made of; return how many files there were."""
    store = FolderMediaStore(settings.ARAZ_MEDIA)
    files = [store.master(picture), *(store.file(picture, offered) for offered in widths(width))]
    files += list(store.master(picture).parent.glob(f"*{picture}*")) if store.master(picture).parent.is_dir() else []
    found = {file for file in files if file.exists()}
    for file in found:
        file.unlink(missing_ok=True)
    return len(found)
