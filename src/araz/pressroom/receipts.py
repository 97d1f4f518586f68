"""Receipts: proof of what has arrived where."""

import sqlite3
from collections.abc import Callable, Container, Iterable
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from araz.edition.erasure import mark_of
from araz.edition.scrubbing import scrub

SCHEMA_VERSION: Final = 1
WAIT_S: Final = 20
_SWEPT: Final = "create table if not exists swept (delivery text primary key, marks text not null) without rowid"


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """How far a delivery has come: up to which alteration of which ledger, and so up to which edition."""

    ledger: str = ""
    since: int = 0
    number: int = 0


class Receipts:
    """The receipts of all deliveries of one site."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
        self._connection.execute("pragma journal_mode = wal")
        if self._connection.execute("pragma user_version").fetchone()[0] == 0:
            schema = files("araz.pressroom").joinpath("receipts.sql").read_text(encoding="utf-8")
            self._connection.executescript(f"begin exclusive; {schema} pragma user_version = {SCHEMA_VERSION}; commit;")
        self._connection.execute(_SWEPT)

    def close(self) -> None:
        self._connection.close()

    def receipt(self, delivery: str) -> Receipt:
        found = self._connection.execute(
            "select ledger, since, number from reached where delivery = ?", (delivery,)
        ).fetchone()
        return Receipt(ledger=found[0], since=found[1], number=found[2]) if found else Receipt()

    def reach(self, delivery: str, receipt: Receipt) -> None:
        self._connection.execute(
            "insert or replace into reached values (?, ?, ?, ?)",
            (delivery, receipt.ledger, receipt.since, receipt.number),
        )

    def has(self, delivery: str, path: str, hash_: str) -> bool:
        """Whether these very bytes lie at that place already."""
        found = self._connection.execute(
            "select 1 from arrived where delivery = ? and path = ? and hash = ?", (delivery, path, hash_)
        ).fetchone()
        return found is not None

    def note(self, delivery: str, arrived: Iterable[tuple[str, str]]) -> None:
        """Note paths and hashes of what arrived."""
        self._connection.execute("begin immediate")
        self._connection.executemany(
            "insert or replace into arrived values (?, ?, ?)", [(delivery, path, hash_) for path, hash_ in arrived]
        )
        self._connection.execute("commit")

    def forget(self, delivery: str, paths: Iterable[str]) -> None:
        self._connection.execute("begin immediate")
        self._connection.executemany(
            "delete from arrived where delivery = ? and path = ?", [(delivery, path) for path in paths]
        )
        self._connection.execute("commit")

    # Erasing

    def forget_marked(self, marks: Container[str], is_here: Callable[[str], bool]) -> int:
        """Forget files with these marks that the tree has no longer, wherever they are; return how many."""
        arrived = self._connection.execute("select distinct path from arrived")
        marked = [(path,) for (path,) in arrived if mark_of(path) in marks and not is_here(path)]
        self._connection.execute("begin immediate")
        self._connection.executemany("delete from arrived where path = ?", marked)
        self._connection.execute("commit")
        return len(marked)

    def swept(self, delivery: str) -> str:
        """Return which marks were looked for at that place last."""
        found = self._connection.execute("select marks from swept where delivery = ?", (delivery,)).fetchone()
        return str(found[0]) if found else ""

    def note_swept(self, delivery: str, marks: str) -> None:
        self._connection.execute("insert or replace into swept values (?, ?)", (delivery, marks))

    def scrub(self) -> bool:
        """Leave nothing of forgotten paths in the file; say whether that was possible while others read."""
        return scrub(self._connection)

    def paths(self, delivery: str) -> tuple[str, ...]:
        """Every path that lies at that place."""
        rows = self._connection.execute("select path from arrived where delivery = ? order by path", (delivery,))
        return tuple(path for (path,) in rows)
