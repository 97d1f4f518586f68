"""Looks through the pages and their versions, whose bodies name pictures and documents by their numbers."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from wagtail.models import Revision

from araz.desk.erasing import rows
from araz.desk.erasing.columns import Table, tables
from araz.desk.erasing.finds import Finds, Progress

Changed = dict[type[Any], list[Any]]  # keys of rows by their model
_TABLES: Final = frozenset({"desk.storypage", "wagtailcore.revision"})


@dataclass(frozen=True, slots=True)
class Bodies:
    """What is taken out of JSON: `may_name` says of its text whether it is worth reading."""

    may_name: Callable[[str], bool]
    without: Callable[[Any], Any]

    def find(self, finds: Finds, progress: Progress) -> None:
        """Add each row that has something of it. Nothing is locked."""
        looked = 0
        for table in _tables():
            for key, row in rows.rows_of(table):
                looked += 1
                if self._left_of(table, row):
                    finds.add(table.label, table.called, key)
                if looked % 1000 == 0:
                    progress(looked)

    def take_out(self, finds: Finds) -> Changed:
        """Change the rows that were found; return which, for the desk's search. Raises RuntimeError outside of a transaction."""
        if not transaction.get_connection().in_atomic_block:
            raise RuntimeError("What is erased is erased as a whole: open a transaction around it.")
        changed: Changed = {}
        for table in _tables():
            for key, row in rows.rows_with(table, finds.rows.get(table.label, ())):
                if left := self._left_of(table, row):
                    rows.change(table, key, left)
                    if table.model is not Revision:
                        changed.setdefault(table.model, []).append(key)
        return changed

    def _left_of(self, table: Table, row: rows.Row) -> rows.Row:
        """The columns that change; nothing if none does."""
        changed = {}
        for column in table.columns:
            value = row[column.name]
            if column.sort == "json" and isinstance(value, str) and self.may_name(value):
                found = json.loads(value)
                left = self.without(found)
                if left != found:
                    changed[column.name] = json.dumps(left)
        return changed


def _tables() -> list[Table]:
    return [table for table in tables() if table.label in _TABLES]
