"""The ledger: what is on disk, by content. Only what is not in it, or in doubt, is written."""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

SCHEMA_VERSION: Final = 2
WAIT_S: Final = 20
IN_DOUBT: Final = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a rendition as the ledger knows it."""

    path: str
    page: str
    hash: str
    bytes: int


class Ledger:
    """The ledger of one press in one site's folder. Its owner holds the pressroom's lock."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
        self._connection.execute("pragma journal_mode = wal")
        self._connection.execute("pragma synchronous = full")  # doubt must reach the disk before the bytes do
        if self._connection.execute("pragma user_version").fetchone()[0] != SCHEMA_VERSION:
            self._make()

    def _make(self) -> None:
        tables = self._connection.execute("select name from sqlite_master where type = 'table'").fetchall()
        drop = "".join(f"drop table {name};" for (name,) in tables)
        schema = files("araz.pressroom").joinpath("ledger.sql").read_text(encoding="utf-8")
        version = f"pragma user_version = {SCHEMA_VERSION};"
        self._connection.executescript(f"begin exclusive; {drop} {schema} {version} commit;")
        self.set_fact("id", secrets.token_hex(8))  # so that deliveries know a ledger that was begun anew

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self._connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    # Facts

    def fact(self, name: str) -> str:
        found = self._connection.execute("select value from fact where name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def number(self, name: str) -> int:
        return int(self.fact(name) or 0)

    def set_fact(self, name: str, value: str | int) -> None:
        self._connection.execute("insert or replace into fact values (?, ?)", (name, str(value)))

    # Sheets

    def printed(self, pages: Sequence[str]) -> dict[str, dict[str, str]]:
        """Return where each of the pages was printed, and the hash of what lies there."""
        found: dict[str, dict[str, str]] = {page: {} for page in pages}
        wanted = msgspec.json.encode(pages).decode()
        rows = self._connection.execute(
            "select page, path, hash from sheet where page in (select value from json_each(?))", (wanted,)
        )
        for page, path, hash_ in rows:
            found[page][path] = hash_
        return found

    def doubt(self, sheets: Iterable[Sheet], gone: Iterable[str]) -> None:
        """Note that these files are about to change, so that a crash in between has them written again."""
        round_ = self.number("round")
        self._connection.executemany(
            "insert into sheet values (?, ?, '', 0, 0, ?)"
            " on conflict (path) do update set hash = '', page = excluded.page",
            [(sheet.path, sheet.page, round_) for sheet in sheets],
        )
        self._connection.executemany("update sheet set hash = '' where path = ?", [(path,) for path in gone])

    def settle(self, sheets: Iterable[Sheet], same: Iterable[str], gone: Iterable[str]) -> None:
        """Note what was written, what was printed and proved the same, and what was taken away."""
        round_, since = self.number("round"), self.number("since")
        counted = enumerate(sheets, since + 1)
        rows = [(sheet.path, sheet.page, sheet.hash, sheet.bytes, count, round_) for count, sheet in counted]
        since += len(rows)
        taken_away = list(enumerate(gone, since + 1))
        since += len(taken_away)
        self._connection.executemany(
            "insert into sheet values (?, ?, ?, ?, ?, ?) on conflict (path) do update set hash = excluded.hash,"
            " bytes = excluded.bytes, since = excluded.since, round = excluded.round",
            rows,
        )
        self._connection.executemany("delete from gone where path = ?", [(row[0],) for row in rows])
        self._connection.executemany("update sheet set round = ? where path = ?", [(round_, path) for path in same])
        self._connection.executemany("delete from sheet where path = ?", [(path,) for _, path in taken_away])
        self._connection.executemany(
            "insert or replace into gone values (?, ?)", [(path, count) for count, path in taken_away]
        )
        self.set_fact("since", since)

    def left_over(self, limit: int) -> tuple[str, ...]:
        """Return some paths that the present resetting did not print, so that nothing stands for them any more."""
        rows = self._connection.execute(
            "select path from sheet where round < ? order by path limit ?", (self.number("round"), limit)
        )
        return tuple(path for (path,) in rows)

    # For deliveries and reports

    def altered_since(self, since: int) -> Iterator[Sheet]:
        """Yield the files written after `since`, oldest alteration first. Files in doubt are left for later."""
        rows = self._connection.execute(
            "select path, page, hash, bytes from sheet where since > ? and hash != '' order by since", (since,)
        )
        return (Sheet(path=path, page=page, hash=hash_, bytes=size) for path, page, hash_, size in rows.fetchall())

    def gone_since(self, since: int) -> tuple[str, ...]:
        rows = self._connection.execute("select path from gone where since > ? order by since", (since,))
        return tuple(path for (path,) in rows)

    def totals(self) -> tuple[int, int]:
        """Return how many files there are, and their bytes."""
        files_, size = self._connection.execute("select count(*), coalesce(sum(bytes), 0) from sheet").fetchone()
        return files_, size
