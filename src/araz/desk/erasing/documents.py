"""Finds a document in every table of the desk, and takes it out with its file."""

import json
from collections.abc import Set
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from wagtail.models import ReferenceIndex, Revision

from araz.desk.erasing import rows, search
from araz.desk.erasing.columns import Table, tables
from araz.desk.erasing.finds import Finds, Progress
from araz.desk.models import DeskDocument
from araz.typesetting.pictures import FolderMediaStore

_TABLES: Final = frozenset({"desk.storypage", "wagtailcore.revision"})


def is_known(document: str) -> bool:
    """Whether a hash is one of a document, of which the desk or the folder still knows."""
    return DeskDocument.objects.filter(content_hash=document).exists() or _file(document).exists()


def find(document: str, progress: Progress) -> Finds:
    """Look through all pages and their versions. Nothing is locked."""
    numbers, finds, looked = _numbers_of(document), Finds(), 0
    for number in sorted(numbers):
        finds.add("desk.deskdocument", "documents", number)
    for table in _tables() if numbers else ():
        for key, row in rows.rows_of(table):
            looked += 1
            if _changed_row(table, row, numbers):
                finds.add(table.label, table.called, key)
            if looked % 1000 == 0:
                progress(looked)
    return finds


def take_out(document: str, finds: Finds) -> None:
    """Take the document out of the rows that were found, and delete it. Belongs into a transaction."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("What is erased is erased as a whole: open a transaction around it.")
    numbers = _numbers_of(document)
    changed: dict[type[Any], list[Any]] = {}
    for table in _tables():
        for key, row in rows.rows_with(table, finds.rows.get(table.label, ())):
            if left := _changed_row(table, row, numbers):
                rows.change(table, key, left)
                if table.model is not Revision:
                    changed.setdefault(table.model, []).append(key)
    for found in DeskDocument.objects.filter(pk__in=numbers):
        ReferenceIndex.get_references_to(found).delete()
        found.delete()
    search.renew(changed)


def delete_file(document: str) -> None:
    """Delete what readers' pages lead to; the press takes its copy away when no story shows it."""
    _file(document).unlink(missing_ok=True)


def _file(document: str) -> Any:
    return FolderMediaStore(settings.ARAZ_MEDIA).document(document)


def _numbers_of(document: str) -> frozenset[int]:
    return frozenset(DeskDocument.objects.filter(content_hash=document).values_list("pk", flat=True))


def _tables() -> list[Table]:
    return [table for table in tables() if table.label in _TABLES]


def _changed_row(table: Table, row: rows.Row, numbers: Set[int]) -> rows.Row:
    changed = {}
    for column in table.columns:
        value = row[column.name]
        if column.sort == "json" and isinstance(value, str) and "document" in value:
            found = json.loads(value)
            left = _without(found, numbers)
            if left != found:
                changed[column.name] = json.dumps(left)
    return changed


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
