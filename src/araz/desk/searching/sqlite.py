"""On SQLite the library looks what is indexed and then writes what is missing: two at the same moment would both write."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from modelsearch.backends.database.sqlite.sqlite import SQLiteIndex, SQLiteSearchBackend

from araz.desk.searching.norms import NormsOnlyOnRebuilding


class DeskIndex(NormsOnlyOnRebuilding, SQLiteIndex):
    def add_items(self, model: Any, items: Iterable[Any]) -> None:
        with transaction.atomic(using=self.write_connection.alias):  # begins by taking the right to write
            super().add_items(model, items)


class SearchBackend(SQLiteSearchBackend):
    index_class = DeskIndex
