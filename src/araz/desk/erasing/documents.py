"""Finds a document in every table of the desk, and takes it out with its file."""

import json
from collections.abc import Set
from typing import Any

from django.conf import settings
from wagtail.models import ReferenceIndex

from araz.desk.erasing import search
from araz.desk.erasing.bodies import Bodies
from araz.desk.erasing.finds import Finds, Progress
from araz.desk.models import DeskDocument
from araz.typesetting.pictures import FolderMediaStore


def is_known(document: str) -> bool:
    """Whether a hash is one of a document, of which the desk or the folder still knows."""
    return DeskDocument.objects.filter(content_hash=document).exists() or _file(document).exists()


def find(document: str, progress: Progress) -> Finds:
    """Look through all pages and their versions. Nothing is locked."""
    numbers, finds = _numbers_of(document), Finds()
    for number in sorted(numbers):
        finds.add("desk.deskdocument", "documents", number)
    if numbers:
        _bodies(numbers).find(finds, progress)
    return finds


def take_out(document: str, finds: Finds) -> None:
    """Take the document out of the rows that were found, and delete it. Belongs into a transaction."""
    numbers = _numbers_of(document)
    changed = _bodies(numbers).take_out(finds)
    for found in DeskDocument.objects.filter(pk__in=numbers):
        ReferenceIndex.get_references_to(found).delete()
        found.delete()
    search.renew(changed)


def delete_files(document: str) -> None:
    """Delete what readers' pages lead to; the press takes its copy away when no story shows it."""
    _file(document).unlink(missing_ok=True)


def _file(document: str) -> Any:
    return FolderMediaStore(settings.ARAZ_MEDIA).document(document)


def _numbers_of(document: str) -> frozenset[int]:
    return frozenset(DeskDocument.objects.filter(content_hash=document).values_list("pk", flat=True))


def _bodies(numbers: Set[int]) -> Bodies:
    return Bodies(lambda text: "document" in text, lambda value: _without(value, numbers))


def _without(value: Any, numbers: Set[int]) -> Any:
    """JSON of pages and their bodies, also inside of texts, without the blocks that show the documents."""
    match value:
        case dict():
            return {key: _without(each, numbers) for key, each in value.items()}
        case list():
            return [_without(each, numbers) for each in value if not _shows(each, numbers)]
        case str() if value[:1] in "[{" and "document" in value:
            try:
                inside = json.loads(value)
            except ValueError:
                return value
            left = _without(inside, numbers)
            return value if left == inside else json.dumps(left, ensure_ascii=False)
        case _:
            return value


def _shows(block: Any, numbers: Set[int]) -> bool:
    inside = block.get("value") if isinstance(block, dict) and block.get("type") == "file" else None
    return isinstance(inside, dict) and inside.get("document") in numbers
