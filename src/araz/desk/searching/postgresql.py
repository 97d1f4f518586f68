"""On PostgreSQL."""

from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend

from araz.desk.searching.norms import NormsOnlyOnRebuilding


class DeskIndex(NormsOnlyOnRebuilding, PostgresIndex):
    pass


class SearchBackend(PostgresSearchBackend):
    index_class = DeskIndex
