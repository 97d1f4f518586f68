"""What a row of the outbox does to a story in an edition: it is put there, changed, or a tombstone laid in its place."""

import sqlite3
from collections.abc import Iterable

import msgspec

from araz.edition.claims import claim, claimant_of, claims_of, drawers_of
from araz.edition.lists import Change, Entry, lists_of
from araz.edition.names import ListKey, Month, StoryId, is_section, is_topic, local_day, month_of
from araz.edition.reader import StoreReader
from araz.edition.rows import OutboxRow, RowRefused
from araz.edition.standing import Standing
from araz.edition.story import Story, Teaser, Tombstone, Withdrawal, shown_in, stories_named_in, teaser_of
from araz.edition.upgrades import encode, read_story

_withdrawal_decoder = msgspec.json.Decoder(Withdrawal)


class StoryDeeds:
    """Does them behind a connection that has begun a transaction. Each returns the change and what was stored."""

    def __init__(self, connection: sqlite3.Connection, standing: Standing) -> None:
        self._connection = connection
        self._standing = standing
        self._reader = StoreReader(connection)

    def look_again(self) -> None:
        """Believe nothing that was read of the paper's own parts: they have changed."""
        self._reader = StoreReader(self._connection)

    def put(self, row: OutboxRow, number: int) -> tuple[Change, bytes]:
        """Publish the row's story, or put it in the place of what is there. Raises RowRefused."""
        try:
            story = read_story(row.payload)
        except msgspec.MsgspecError as error:
            raise RowRefused(f"Row {row.number} does not hold a story: {error}.") from error
        before = self.place_of(story.id)
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

    def path(self, story: StoryId) -> str:
        """Where the story lies, from the root of the tree."""
        return self._reader.path(story)

    def place_of(self, story: StoryId) -> tuple[str, Entry] | None:
        """Where the story lies and stands in lists; none if it was never published."""
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

    def withdraw(self, row: OutboxRow, number: int) -> tuple[Change, bytes]:
        """Take a story back: what readers are told stands in its place. Raises RowRefused."""
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
        return self.lay(row, number, stored)

    def lay(self, row: OutboxRow, number: int, stored: bytes) -> tuple[Change, bytes]:
        """Put a tombstone in the place of a story, or of another one."""
        story = StoryId(row.subject)
        before = self.place_of(story)
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


def _each_once(*stories: StoryId) -> tuple[StoryId, ...]:
    return tuple(dict.fromkeys(story for story in stories if story))
