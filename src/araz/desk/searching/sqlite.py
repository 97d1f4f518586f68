"""On SQLite.

The library looks what is indexed and then writes what is missing: two at the same moment would both write. It ranks by searching
anew for each thing that it has found, so that a common word takes the square of its stories: 280 ms for 700. And it lets the
database choose between the words and the kind of thing; which may then search anew for each thing of that kind: 9 s for 20,000.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks

from araz.desk.searching.norms import NormsOnlyOnRebuilding


class DeskIndex(NormsOnlyOnRebuilding, SQLiteIndex):
    def add_items(self, model: Any, items: Iterable[Any]) -> None:
        with transaction.atomic(using=self.write_connection.alias):  # begins by taking the right to write
            super().add_items(model, items)


class NewestFirst:
    """What was found stands with the newest first, not ranked. Stands before the library's compiler among the bases."""

    queryset: Any
    query: Any
    fields: Any
    order_by_relevance: bool
    FTS_TABLE_FIELDS: list[str]

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None) -> Any:
        library: Any = super()
        query = normalize(self.query)
        plain = query.subquery if isinstance(query, Not) else query
        if score_field or isinstance(plain, MatchAll):
            return library.search(config, start, stop, score_field)
        found = self._found(library.build_search_query(plain, config=config))
        pages = self.queryset.exclude(pk__in=found) if isinstance(query, Not) else self.queryset.filter(pk__in=found)
        if self.order_by_relevance or not pages.query.order_by:
            pages = pages.order_by("-pk")
        return pages[start:stop]

    def _found(self, words: Any) -> "QuerySet[Any]":
        """The words alone say which rows of the index are looked at; what kind of thing a row is about, each is asked then."""
        rows = SQLiteFTSIndexEntry.objects.filter(MatchExpression(self.fields or self.FTS_TABLE_FIELDS, words))
        kinds = get_descendants_content_types_pks(self.queryset.model)
        entries = IndexEntry.objects.filter(pk__in=rows.values("pk"), content_type__in=kinds)
        found: QuerySet[Any] = entries.values("object_id")
        return found


class DeskQuery(NewestFirst, SQLiteSearchQueryCompiler):
    pass


class DeskAutocompleteQuery(NewestFirst, SQLiteAutocompleteQueryCompiler):
    pass


class SearchBackend(SQLiteSearchBackend):
    index_class = DeskIndex
    query_compiler_class = DeskQuery
    autocomplete_query_compiler_class = DeskAutocompleteQuery
