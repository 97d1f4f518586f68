"""Reads and changes rows of any table, some hundred at a time, by SQL: no model's `save` has a say, and nothing is logged."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db import connection

from araz.desk.erasing.columns import Table

AT_ONCE: Final = 200

Row = dict[str, Any]  # by column, the key and the neutral name among them


def rows_of(table: Table) -> Iterator[tuple[Any, Row]]:
    """Yield every row with its key. The table may be changed meanwhile."""
    names = _names(table)
    quoted, name, key = _quoted(names), _quote(table.name), _quote(table.key)
    last: Any = None
    while True:
        where, values = (f"where {key} > %s", [last]) if last is not None else ("", [])
        with connection.cursor() as cursor:
            cursor.execute(f"select {quoted} from {name} {where} order by {key} limit {AT_ONCE}", values)  # noqa: S608
            found = cursor.fetchall()
        if not found:
            return
        for row in found:
            yield row[0], dict(zip(names, row, strict=True))
        last = found[-1][0]


def rows_with(table: Table, keys: Iterable[Any]) -> Iterator[tuple[Any, Row]]:
    """Yield the rows of these keys that are still there."""
    names = _names(table)
    statement = f"select {_quoted(names)} from {_quote(table.name)} where {_quote(table.key)} = %s"  # noqa: S608
    for key in keys:
        with connection.cursor() as cursor:
            cursor.execute(statement, [key])
            row = cursor.fetchone()
        if row:
            yield key, dict(zip(names, row, strict=True))


def change(table: Table, key: Any, changed: Row) -> None:
    """Write these columns of one row."""
    json = {column.name for column in table.columns if column.sort == "json"}
    marks = ", ".join(f"{_quote(name)} = {_mark(table, name, name in json)}" for name in changed)
    with connection.cursor() as cursor:
        cursor.execute(
            f"update {_quote(table.name)} set {marks} where {_quote(table.key)} = %s",  # noqa: S608
            [*changed.values(), key],
        )


def _mark(table: Table, name: str, is_json: bool) -> str:
    if not is_json or connection.vendor != "postgresql":
        return "%s"
    field = next(column.field for column in table.columns if column.name == name)
    return "%s::jsonb" if field.db_type(connection) == "jsonb" else "%s"


def _names(table: Table) -> list[str]:
    names = [table.key, *(column.name for column in table.columns)]
    if table.neutral:
        names.append(table.neutral)
    return list(dict.fromkeys(names))


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(_quote(name) for name in names)


def _quote(name: str) -> str:
    return connection.ops.quote_name(name)
