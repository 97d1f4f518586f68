"""A book of the pressroom: one small SQLite file of a site, which every process opens for itself."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import ClassVar, Final, Self

from araz.edition.scrubbing import scrub
from araz.pressroom.lock import locked

WAIT_S: Final = 20
_BROKEN: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BESIDE: Final = ("", "-wal", "-shm")  # the file and what SQLite lays beside it


class Book:
    """Opens a book, brings it up to date, and begins it anew where it can't be read.

    Its tables are in `{name}.sql`; `{name}_2_to_3.sql` raises a book of form 2. One of any other form is begun anew, and
    so is one that is damaged: each book says itself what its readers then believe.
    """

    name: ClassVar[str]
    form: ClassVar[int]  # of its tables; counts up
    is_checked: ClassVar[bool] = False  # read as a whole when it is opened

    def __init__(self, path: Path) -> None:
        self._connection = _opened(path, is_checked=self.is_checked)
        if self._form() != self.form:
            self._make()

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing. One that stands in another is a part of that."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    def scrub(self) -> bool:
        """Leave nothing of what was forgotten in the file; say whether that was possible while others read."""
        return scrub(self._connection)

    # Its form

    def _form(self) -> int:
        return int(self._connection.execute("pragma user_version").fetchone()[0])

    def _make(self) -> None:
        self._connection.execute("begin exclusive")
        try:
            form = self._form()  # another process may have been here first
            if form != self.form:
                for statement in _statements(*self._way_from(form), f"pragma user_version = {self.form};"):
                    self._connection.execute(statement)
            self._begin()
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    def _begin(self) -> None:
        """What stands in every book of this sort from its beginning."""

    def _way_from(self, form: int) -> list[str]:
        step = files("araz.pressroom").joinpath(f"{self.name}_{form}_to_{form + 1}.sql")
        if form == self.form - 1 and step.is_file():
            return [step.read_text(encoding="utf-8")]
        tables = self._connection.execute("select name from sqlite_master where type = 'table'").fetchall()
        drop = "\n".join(f"drop table {name};" for (name,) in tables)
        return [drop, files("araz.pressroom").joinpath(f"{self.name}.sql").read_text(encoding="utf-8")]


def _opened(path: Path, *, is_checked: bool) -> sqlite3.Connection:
    try:
        return _connected(path, is_checked=is_checked)
    except sqlite3.DatabaseError as error:
        if not _is_broken(error):
            raise
    with locked(path.with_suffix(".lock")):  # several processes may find it so at once
        try:
            return _connected(path, is_checked=is_checked)
        except sqlite3.DatabaseError as error:
            if not _is_broken(error):
                raise
        for ending in _BESIDE:
            path.with_name(path.name + ending).unlink(missing_ok=True)
        return _connected(path, is_checked=False)


def _connected(path: Path, *, is_checked: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")  # what is noted must reach the disk before the bytes do
        connection.execute("pragma secure_delete = on")
        if is_checked and connection.execute("pragma quick_check(1)").fetchone()[0] != "ok":
            raise _Damaged
    except BaseException:
        connection.close()
        raise
    return connection


class _Damaged(sqlite3.DatabaseError):
    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def _is_broken(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN


def _statements(*scripts: str) -> Iterable[str]:
    """Yield the statements one by one: a script run as a whole would end the transaction that it stands in."""
    statement = ""
    for line in "\n".join(scripts).splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
