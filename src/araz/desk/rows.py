"""Puts many rows into a table with one prepared statement.

Django's `bulk_create` makes an object of each row and asks each field about each value, again for every row. For a hundred
thousand stories that is a third of the time of bringing them in. Here a field is asked once whether it has anything to say.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import connection, models
from wagtail.fields import StreamField

_PLAIN: Final = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, StreamField)

Row = Mapping[str, Any]  # by the names of columns as the model calls them: `page_id`, not `page`


def put_in(model: type[models.Model], rows: Iterable[Row]) -> None:
    """Put rows into the model's own table, not into those of its parents. All rows name the same columns.

    Columns that no row names get the model's default. A StreamField takes the JSON that is to be stored. No signal is sent.
    """
    rows = list(rows)
    if not rows:
        return
    fields = [
        field for field in model._meta.local_concrete_fields if field.attname in rows[0] or not _is_counted(field)
    ]
    columns = [_column(field, rows) for field in fields]
    names = ", ".join(connection.ops.quote_name(field.column or field.attname) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        statement = f"insert into {table} ({names}) values ({marks})"  # noqa: S608  names of ours, values by mark
        cursor.executemany(statement, list(zip(*columns, strict=True)))


def _is_counted(field: models.Field[Any, Any]) -> bool:
    """Whether the database gives the column its number."""
    return isinstance(field, models.AutoField)


def _column(field: models.Field[Any, Any], rows: Sequence[Row]) -> list[Any]:
    """One column's values as the database takes them."""
    ready = _as_stored(field)
    if field.attname in rows[0]:
        values = [row[field.attname] for row in rows]
        return [ready(value) for value in values] if ready else values
    stored = field.get_db_prep_save(field.get_default(), connection)
    return [stored] * len(rows)


def _as_stored(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """What makes a field's value ready for the database; nothing if it is stored as it is."""
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, _PLAIN):
        return None
    return lambda value: field.get_db_prep_save(value, connection)
