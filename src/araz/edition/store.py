"""The edition of one site: the one file that presses read and the courier appends to."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Self

from araz.edition.append import Appender
from araz.edition.erasure import forget_picture
from araz.edition.file import fact, open_file
from araz.edition.holdings import Held, Sort, held, holdings
from araz.edition.reader import StoreReader
from araz.edition.rows import OutboxRow
from araz.edition.scrubbing import scrub


class Edition:
    """One edition's file. `append` writes, `reader` reads; nothing else touches it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._turn = Lock()  # threads of one process take turns; processes do so by SQLite's own locks
        self._resting: list[_Reading] = []  # at most one that reads no more, and need not be opened again
        self._is_closed = False

    @classmethod
    def open(cls, path: Path, *, may_make: bool = False) -> Self:
        """Open the edition at `path`. Raises NoEdition when there is none and none may be made."""
        return cls(open_file(path, may_make=may_make), path)

    def close(self) -> None:
        self._is_closed = True
        while self._resting:
            self._resting.pop().connection.close()
        self._connection.close()

    def last_outbox(self) -> int:
        """The number of the last outbox row that the edition holds; the courier goes on after it."""
        with self._turn:
            return fact(self._connection, "last_outbox")

    def append(self, rows: Iterable[OutboxRow]) -> int:
        """Write the rows, their record lines and the last row's number in one transaction; return the edition's number.

        Rows that the edition already holds are passed over, so handing rows over again is harmless. Raises RowRefused
        and writes nothing when a row says what no edition can hold.
        """
        with self._turn, _transaction(self._connection, "immediate"):
            last = fact(self._connection, "last_outbox")
            appender = Appender(self._connection)
            for row in rows:
                if row.number <= last:
                    continue
                appender.append(row)
                last = row.number
            self._connection.execute("update fact set value = ? where name = 'last_outbox'", (last,))
            return StoreReader(self._connection).number()

    def forget_picture(self, picture: str) -> None:
        """Take the picture out of the notes beside the record, when every press has printed what it lay on."""
        with self._turn, _transaction(self._connection, "immediate"):
            forget_picture(self._connection, picture)

    def scrub(self) -> bool:
        """Leave nothing in the file of what was erased; say whether that was possible while others read."""
        with self._turn:
            return scrub(self._connection)

    def holdings(self) -> Iterator[Held]:
        """Yield everything that is stored as text, as it is at one moment, one thing after the other."""
        connection = open_file(self._path)
        try:
            with _transaction(connection, "deferred"):
                yield from holdings(connection)
        finally:
            connection.close()

    def held(self, sort: Sort, subject: str) -> Held | None:
        """Return one such thing as it is now."""
        with self._turn:
            return held(self._connection, sort, subject)

    @contextmanager
    def reader(self) -> Iterator[StoreReader]:
        """Yield a reader of this moment's edition, whatever is appended meanwhile."""
        reading = self._rested() or _Reading(open_file(self._path), _file_at(self._path))
        try:
            with _transaction(reading.connection, "deferred"):
                fact(reading.connection, "last_outbox")  # the first look fixes the moment
                yield StoreReader(reading.connection)
        except BaseException:
            reading.connection.close()
            raise
        if self._is_closed or self._resting or reading.file != _file_at(self._path):
            reading.connection.close()
        else:
            self._resting.append(reading)

    def _rested(self) -> "_Reading | None":
        """Return a connection that has read this file before: it knows its statements and some of its pages."""
        while self._resting:
            with suppress(IndexError):  # another thread was faster
                reading = self._resting.pop()
                if reading.file == _file_at(self._path):
                    return reading
                reading.connection.close()
        return None


@dataclass(frozen=True, slots=True)
class _Reading:
    connection: sqlite3.Connection
    file: tuple[int, int]


def _file_at(path: Path) -> tuple[int, int]:
    """Which file lies there; another one when it was put in the place of the first."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_dev, found.st_ino


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    connection.execute(f"begin {kind}")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
