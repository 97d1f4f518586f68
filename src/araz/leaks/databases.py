"""SQLite: every value of every row, and every page, also those that are free."""

import sqlite3
from collections.abc import Iterator
from typing import Final

MAGIC: Final = b"SQLite format 3\0"


class Unreadable(Exception):
    """It is no database that can be opened."""


def values_of(content: bytes) -> Iterator[str | bytes]:
    """Yield texts and blobs of all tables, and what their schema says. Raises Unreadable."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(_without_log(content))
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        tables = connection.execute("select name, sql from sqlite_master where type = 'table'").fetchall()
        yield from (str(sql) for _, sql in tables if sql)
        for name, sql in tables:
            if not str(sql).upper().startswith("CREATE VIRTUAL"):
                quoted = str(name).replace('"', '""')
                for row in connection.execute(f'select * from "{quoted}"'):  # noqa: S608 -- the name is quoted
                    yield from (value for value in row if isinstance(value, str | bytes))
    except sqlite3.Error as error:
        raise Unreadable from error
    finally:
        connection.close()


def _without_log(content: bytes) -> bytes:
    """A file that was written with a log beside it says so in two bytes, and can't be opened from memory with them."""
    return content[:18] + b"\x01\x01" + content[20:]
