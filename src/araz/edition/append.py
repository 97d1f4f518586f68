"""Writes one outbox row into an edition: the story, its lists and its line of the record.

Everything here happens inside the one transaction of `Edition.append`, and depends on the row and the edition alone.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

from araz.edition.claims import claim, claimant_of, claims_of, claims_of_part, drawers_of
from araz.edition.comments import Comment
from araz.edition.erasure import Erasure, forget_picture, neutral_path, read_erasure
from araz.edition.lists import Change, Entry, lists_of
from araz.edition.names import (
    ListKey,
    Month,
    StoryId,
    is_section,
    is_topic,
    local_day,
    month_of,
)
from araz.edition.paper import (
    Masthead,
    Part,
    lists_of_part,
    pictures_of_part,
    stands_everywhere,
)
from araz.edition.reader import StoreReader
from araz.edition.record import FIRST, RecordLine, commitment, read_line
from araz.edition.rows import PAPER, OutboxRow
from araz.edition.standing import Standing
from araz.edition.story import (
    Story,
    Teaser,
    Tombstone,
    Withdrawal,
    shown_in,
    stories_named_in,
    teaser_of,
)
from araz.edition.upgrades import encode, read_part, read_story, read_tombstone

_withdrawal_decoder = msgspec.json.Decoder(Withdrawal)
_comment_decoder = msgspec.json.Decoder(Comment)


class RowRefused(Exception):
    """An outbox row says something that no edition can hold; the message says what to do."""


class Appender:
    """Appends rows to the edition behind a connection that has begun a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._reader = StoreReader(connection)
        self._standing = Standing(connection)
        last = connection.execute("select line from record order by number desc limit 1").fetchone()
        self._last = read_line(last[0]) if last else None

    def append(self, row: OutboxRow) -> None:
        """Write what the row says and its line of the record. Raises RowRefused."""
        number = self._last.number + 1 if self._last else 1
        match row.deed:
            case "publish" | "correct" | "import" | "expire":
                change, stored = self._story(row, number)
            case "withdraw":
                change, stored = self._withdraw(row, number)
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

    # Stories

    def _story(self, row: OutboxRow, number: int) -> tuple[Change, bytes]:
        try:
            story = read_story(row.payload)
        except msgspec.MsgspecError as error:
            raise RowRefused(f"Row {row.number} does not hold a story: {error}.") from error
        before = self._place_of(story.id)
        path, entry = before if before else self._first_place(story, number)
        old_teaser, old_lists, old_group = self._what_lists_showed(story.id)
        old_successor = self._successor_of(old_teaser)
        teaser = teaser_of(story, path)
        new_lists = lists_of(teaser, story.topics)
        pictures = shown_in(story)
        shown_before = self._standing.pictures_of(story.id)
        self._connection.execute(
            "insert into story values (?, ?, ?, ?, ?, ?, ?, 'live', ?, ?, ?, ?, ?) on conflict (id) do update set"
            " number = excluded.number, state = 'live', grp = excluded.grp, teaser = excluded.teaser,"
            " topics = excluded.topics, stored = excluded.stored, salt = excluded.salt",
            (
                *(
                    story.id,
                    story.language,
                    path,
                    entry.at,
                    entry.month,
                    entry.first_number,
                    number,
                    story.group,
                ),
                *(encode(teaser), " ".join(story.topics), row.payload, row.salt),
            ),
        )
        relisted = self._standing.relist(entry, old_lists, new_lists)
        claims = claims_of(story.old_addresses, path)
        drawers = claim(self._connection, claimant_of(story.id), claims, number) | self._drawers_of_topics(relisted)
        self._standing.name(story.id, stories_named_in(story))
        self._standing.show(story.id, pictures)
        change = Change(
            number=number,
            deed=row.deed,
            subject=story.id,
            language=story.language,
            lists=tuple(dict.fromkeys((*old_lists, *new_lists))),
            months=(entry.month,),
            groups=tuple(dict.fromkeys(group for group in (old_group, story.group) if group)),
            pictures=tuple((shown_before | pictures).items()),
            teaser=teaser != old_teaser,
            drawers=tuple(sorted(drawers)),
            new_month=any(is_section(key) for key in relisted),
            successors=_each_once(old_successor, story.statement.superseded_by if story.statement else StoryId("")),
        )
        return change, row.payload

    def _place_of(self, story: StoryId) -> tuple[str, Entry] | None:
        found = self._connection.execute(
            "select path, at, month, first_number from story where id = ?", (story,)
        ).fetchone()
        if found is None:
            return None
        path, at, month, first_number = found
        return path, Entry(story=story, at=at, month=Month(month), first_number=first_number)

    def _first_place(self, story: Story, number: int) -> tuple[str, Entry]:
        month = month_of(local_day(story.published_at, self._reader.masthead().time_zone))
        path = f"{story.language}/{month[:4]}/{month[5:]}/{story.slug}.html"
        taken = self._connection.execute("select 1 from story where path = ?", (path,)).fetchone()
        if taken:  # the desk refuses this; should it happen all the same, no queue may stand still for it
            path = f"{path.removesuffix('.html')[:-6]}-{story.id[:5]}.html"
        at = int(story.published_at.timestamp())
        return path, Entry(story=story.id, at=at, month=month, first_number=number)

    def _what_lists_showed(self, story: StoryId) -> tuple[Teaser | None, tuple[ListKey, ...], str]:
        found = self._connection.execute("select grp, topics from story where id = ?", (story,)).fetchone()
        if found is None:
            return None, (), ""
        teaser = self._reader.teaser(story)
        return (
            teaser,
            lists_of(teaser, tuple(found[1].split())) if teaser else (),
            found[0],
        )

    def _successor_of(self, teaser: Teaser | None) -> StoryId:
        """The statement that has taken this one's place so far; only statements have one, so others are not read."""
        story = self._reader.story(teaser.id) if teaser and teaser.kind == "statement" else None
        return story.statement.superseded_by if isinstance(story, Story) and story.statement else StoryId("")

    def _drawers_of_topics(self, lists: Iterable[ListKey]) -> set[str]:
        """A topic's page comes with its first story and goes with its last one, and its old addresses lead elsewhere."""
        return drawers_of(self._connection, (f"topic/{key.rpartition('/')[2]}" for key in lists if is_topic(key)))

    def _withdraw(self, row: OutboxRow, number: int) -> tuple[Change, bytes]:
        story = StoryId(row.subject)
        found = self._connection.execute("select stored from story where id = ?", (story,)).fetchone()
        if found is None:
            raise RowRefused(f"Row {row.number} takes back a story that was never published.")
        (stored,) = found
        if teaser := self._reader.teaser(story):
            tombstone = Tombstone(
                id=story,
                language=teaser.language,
                kind=teaser.kind,
                section=teaser.section,
                headline=teaser.headline,
                published_at=teaser.published_at,
                withdrawal=_withdrawal_decoder.decode(row.payload),
            )
            stored = encode(tombstone)
        return self._lay(row, number, stored)

    def _lay(self, row: OutboxRow, number: int, stored: bytes) -> tuple[Change, bytes]:
        """Put a tombstone in the place of a story, or of another one."""
        story = StoryId(row.subject)
        before = self._place_of(story)
        teaser, old_lists, group = self._what_lists_showed(story)
        if before is None:
            raise RowRefused(f"Row {row.number} takes back a story that was never published.")
        old_successor = self._successor_of(teaser)
        shown_before = self._standing.pictures_of(story)
        self._connection.execute(
            "update story set state = 'withdrawn', number = ?, teaser = null, topics = '', stored = ?, salt = ?"
            " where id = ?",
            (number, stored, row.salt, story),
        )
        relisted = self._standing.relist(before[1], old_lists, ())
        self._standing.name(story, ())
        self._standing.show(story, {})
        change = Change(
            number=number,
            deed=row.deed,
            subject=story,
            language=row.language,
            lists=old_lists,
            months=(before[1].month,),
            groups=(group,),
            pictures=tuple(shown_before.items()),
            teaser=True,
            drawers=tuple(sorted(self._drawers_of_topics(relisted))),
            new_month=any(is_section(key) for key in relisted),
            successors=_each_once(old_successor),
        )
        return change, stored

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
        self._reader = StoreReader(self._connection)
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
                if self._place_of(StoryId(row.subject)) is None:
                    raise RowRefused(f"Row {row.number} changes a story that was never published.")
                return self._story(row, number)
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
        change, stored = self._lay(row, number, row.payload)
        if erasure.forgets:
            for table in (
                "comment_place where id in (select id from comment where story = ?)",
                "comment where story = ?",
            ):
                self._connection.execute(f"delete from {table}", (stone.id,))  # noqa: S608  names of ours
        claims = claims_of(erasure.addresses, self._reader.path(stone.id))
        drawers = claim(self._connection, claimant_of(stone.id), claims, number)
        return msgspec.structs.replace(change, drawers=tuple(sorted(drawers | set(change.drawers)))), stored

    def _move(self, story: StoryId) -> None:
        self._connection.execute(
            "update story set path = ? where id = ?", (neutral_path(self._reader.path(story), story), story)
        )


def _each_once(*stories: StoryId) -> tuple[StoryId, ...]:
    return tuple(dict.fromkeys(story for story in stories if story))
