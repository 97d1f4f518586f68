"""The desk's search index: the library's own, with two changes on SQLite.

The library looks what is indexed and then writes what is missing; a request and a background task that do so at the same
moment both write, and one of them fails. And after each object it asks for the average length of all titles.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from modelsearch.backends.database import SearchBackend as backend_of_database
from modelsearch.backends.database.sqlite.sqlite import SQLiteIndex, SQLiteSearchBackend


class DeskIndex(SQLiteIndex):
    def add_items(self, model: Any, items: Iterable[Any]) -> None:
        with transaction.atomic(using=self.write_connection.alias):  # begins by taking the right to write
            super().add_items(model, items)

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Only when the whole index is made anew: the cost of one story must not grow with the archive."""
        if full:
            super()._refresh_title_norms(full=True)


class DeskSearch(SQLiteSearchBackend):
    index_class = DeskIndex


def SearchBackend(params: dict[str, Any]) -> Any:
    """Return the backend for the database in use. The library looks for this name."""
    return DeskSearch(params) if connection.vendor == "sqlite" else backend_of_database(params)
