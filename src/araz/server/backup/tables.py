"""The desk's tables in PostgreSQL, copied out and in by the server's own COPY: nothing has to be installed for it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Final, cast

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from araz.server.backup.databases import LEFT_OUT
from araz.server.backup.troubles import NotEmpty

_AT_ONCE_BYTES: Final = 1 << 16
Columns = tuple[tuple[str, tuple[str, ...]], ...]

_MIGRATIONS: Final = "django_migrations"  # made by migrating
_UNDER_WAY: Final = "araz_restore_under_way"  # a table: what is in this database may be thrown away
_TABLES: Final = "select tablename from pg_tables where schemaname = current_schema() order by tablename"
_COLUMNS: Final = """
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and is_generated = 'NEVER' order by table_name, ordinal_position
"""
_COUNTERS: Final = """
    select table_name, column_name, pg_get_serial_sequence(quote_ident(table_name), column_name)
    from information_schema.columns
    where table_schema = current_schema()
    and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null
"""


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def applied() -> tuple[str, ...]:
    """Return what was applied to the desk's database."""
    return tuple(f"{app}.{name}" for app, name in sorted(MigrationRecorder(connection).applied_migrations()))


@contextmanager
def one_moment() -> Iterator[None]:
    """See the database as it is now, whatever others write meanwhile."""
    with transaction.atomic():
        _do("set transaction isolation level repeatable read, read only")
        yield


def columns() -> Columns:
    """Return the tables that a backup holds, with their columns."""
    tables = {name: [] for (name,) in _ask(_TABLES) if name != _MIGRATIONS}  # type: dict[str, list[str]]
    for table, column in _ask(_COLUMNS):
        if table in tables:
            tables[table].append(column)
    return tuple((table, tuple(names)) for table, names in tables.items())


def copy_out(table: str, names: tuple[str, ...], scratch: Path) -> BinaryIO:
    """Return the table's rows in a file without a name, at its beginning. Raises OSError."""
    file = cast(BinaryIO, TemporaryFile(dir=scratch))  # noqa: SIM115 -- the caller closes it
    condition = _kept_rows(table)
    if condition != "none":
        statement = f"copy (select {_list(names)} from {_name(table)} {condition} order by 1) to stdout"  # noqa: S608
        with connection.cursor() as cursor, cast(Any, cursor).copy(statement) as rows:
            for part in rows:
                file.write(part)
    file.seek(0)
    return file


def _kept_rows(table: str) -> str:
    if table not in LEFT_OUT:
        return ""
    return LEFT_OUT[table].replace("where", "where not", 1) if LEFT_OUT[table] else "none"


def audit_head(here: Columns) -> str:
    """Return number and hash of the newest line of the log of deeds; empty where there is none."""
    found = _ask("select last, head from desk_auditchain") if "desk_auditchain" in dict(here) else []
    return f"{found[0][0]} {found[0][1]}".strip() if found else ""


# The way back


def begin(migrations: Iterable[str]) -> None:
    """Make the tables as they were at the time of the backup, in an empty database. Raises NotEmpty.

    What an earlier restore left that was cut off is thrown away.
    """
    here = [name for (name,) in _ask(_TABLES)]
    if here and _UNDER_WAY not in here:
        raise NotEmpty("The database is not empty. Name another one with --database, or empty this one.")
    empty()
    _do(f"create table {_UNDER_WAY} ()")
    executor = MigrationExecutor(connection)
    executor.migrate(_newest(executor.loader.graph, {tuple(name.split(".", 1)) for name in migrations}))


def give_up() -> None:
    """Say that what is in the database may be thrown away: a copy of it takes its place."""
    _do(f"create table if not exists {_UNDER_WAY} ()")


def is_under_way() -> bool:
    """Say whether filling the database was begun and not ended."""
    return is_postgresql() and (_UNDER_WAY,) in _ask(_TABLES)


def _newest(graph: Any, applied: set[tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return those of the applied migrations that no other of their app stands on."""
    here = [node for node in graph.nodes if node in applied]
    return [
        node
        for node in here
        if not any(child.key in applied and child.key[0] == node[0] for child in graph.node_map[node].children)
    ]


def truncate(names: Iterable[str]) -> None:
    """Take out what migrating has put in."""
    _do(f"truncate {', '.join(_name(table) for table in names)}")


def copy_in(table: str, names: tuple[str, ...], content: BinaryIO) -> None:
    """Fill a table with what was copied out of it."""
    statement = f"copy {_name(table)} ({_list(names)}) from stdin"
    with connection.cursor() as cursor, cast(Any, cursor).copy(statement) as rows:
        while part := content.read(_AT_ONCE_BYTES):
            rows.write(part)


def set_counters() -> None:
    """Have new rows numbered after those that there are."""
    for table, column, counter in _ask(_COUNTERS):
        statement = f"select setval(%s, coalesce(max({_name(column)}), 1), max({_name(column)}) is not null) from {_name(table)}"  # noqa: S608
        _do(statement, counter)


def end() -> None:
    """Say that the restore is done."""
    _do(f"drop table {_UNDER_WAY}")


def empty() -> None:
    """Drop all tables."""
    names = ", ".join(_name(name) for (name,) in _ask(_TABLES))
    if names:
        _do(f"drop table {names} cascade")


def _ask(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def _do(statement: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return connection.ops.quote_name(name)
