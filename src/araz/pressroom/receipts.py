"""Receipts: proof of what has arrived where."""

from collections.abc import Callable, Container, Iterable

import msgspec

from araz.edition.erasure import mark_of
from araz.pressroom.book import Book


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """How far a delivery has come: up to which alteration of which ledger, and so up to which edition."""

    ledger: str = ""
    since: int = 0
    number: int = 0


class Receipts(Book):
    """The receipts of all deliveries of one site."""

    name = "receipts"
    form = 2

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
        with self.transaction():
            self._connection.executemany(
                "insert or replace into arrived values (?, ?, ?)", [(delivery, path, hash_) for path, hash_ in arrived]
            )

    def forget(self, delivery: str, paths: Iterable[str]) -> None:
        with self.transaction():
            self._connection.executemany(
                "delete from arrived where delivery = ? and path = ?", [(delivery, path) for path in paths]
            )

    # Erasing

    def forget_marked(self, marks: Container[str], is_here: Callable[[str], bool]) -> int:
        """Forget files with these marks that the tree has no longer, wherever they are; return how many."""
        arrived = self._connection.execute("select distinct path from arrived")
        marked = [(path,) for (path,) in arrived if mark_of(path) in marks and not is_here(path)]
        with self.transaction():
            self._connection.executemany("delete from arrived where path = ?", marked)
        return len(marked)

    def swept(self, delivery: str) -> str:
        """Return which marks were looked for at that place last."""
        found = self._connection.execute("select marks from swept where delivery = ?", (delivery,)).fetchone()
        return str(found[0]) if found else ""

    def note_swept(self, delivery: str, marks: str) -> None:
        self._connection.execute("insert or replace into swept values (?, ?)", (delivery, marks))

    def paths(self, delivery: str) -> tuple[str, ...]:
        """Every path that lies at that place."""
        rows = self._connection.execute("select path from arrived where delivery = ? order by path", (delivery,))
        return tuple(path for (path,) in rows)
