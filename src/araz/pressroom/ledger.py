"""The ledger: what is on disk, by content. Only what is not in it, or in doubt, is written."""

import secrets
from collections.abc import Container, Iterable, Iterator
from typing import Final

import msgspec

from araz.edition.erasure import mark_of
from araz.pressroom.account import Account, Sheet
from araz.pressroom.book import Book

_OF_ALL_PRESSES: Final = ""  # in the place of a press's name


class Ledger(Book):
    """The ledger of one site: an account for each press, and what deliveries ask about all of them.

    Where it is begun anew, what is on disk is compared with the edition again.
    """

    name = "ledger"
    form = 3

    def _begin(self) -> None:
        if not self.fact("id"):
            self._set_fact("id", secrets.token_hex(8))  # so that deliveries know a ledger that was begun anew

    def account(self, press: str) -> Account:
        """Return the part of the ledger that is one press's own."""
        return Account(self._connection, press)

    # For deliveries and reports

    def fact(self, name: str) -> str:
        found = self._connection.execute(
            "select value from fact where press = ? and name = ?", (_OF_ALL_PRESSES, name)
        ).fetchone()
        return str(found[0]) if found else ""

    def _set_fact(self, name: str, value: str) -> None:
        self._connection.execute("insert or replace into fact values (?, ?, ?)", (_OF_ALL_PRESSES, name, value))

    def since(self) -> int:
        """How many alterations there were, of all presses."""
        return int(self.fact("since") or 0)

    def edition(self) -> int:
        """The newest edition that any press has printed."""
        found = self._connection.execute(
            "select max(cast(value as integer)) from fact where name = 'number'"
        ).fetchone()
        return int(found[0] or 0)

    def altered_since(self, since: int) -> Iterator[Sheet]:
        """Yield the files written after `since`, oldest alteration first. Files in doubt are left for later."""
        rows = self._connection.execute(
            "select path, page, hash, bytes from sheet where since > ? and hash != '' order by since", (since,)
        )
        return (Sheet(path=path, page=page, hash=hash_, bytes=size) for path, page, hash_, size in rows.fetchall())

    def gone_since(self, since: int) -> tuple[str, ...]:
        rows = self._connection.execute("select path from gone where since > ? order by since", (since,))
        return tuple(path for (path,) in rows)

    def has(self, path: str) -> bool:
        """Whether a press has a file at that path."""
        return self._connection.execute("select 1 from sheet where path = ?", (path,)).fetchone() is not None

    def paths(self) -> Iterator[tuple[str, str]]:
        """Yield every path with its page, also those that were taken away."""
        yield from self._connection.execute("select path, page from sheet union all select path, '' from gone")

    def paths_of(self, pages: Iterable[str]) -> tuple[str, ...]:
        """Return where these pages of any press lie."""
        wanted = msgspec.json.encode(tuple(pages)).decode()
        rows = self._connection.execute(
            "select path from sheet where page in (select value from json_each(?)) order by path", (wanted,)
        )
        return tuple(path for (path,) in rows)

    # Erasing

    def forget(self, marks: Container[str]) -> int:
        """Forget which files with these marks were taken away; return how many. Deliveries then find them by the marks."""
        gone = self._connection.execute("select path from gone").fetchall()
        marked = [(path,) for (path,) in gone if mark_of(path) in marks]
        with self.transaction():
            self._connection.executemany("delete from gone where path = ?", marked)
        return len(marked)

    def totals(self) -> tuple[int, int]:
        """Return how many files there are, and their bytes."""
        files_, size = self._connection.execute("select count(*), coalesce(sum(bytes), 0) from sheet").fetchone()
        return files_, size
