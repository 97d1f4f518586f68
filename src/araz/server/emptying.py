"""What stays of deleted things: in SQLite's log until written over, and in the desk's search index."""

from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.search.models import IndexEntry

from araz.server.database import WAIT_S

_NOW_OR_LATER: Final = "pragma busy_timeout = 0"  # while somebody reads it can't be done; nobody shall wait for it
_FTS: Final = "select name from sqlite_master where type = 'table' and sql like 'create virtual table%fts5%'"


def empty_log() -> None:
    """Bring the log into the database file and cut it to nothing, if nobody is using it at this moment."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(_NOW_OR_LATER)
        cursor.execute("pragma wal_checkpoint(truncate)")
        cursor.execute(f"pragma busy_timeout = {WAIT_S * 1000}")


def forget_deleted_words() -> None:
    """Take out of the desk's search index what belongs to nothing any more.

    A draft that was deleted while it was being indexed leaves its entry behind; and FTS5 only marks words as gone until
    the parts of its index are merged, which takes some seconds for 100,000 stories.
    """
    _delete_orphans()
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(_FTS)
        for (name,) in cursor.fetchall():
            quoted = connection.ops.quote_name(name)
            cursor.execute(f"insert into {quoted} ({quoted}) values ('optimize')")  # noqa: S608  the database's own name


def _delete_orphans() -> None:
    for kind in ContentType.objects.filter(pk__in=IndexEntry.objects.values("content_type")):
        entries = IndexEntry.objects.filter(content_type=kind)
        if model := kind.model_class():
            there = model._base_manager.annotate(key=Cast("pk", CharField())).values("key")
            entries = entries.exclude(object_id__in=there)
        entries.delete()
