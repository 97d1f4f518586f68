"""What is held back in one site: which stories, what readers keep in their place, and what was found in them."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from araz.contracts import PatternKind, SecretKind
from araz.edition.lists import Change
from araz.edition.names import StoryId
from araz.edition.scrubbing import scrub
from araz.edition.story import Story
from araz.edition.upgrades import encode, read_story, store_story

SCHEMA_VERSION: Final = 1
WAIT_S: Final = 20

_change_decoder = msgspec.json.Decoder(Change)


class Finding(msgspec.Struct, frozen=True, order=True):
    """That something was found, and where; what it was is told by a keyed hash alone."""

    place: str  # "headline", "block 3", "picture", "page"
    kind: SecretKind | PatternKind
    digest: str


class Holds:
    """The holds of all presses of a site. A story that is held is held for each of them."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
        self._connection.execute("pragma journal_mode = wal")
        self._connection.execute("pragma synchronous = full")
        self._connection.execute("pragma secure_delete = on")
        if self._connection.execute("pragma user_version").fetchone()[0] == 0:
            schema = files("araz.pressroom").joinpath("holds.sql").read_text(encoding="utf-8")
            schema = schema.replace("create table", "create table if not exists").replace(
                "create index", "create index if not exists"
            )
            self._connection.executescript(f"begin exclusive; {schema} pragma user_version = {SCHEMA_VERSION}; commit;")

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
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

    def count(self) -> int:
        """How often a story was held or let go: another count means that other pages are to be printed."""
        return self.number("count")

    # Stories

    def held(self) -> dict[StoryId, Story | None]:
        """Return the held stories, each with the form that readers keep."""
        rows = self._connection.execute("select story, former from held order by story")
        return {StoryId(story): read_story(former) if former else None for story, former in rows}

    def is_held(self, story: StoryId) -> bool:
        return self._connection.execute("select 1 from held where story = ?", (story,)).fetchone() is not None

    def hold(self, story: StoryId, former: Story | None, findings: Iterable[Finding], change: Change) -> None:
        """Hold a story. One that is held already keeps the form that readers have of it."""
        with self._transaction():
            if not self.is_held(story):
                self._connection.execute(
                    "insert into held values (?, ?)", (story, store_story(former) if former else None)
                )
                self._alter(story, change)
            self._note(story, findings)

    def drop_former(self, story: StoryId, findings: Iterable[Finding], change: Change) -> None:
        """Keep nothing in the place of a held story."""
        with self._transaction():
            self._connection.execute("update held set former = null where story = ?", (story,))
            self._alter(story, change)
            self._note(story, findings)

    def replace_former(self, story: StoryId, former: Story, change: Change) -> None:
        """Keep another form in the place of a held story, as when a word of it is erased."""
        with self._transaction():
            self._connection.execute("update held set former = ? where story = ?", (store_story(former), story))
            self._alter(story, change)

    def scrub(self) -> bool:
        """Leave nothing in the file of what was erased; say whether that was possible while others read."""
        return scrub(self._connection)

    def let_go(self, story: StoryId, change: Change) -> None:
        """Hold a story no longer."""
        with self._transaction():
            self._connection.execute("delete from held where story = ?", (story,))
            self._connection.execute("delete from finding where subject = ?", (story,))
            self._alter(story, change)

    def forget(self, story: StoryId) -> None:
        """Forget all about a story, as when it is erased."""
        with self._transaction():
            for statement in (
                "delete from held where story = ?",
                "delete from finding where subject = ?",
                "delete from altered where story = ?",
            ):
                self._connection.execute(statement, (story,))

    def _alter(self, story: StoryId, change: Change) -> None:
        count = self.count() + 1
        self.set_fact("count", count)
        self._connection.execute("insert or replace into altered values (?, ?, ?)", (story, count, encode(change)))

    def altered_since(self, count: int) -> Sequence[Change]:
        """What holding and letting go touched since then."""
        rows = self._connection.execute("select change from altered where count > ? order by count", (count,))
        return tuple(_change_decoder.decode(change) for (change,) in rows)

    # Findings

    def _note(self, subject: str, findings: Iterable[Finding]) -> None:
        self._connection.execute("delete from finding where subject = ?", (subject,))
        rows = [(subject, finding.place, finding.kind, finding.digest) for finding in sorted(set(findings))]
        self._connection.executemany("insert into finding values (?, ?, ?, ?)", rows)
        self.set_fact("findings", self.number("findings") + 1)

    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """Everything that was found: by the ids of held stories and the paths of withheld pages."""
        found: dict[str, tuple[Finding, ...]] = {}
        rows = self._connection.execute("select subject, place, kind, digest from finding order by 1, 2, 3, 4")
        for subject, place, kind, digest in rows:
            found[subject] = (*found.get(subject, ()), Finding(place, kind, digest))
        return found

    def findings_of(self, story: StoryId) -> tuple[Finding, ...]:
        rows = self._connection.execute(
            "select place, kind, digest from finding where subject = ? order by 1", (story,)
        )
        return tuple(Finding(*row) for row in rows)

    # Pages that are no story's

    def withhold(self, press: str, page: str, path: str, findings: Iterable[Finding]) -> None:
        """Note that a page's new bytes were not written."""
        with self._transaction():
            self._connection.execute("insert or replace into withheld values (?, ?, ?)", (press, page, path))
            self._note(path, findings)

    def withheld(self, press: str) -> dict[str, str]:
        """Return the pages of a press whose new bytes were not written, with their paths."""
        rows = self._connection.execute("select page, path from withheld where press = ? order by page", (press,))
        return dict(rows.fetchall())

    def release(self, press: str, page: str) -> None:
        """Note that a page is in order again."""
        path = self.withheld(press).get(page)
        if path is not None:
            with self._transaction():
                self._connection.execute("delete from withheld where press = ? and page = ?", (press, page))
                self._note(path, ())
