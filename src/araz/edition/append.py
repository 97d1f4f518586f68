"""Writes one outbox row into an edition: the story, its lists and its line of the record.

Everything here happens inside the one transaction of `Edition.append`, and depends on the row and the edition alone.
"""

import sqlite3

import msgspec

from araz.edition.claims import claim, claimant_of, claims_of, claims_of_part, drawers_of
from araz.edition.comments import Comment
from araz.edition.erasure import Erasure, forget_picture, neutral_path, read_erasure
from araz.edition.lists import Change
from araz.edition.names import StoryId
from araz.edition.paper import Masthead, Part, lists_of_part, pictures_of_part, stands_everywhere
from araz.edition.record import FIRST, RecordLine, commitment, read_line
from araz.edition.rows import PAPER, OutboxRow, RowRefused
from araz.edition.standing import Standing
from araz.edition.story_deeds import StoryDeeds
from araz.edition.upgrades import encode, read_part, read_tombstone

_comment_decoder = msgspec.json.Decoder(Comment)


class Appender:
    """Appends rows to the edition behind a connection that has begun a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._standing = Standing(connection)
        self._stories = StoryDeeds(connection, self._standing)
        last = connection.execute("select line from record order by number desc limit 1").fetchone()
        self._last = read_line(last[0]) if last else None

    def append(self, row: OutboxRow) -> None:
        """Write what the row says and its line of the record. Raises RowRefused."""
        number = self._last.number + 1 if self._last else 1
        match row.deed:
            case "publish" | "correct" | "import" | "expire":
                change, stored = self._stories.put(row, number)
            case "withdraw":
                change, stored = self._stories.withdraw(row, number)
            case "arrange":
                change, stored = self._arrange(row, number)
            case "comment":
                change, stored = self._comment(row, number)
            case "erase":
                change, stored = self._erase(row, number)
        self._write_line(row, number, stored, change)

    def _write_line(self, row: OutboxRow, number: int, stored: bytes, change: Change) -> None:
        line = RecordLine(
            number=number,
            day=row.day,
            deed=row.deed,
            id=PAPER if change.deed == "arrange" else row.subject,
            language=row.language,
            commitment=commitment(row.salt, stored),
            before=self._last.hash if self._last else FIRST,
        )
        self._connection.execute("insert into record values (?, ?, ?)", (number, str(line), encode(change)))
        self._standing.stamp(change.lists, number, row.day.isoformat())
        self._last = line

    # The paper and its comments

    def _arrange(self, row: OutboxRow, number: int) -> tuple[Change, bytes]:
        found = self._connection.execute("select stored from part where key = ?", (row.subject,)).fetchone()
        old = read_part(found[0]) if found else None
        new = read_part(row.payload) if row.payload else None
        self._keep_time_zone(row, old, new)
        shown_before = self._standing.pictures_of(row.subject)
        pictures = pictures_of_part(new)
        self._standing.show(row.subject, pictures)
        drawers = claim(self._connection, row.subject, claims_of_part(new), number)
        if old != new:
            drawers |= drawers_of(self._connection, (row.subject,))  # its page may lie elsewhere now
        if new:
            self._connection.execute(
                "insert or replace into part values (?, ?, ?, ?)",
                (row.subject, number, row.payload, row.salt),
            )
        else:
            self._connection.execute("delete from part where key = ?", (row.subject,))
        self._stories.look_again()
        change = Change(
            number=number,
            deed=row.deed,
            subject=row.subject,
            language=row.language,
            lists=lists_of_part(new or old),
            pictures=tuple((shown_before | pictures).items()),
            drawers=tuple(sorted(drawers)),
            everywhere=stands_everywhere(old, new),
        )
        return change, row.payload

    def _keep_time_zone(self, row: OutboxRow, old: Part | None, new: Part | None) -> None:
        """Addresses hold the month of publication, so the zone that decided it cannot change under them."""
        if not isinstance(old, Masthead):
            return
        if not isinstance(new, Masthead):
            raise RowRefused(f"Row {row.number} takes the masthead away. A paper always has one.")
        if old.time_zone != new.time_zone and self._connection.execute("select 1 from story limit 1").fetchone():
            raise RowRefused(f"Row {row.number} changes the time zone, but the addresses of published stories hold it.")

    def _comment(self, row: OutboxRow, number: int) -> tuple[Change, bytes]:
        comment = _comment_decoder.decode(row.payload)
        self._connection.execute(
            "insert or ignore into comment_place select id, number from comment where id = ?", (comment.id,)
        )
        self._connection.execute(
            "insert into comment values (?, ?, ?, ?, ?) on conflict (id) do update set"
            " number = excluded.number, stored = excluded.stored, salt = excluded.salt",
            (comment.id, comment.story, number, row.payload, row.salt),
        )
        change = Change(number=number, deed="comment", subject=comment.story, language=row.language)
        return change, row.payload

    # Erasing

    def _erase(self, row: OutboxRow, number: int) -> tuple[Change, bytes]:
        """What was stored is replaced; with its salt goes what older lines committed to."""
        try:
            erasure = read_erasure(row.payload)
        except msgspec.MsgspecError as error:
            raise RowRefused(f"Row {row.number} does not say what is left of what it erases: {error}.") from error
        left = msgspec.structs.replace(row, payload=bytes(erasure.stored))
        if erasure.moves:
            self._move(StoryId(row.subject))
        change, stored = self._replace(left, number, erasure)
        self._connection.executemany("insert or ignore into removed values (?)", [(mark,) for mark in erasure.removed])
        if erasure.picture:
            forget_picture(self._connection, erasure.picture)
        return msgspec.structs.replace(change, removed=bool(erasure.removed)), stored

    def _replace(self, row: OutboxRow, number: int, erasure: Erasure) -> tuple[Change, bytes]:
        match erasure.what:
            case "story":
                if self._stories.place_of(StoryId(row.subject)) is None:
                    raise RowRefused(f"Row {row.number} changes a story that was never published.")
                return self._stories.put(row, number)
            case "stone":
                return self._erase_to_stone(row, number, erasure)
            case "comment":
                return self._comment(row, number)
            case "part":
                change, stored = self._arrange(row, number)
                return msgspec.structs.replace(change, deed="arrange"), stored

    def _erase_to_stone(self, row: OutboxRow, number: int, erasure: Erasure) -> tuple[Change, bytes]:
        try:
            stone = read_tombstone(row.payload)
        except msgspec.MsgspecError as error:
            raise RowRefused(f"Row {row.number} does not hold a tombstone: {error}.") from error
        change, stored = self._stories.lay(row, number, row.payload)
        if erasure.forgets:
            for table in (
                "comment_place where id in (select id from comment where story = ?)",
                "comment where story = ?",
            ):
                self._connection.execute(f"delete from {table}", (stone.id,))  # noqa: S608  names of ours
        claims = claims_of(erasure.addresses, self._stories.path(stone.id))
        drawers = claim(self._connection, claimant_of(stone.id), claims, number)
        return msgspec.structs.replace(change, drawers=tuple(sorted(drawers | set(change.drawers)))), stored

    def _move(self, story: StoryId) -> None:
        self._connection.execute(
            "update story set path = ? where id = ?", (neutral_path(self._stories.path(story), story), story)
        )
