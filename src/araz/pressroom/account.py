"""A press's account in the ledger: how far it has come, and which files are its own."""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a rendition as the ledger knows it."""

    path: str
    page: str
    hash: str
    bytes: int


class SheetTaken(Exception):
    """Two presses print a file at the same path. One of them has to lay it elsewhere."""


class Account:
    """What one press has on disk. Its owner holds that press's lock; transactions are the ledger's."""

    def __init__(self, connection: sqlite3.Connection, press: str) -> None:
        self._connection = connection
        self._press = press

    # Facts

    def fact(self, name: str) -> str:
        found = self._connection.execute(
            "select value from fact where press = ? and name = ?", (self._press, name)
        ).fetchone()
        return str(found[0]) if found else ""

    def number(self, name: str) -> int:
        return int(self.fact(name) or 0)

    def set_fact(self, name: str, value: str | int) -> None:
        self._connection.execute("insert or replace into fact values (?, ?, ?)", (self._press, name, str(value)))

    # Sheets

    def printed(self, pages: Sequence[str]) -> dict[str, dict[str, str]]:
        """Return where each of the pages was printed, and the hash of what lies there."""
        found: dict[str, dict[str, str]] = {page: {} for page in pages}
        wanted = msgspec.json.encode(pages).decode()
        rows = self._connection.execute(
            "select page, path, hash from sheet where page in (select value from json_each(?)) and press = ?",
            (wanted, self._press),
        )
        for page, path, hash_ in rows:
            found[page][path] = hash_
        return found

    def doubt(self, sheets: Sequence[Sheet], gone: Iterable[str]) -> None:
        """Note that these files are about to change, so that a crash in between has them written again.

        Raises SheetTaken when one of them is another press's.
        """
        self._look_whose([sheet.path for sheet in sheets])
        round_ = self.number("round")
        self._connection.executemany(
            "insert into sheet (path, page, hash, bytes, since, round, press) values (?, ?, '', 0, 0, ?, ?)"
            " on conflict (path) do update set hash = '', page = excluded.page",
            [(sheet.path, sheet.page, round_, self._press) for sheet in sheets],
        )
        self._connection.executemany("update sheet set hash = '' where path = ?", [(path,) for path in gone])

    def _look_whose(self, paths: Sequence[str]) -> None:
        wanted = msgspec.json.encode(paths).decode()
        taken = self._connection.execute(
            "select path, press from sheet where path in (select value from json_each(?)) and press != ? limit 1",
            (wanted, self._press),
        ).fetchone()
        if taken:
            raise SheetTaken(f"“{taken[0]}” is printed by the press “{taken[1]}”, and “{self._press}” prints it too.")

    def settle(self, sheets: Iterable[Sheet], same: Iterable[str], gone: Iterable[str]) -> None:
        """Note what was written, what was printed and proved the same, and what was taken away."""
        round_, since = self.number("round"), self._since()
        counted = enumerate(sheets, since + 1)
        rows = [
            (sheet.path, sheet.page, sheet.hash, sheet.bytes, count, round_, self._press) for count, sheet in counted
        ]
        since += len(rows)
        taken_away = list(enumerate(gone, since + 1))
        since += len(taken_away)
        self._connection.executemany(
            "insert into sheet (path, page, hash, bytes, since, round, press) values (?, ?, ?, ?, ?, ?, ?)"
            " on conflict (path) do update set hash = excluded.hash,"
            " bytes = excluded.bytes, since = excluded.since, round = excluded.round",
            rows,
        )
        self._connection.executemany("delete from gone where path = ?", [(row[0],) for row in rows])
        self._connection.executemany("update sheet set round = ? where path = ?", [(round_, path) for path in same])
        self._connection.executemany("delete from sheet where path = ?", [(path,) for _, path in taken_away])
        self._connection.executemany(
            "insert or replace into gone values (?, ?)", [(path, count) for count, path in taken_away]
        )
        self._connection.execute("insert or replace into fact values ('', 'since', ?)", (str(since),))

    def _since(self) -> int:
        """How many alterations there were of all presses: they share one count, by which deliveries go on."""
        found = self._connection.execute("select value from fact where press = '' and name = 'since'").fetchone()
        return int(found[0]) if found else 0

    def left_over(self, limit: int) -> tuple[str, ...]:
        """Return some of the press's paths that its present resetting did not print: nothing stands for them any more."""
        rows = self._connection.execute(
            "select path from sheet where press = ? and round < ? order by path limit ?",
            (self._press, self.number("round"), limit),
        )
        return tuple(path for (path,) in rows)
