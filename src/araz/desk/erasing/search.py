"""The desk's search index after something was erased: what it says of things is made anew, and its old pages go."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, transaction
from modelsearch.backends import get_search_backend
from wagtail.models import Page

_AT_ONCE = 200


def renew(changed: Mapping[type[Any], Sequence[Any]]) -> None:
    """Index these things again, by their keys. On SQLite the index holds their texts, which were changed themselves."""
    if connection.vendor == "sqlite":
        _make_fts_anew()
        return
    for model, keys in changed.items():
        for start in range(0, len(keys), _AT_ONCE):
            some = model.objects.filter(pk__in=keys[start : start + _AT_ONCE])
            things = [page.specific for page in some] if model is Page else list(some)
            for kind in {type(thing) for thing in things}:
                get_search_backend().add_bulk(kind, [thing for thing in things if type(thing) is kind])


def _make_fts_anew() -> None:
    """Words that were taken out of an FTS5 table stay in its index until it is made anew."""
    with connection.cursor() as cursor:
        cursor.execute("select name from sqlite_master where type = 'table' and sql like 'CREATE VIRTUAL TABLE%fts5%'")
        for (name,) in cursor.fetchall():
            quoted = connection.ops.quote_name(name)
            for command in ("rebuild", "optimize"):
                cursor.execute(f"insert into {quoted} ({quoted}) values (%s)", [command])  # noqa: S608


def scrub(tables: Sequence[str]) -> bool:
    """Leave nothing in free pages of the desk's database; say whether that was possible while others read.

    On PostgreSQL the named tables are written anew. Nobody can use them meanwhile; what its write-ahead log and the
    archives made of it hold stays there until they are thrown away.
    """
    if transaction.get_connection().in_atomic_block:
        raise RuntimeError("The database can't be written anew inside a transaction.")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in tables:
                cursor.execute(f"vacuum (full, analyze) {connection.ops.quote_name(table)}")
            if _may_checkpoint(cursor):
                cursor.execute("checkpoint")
            return True
        cursor.execute("vacuum")
        cursor.execute("pragma wal_checkpoint(truncate)")
        (is_busy, *_) = cursor.fetchone()
        return not is_busy


def _may_checkpoint(cursor: Any) -> bool:
    cursor.execute("select pg_has_role(current_user, 'pg_checkpoint', 'usage')")
    return bool(cursor.fetchone()[0])
