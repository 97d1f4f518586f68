"""On SQLite.

The library looks what is indexed and then writes what is missing: two at the same moment would both write. And it ranks by
searching anew for each thing that it has found, so that a common word takes the square of its stories: 280 ms for 700.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)

from araz.desk.searching.norms import NormsOnlyOnRebuilding


class DeskIndex(NormsOnlyOnRebuilding, SQLiteIndex):
    def add_items(self, model: Any, items: Iterable[Any]) -> None:
        with transaction.atomic(using=self.write_connection.alias):  # begins by taking the right to write
            super().add_items(model, items)


class NewestFirst:
    """What was found stands with the newest first, not ranked. Stands before the library's compiler among the bases."""

    queryset: Any
    order_by_relevance: bool

    def search(self, *args: Any, **kwargs: Any) -> Any:
        if self.order_by_relevance:
            self.order_by_relevance = False
            self.queryset = self.queryset.order_by("-pk")
        library: Any = super()
        return library.search(*args, **kwargs)


class DeskQuery(NewestFirst, SQLiteSearchQueryCompiler):
    pass


class DeskAutocompleteQuery(NewestFirst, SQLiteAutocompleteQueryCompiler):
    pass


class SearchBackend(SQLiteSearchBackend):
    index_class = DeskIndex
    query_compiler_class = DeskQuery
    autocomplete_query_compiler_class = DeskAutocompleteQuery
