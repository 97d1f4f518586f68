"""Which columns of the desk's tables may hold words: found by asking the models, so that a new table is not forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from django.apps import apps
from django.db import connection, models
from wagtail.fields import StreamField

CALLED: Final = {  # by people, where the model's own name says nothing to them
    "desk.publicstory": "stories that are public",
    "desk.storycorrection": "notes of corrections",
    "wagtailcore.page": "headlines and addresses",
    "wagtailcore.revision": "versions of pages",
    "wagtailcore.pagelogentry": "lines of the log",
    "wagtailcore.modellogentry": "lines of the log",
    "wagtailcore.comment": "comments of editors",
    "wagtailcore.commentreply": "answers to comments of editors",
    "wagtailcore.taskstate": "comments of the review",
    "wagtailsearch.indexentry": "entries of the desk's search",
    "django_tasks_database.dbtaskresult": "small tasks",
}

Sort = Literal["text", "json", "name", "path", "file", "address"]

# Names that the program gave; those of the log of deeds stand in its chain of hashes.
OF_THE_PROGRAM: Final = frozenset({"auth.permission", "contenttypes.contenttype", "desk.auditline", "desk.auditchain"})
# What `words` looks after in a way of its own, and requests, which are sealed.
IN_ITS_OWN_WAY: Final = frozenset(
    {
        "desk.outbox",
        "desk.erasurerequest",
        "sessions.session",
        "wagtailadmin.formstate",
        "wagtailsearch.sqliteftsindexentry",
    }
)
# A word can't be cut out of these without breaking what they are for: passphrases, keys, names by which people sign in.
KEPT: Final = frozenset({"auth.user.password", "auth.user.username", "mfa.authenticator.data"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    name: str  # in the table
    sort: Sort
    longest: int | None  # characters
    is_unique: bool
    field: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The columns with words of one model's own table."""

    label: str  # "desk.storypage"
    name: str
    key: str  # column of the primary key
    called: str  # for people
    columns: tuple[Column, ...]
    model: Any

    @property
    def neutral(self) -> str:
        """The column whose value may stand where a name stood; empty if the table has none."""
        names = {field.column for field in self.model._meta.local_concrete_fields}
        return next((name for name in ("public_id", "story") if name in names), "")


def tables() -> Iterator[Table]:
    """Yield all tables with columns that may hold words."""
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.proxy or not meta.managed or meta.label_lower in OF_THE_PROGRAM | IN_ITS_OWN_WAY:
            continue
        columns = tuple(column for field in meta.local_concrete_fields if (column := _column(meta.label_lower, field)))
        if columns:
            yield Table(
                label=meta.label_lower,
                name=meta.db_table,
                key=str(meta.pk.column),
                called=CALLED.get(meta.label_lower) or str(meta.verbose_name_plural),
                columns=columns,
                model=model,
            )


def _column(label: str, field: Any) -> Column | None:
    sort = sort_of(field)
    if sort is None or f"{label}.{field.name}" in KEPT:
        return None
    return Column(
        name=field.column, sort=sort, longest=getattr(field, "max_length", None), is_unique=field.unique, field=field
    )


def sort_of(field: Any) -> Sort | None:
    """Say how words stand in the field; None if it can't hold any."""
    if field.is_relation:
        return None
    match field:
        case models.FileField():
            return "file"
        case models.JSONField() | StreamField():
            return "json"
        case models.URLField():
            return "address"
        case models.SlugField():
            return "name"
        case models.CharField() | models.TextField():
            return {"slug": "name", "address": "name", "url_path": "path"}.get(field.name, "text")  # type: ignore[return-value]
        case _:
            return None


def columns_of_database() -> set[tuple[str, str]]:
    """Return table and column of everything in the database that may hold words, whoever made it."""
    found = set()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "select table_name, column_name from information_schema.columns where table_schema = current_schema()"
                " and data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'tsvector', 'character')"
            )
            return {(table, column) for table, column in cursor.fetchall()}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"pragma table_info({connection.ops.quote_name(table)})")
            for _, column, kind, *_ in cursor.fetchall():
                if not kind.lower().startswith(
                    ("int", "bigint", "smallint", "bool", "date", "real", "decimal", "time")
                ):
                    found.add((table, column))
    return found
