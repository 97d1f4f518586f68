"""On PostgreSQL.

The library joins the index to what is searched by a number that it keeps as text, which is done for each row of an archive, and
ranks all that it has found. Here the words say which rows of the index are looked at, and the newest stand first.
"""

from typing import Any

from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
)
from modelsearch.query import And, Or, Phrase, PlainText
from modelsearch.utils import get_descendants_content_types_pks

from araz.desk.searching.norms import NormsOnlyOnRebuilding


class DeskIndex(NormsOnlyOnRebuilding, PostgresIndex):
    pass


class DeskAutocompleteQuery(PostgresAutocompleteQueryCompiler):
    """What the desk's search, its lists and its choosers ask."""

    def search(
        self, config: Any, start: int | None, stop: int | None, score_field: str | None = None, backend: Any = None
    ) -> Any:
        if score_field or self.fields is not None or not isinstance(self.query, (PlainText, Phrase, And, Or)):
            return super().search(config, start, stop, score_field, backend)
        entries = IndexEntry.objects.filter(
            content_type__in=get_descendants_content_types_pks(self.queryset.model),
            autocomplete=self.build_tsquery(self.query, config=config),
        )
        found = self.queryset.filter(pk__in=entries.values(number=Cast("object_id", BigIntegerField())))
        if self.order_by_relevance or not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]


class SearchBackend(PostgresSearchBackend):
    index_class = DeskIndex
    autocomplete_query_compiler_class = DeskAutocompleteQuery
