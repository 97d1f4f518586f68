"""Reads an edition's file: what `contracts.EditionReader` promises, at one moment of the edition."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

import msgspec

from araz.edition.comments import Comment
from araz.edition.lists import NO_STAMP, Change, MonthCount, Stamp
from araz.edition.names import ListKey, Month, StoryId
from araz.edition.old_addresses import OldAddress
from araz.edition.paper import (
    Addresses,
    Byline,
    Front,
    Masthead,
    Part,
    Place,
    Section,
    Topic,
)
from araz.edition.story import Story, Teaser, Tombstone
from araz.edition.upgrades import read_part, read_story, read_tombstone

_teaser_decoder = msgspec.json.Decoder(Teaser)
_change_decoder = msgspec.json.Decoder(Change)
_comment_decoder = msgspec.json.Decoder(Comment)

P = TypeVar("P", bound=Part)

READ_AT_ONCE = 500
KEPT_TEASERS = 2000


class StoreReader:
    """One moment of an edition. The paper's parts are read once and kept; stories are not."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._teasers: dict[StoryId, Teaser] = {}

    # The paper

    def number(self) -> int:
        found = self._connection.execute("select max(number) from record").fetchone()
        return int(found[0] or 0)

    def mark(self) -> str:
        return str(self.number())

    @cached_property
    def _parts(self) -> dict[str, Part]:
        rows = self._connection.execute("select key, stored from part order by key")
        return {key: read_part(stored) for key, stored in rows}

    def _of_kind(self, kind: type[P]) -> tuple[P, ...]:
        return tuple(part for part in self._parts.values() if isinstance(part, kind))

    def _part(self, key: str, kind: type[P]) -> P | None:
        part = self._parts.get(key)
        return part if isinstance(part, kind) else None

    def masthead(self) -> Masthead:
        return self._part("masthead", Masthead) or Masthead(name={}, languages=(), tag_authority="araz.invalid,2026")

    def addresses(self) -> Addresses:
        return self._part("addresses", Addresses) or Addresses()

    def front(self, language: str) -> Front:
        return self._part(f"front/{language}", Front) or Front(language=language)

    @cached_property
    def _sections(self) -> dict[str, tuple[Section, ...]]:
        ordered = sorted(self._of_kind(Section), key=lambda section: (section.position, section.slug))
        return {
            language: tuple(section for section in ordered if section.language == language)
            for language in {section.language for section in ordered}
        }

    def sections(self, language: str) -> tuple[Section, ...]:
        return self._sections.get(language, ())

    def section(self, section: str) -> Section | None:
        return self._part(f"section/{section}", Section)

    def byline(self, byline: str) -> Byline | None:
        return self._part(f"byline/{byline}", Byline)

    def bylines(self) -> tuple[Byline, ...]:
        return self._of_kind(Byline)

    def topic(self, topic: str) -> Topic | None:
        return self._part(f"topic/{topic}", Topic)

    def topics(self) -> tuple[Topic, ...]:
        return self._of_kind(Topic)

    def place(self, place: str) -> Place | None:
        return self._part(f"place/{place}", Place)

    # Stories

    def story(self, story: StoryId) -> Story | Tombstone | None:
        found = self._connection.execute("select state, stored from story where id = ?", (story,)).fetchone()
        if found is None:
            return None
        state, stored = found
        return read_story(stored) if state == "live" else read_tombstone(stored)

    def story_number(self, story: StoryId) -> int:
        found = self._connection.execute("select number from story where id = ?", (story,)).fetchone()
        return int(found[0]) if found else 0

    def path(self, story: StoryId) -> str:
        found = self._connection.execute("select path from story where id = ?", (story,)).fetchone()
        return str(found[0]) if found else ""

    def teaser(self, story: StoryId) -> Teaser | None:
        found = self._connection.execute("select teaser from story where id = ?", (story,)).fetchone()
        return _teaser_decoder.decode(found[0]) if found and found[0] else None

    def siblings(self, story: StoryId) -> tuple[Teaser, ...]:
        rows = self._connection.execute(
            "select other.teaser from story join story other on other.grp = story.grp"
            " where story.id = ? and other.id != story.id and other.state = 'live' order by other.id",
            (story,),
        )
        return tuple(_teaser_decoder.decode(teaser) for (teaser,) in rows)

    def in_group(self, group: str) -> tuple[StoryId, ...]:
        rows = self._connection.execute(
            "select id from story where grp = ? and state = 'live' order by id",
            (group,),
        )
        return tuple(StoryId(story) for (story,) in rows)

    def paths_elsewhere(self, stories: Sequence[StoryId]) -> dict[StoryId, tuple[str, ...]]:
        found: dict[StoryId, tuple[str, ...]] = {}
        for story, path in self._of_many(
            "select story.id, other.path from story join story other on other.grp = story.grp"
            " where story.id in ({}) and other.id != story.id and other.state = 'live' order by other.id",
            stories,
        ):
            found[story] = (*found.get(story, ()), path)
        return found

    def days_changed(self, stories: Sequence[StoryId]) -> dict[StoryId, str]:
        lines = self._of_many(
            "select id, line from story join record on record.number = story.number where id in ({})", stories
        )
        return {story: line.split(" ", 2)[1] for story, line in lines}

    def _of_many(self, statement: str, stories: Sequence[StoryId]) -> Iterator[tuple[StoryId, str]]:
        """Ask for many stories in a few goes; the braces of the statement become as many marks as are needed."""
        for start in range(0, len(stories), READ_AT_ONCE):
            portion = stories[start : start + READ_AT_ONCE]
            yield from self._connection.execute(statement.format(",".join("?" * len(portion))), portion)

    def named_by(self, story: StoryId) -> tuple[StoryId, ...]:
        rows = self._connection.execute("select story from names where named = ? order by story", (story,))
        return tuple(StoryId(namer) for (namer,) in rows)

    def comments(self, story: StoryId) -> tuple[Comment, ...]:
        rows = self._connection.execute(
            "select stored from comment left join comment_place using (id) where story = ?"
            " order by coalesce(comment_place.number, comment.number)",
            (story,),
        )
        return tuple(_comment_decoder.decode(stored) for (stored,) in rows)

    def stories(self) -> Iterator[StoryId]:
        at, first_number = 1 << 62, 1 << 62
        while True:  # by keys and in portions, so that other work may go on between them
            rows = self._connection.execute(
                "select id, at, first_number from story where (at, first_number) < (?, ?)"
                " order by at desc, first_number desc limit ?",
                (at, first_number, READ_AT_ONCE),
            ).fetchall()
            if not rows:
                return
            yield from (StoryId(story) for story, _, _ in rows)
            _, at, first_number = rows[-1]

    # Lists

    def newest(self, of: ListKey, count: int) -> tuple[Teaser, ...]:
        return self._listed(
            "where list = ? order by month desc, at desc, first_number desc limit ?",
            (of, count),
        )

    def month(self, of: ListKey, month: Month) -> tuple[Teaser, ...]:
        return self._listed(
            "where list = ? and month = ? order by at desc, first_number desc",
            (of, month),
        )

    def _listed(self, which: str, values: tuple[object, ...]) -> tuple[Teaser, ...]:
        ids = [StoryId(story) for (story,) in self._connection.execute(f"select story from listed {which}", values)]
        if len(self._teasers) > KEPT_TEASERS:
            self._teasers.clear()
        self._fetch([story for story in ids if story not in self._teasers])
        return tuple(teaser for story in ids if (teaser := self._teasers.get(story)))

    def _fetch(self, missing: list[StoryId]) -> None:
        """Read teasers in one go and keep them: they stand on a story's section, front, topic and feed pages alike."""
        for start in range(0, len(missing), READ_AT_ONCE):
            portion = missing[start : start + READ_AT_ONCE]
            marks = ",".join("?" * len(portion))
            rows = self._connection.execute(f"select id, teaser from story where id in ({marks})", portion)
            self._teasers |= {StoryId(story): _teaser_decoder.decode(teaser) for story, teaser in rows if teaser}

    def size(self, of: ListKey) -> int:
        found = self._connection.execute("select sum(stories) from list_month where list = ?", (of,)).fetchone()
        return int(found[0] or 0)

    def months(self, of: ListKey) -> tuple[MonthCount, ...]:
        rows = self._connection.execute(
            "select month, stories from list_month where list = ? order by month desc",
            (of,),
        )
        return tuple(MonthCount(month=Month(month), stories=stories) for month, stories in rows)

    def month_size(self, of: ListKey, month: Month) -> int:
        found = self._connection.execute(
            "select stories from list_month where list = ? and month = ?", (of, month)
        ).fetchone()
        return int(found[0]) if found else 0

    def stamp(self, of: ListKey) -> Stamp:
        found = self._connection.execute("select number, day from list_stamp where list = ?", (of,)).fetchone()
        return Stamp(number=found[0], day=found[1]) if found else NO_STAMP

    def lists(self) -> Iterator[ListKey]:
        rows = self._connection.execute("select list from list_stamp order by list").fetchall()
        return (ListKey(key) for (key,) in rows)

    # Old addresses

    def old_addresses(self, drawer: str) -> Iterator[OldAddress]:
        rows = self._connection.execute(
            "select path, claimant, target from old_address where drawer = ? order by path, number, claimant", (drawer,)
        )
        last = ""
        for row in rows:
            if row[0] != last:  # else somebody claimed it before
                last = row[0]
                yield row

    def removed(self) -> Iterator[str]:
        rows = self._connection.execute("select mark from removed order by mark").fetchall()
        return (str(mark) for (mark,) in rows)

    # Pictures

    def is_shown(self, picture: str) -> bool:
        return (
            self._connection.execute("select 1 from shows where picture = ? limit 1", (picture,)).fetchone() is not None
        )

    def picture_width(self, picture: str) -> int:
        found = self._connection.execute("select width from shows where picture = ? limit 1", (picture,)).fetchone()
        return int(found[0]) if found else 0

    def pictures(self) -> Iterator[str]:
        rows = self._connection.execute("select distinct picture from shows order by picture").fetchall()
        return (str(picture) for (picture,) in rows)

    def showing(self, picture: str) -> tuple[str, ...]:
        rows = self._connection.execute("select shower from shows where picture = ? order by shower", (picture,))
        return tuple(shower for (shower,) in rows)

    # The record

    def changes_since(self, number: int) -> Sequence[Change]:
        rows = self._connection.execute("select touched from record where number > ? order by number", (number,))
        return tuple(_change_decoder.decode(touched) for (touched,) in rows)

    def record(self, since: int = 0) -> Iterator[str]:
        """Yield the lines of the record after `since`, oldest first."""
        rows = self._connection.execute("select line from record where number > ? order by number", (since,))
        return (str(line) for (line,) in rows)
