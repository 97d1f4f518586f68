"""All that an edition holds as text, one thing after the other, for whoever has to look through everything."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from araz.edition.claims import claimant_of
from araz.edition.comments import Comment
from araz.edition.names import StoryId
from araz.edition.story import Story, Tombstone
from araz.edition.taking_out import Thing
from araz.edition.upgrades import read_part, read_story, read_tombstone

_AT_ONCE: Final = 200
_comment_decoder = msgspec.json.Decoder(Comment)


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One thing as it is stored."""

    subject: str  # id, or key of a part
    language: str
    thing: Thing
    path: str = ""  # of a story
    addresses: tuple[str, ...] = ()  # that lead to a story
    story: str = ""  # of a comment


def holdings(connection: sqlite3.Connection) -> Iterator[Held]:
    """Yield stories and tombstones, then comments, then parts. Some hundred are in memory at a time."""
    for name, language, path, state, stored in _rows(connection, "story", "id", "language, path, state, stored"):
        thing: Story | Tombstone = read_story(stored) if state == "live" else read_tombstone(stored)
        claims = connection.execute("select path from old_address where claimant = ?", (claimant_of(StoryId(name)),))
        addresses = tuple(address for (address,) in claims)
        yield Held(subject=name, language=language, thing=thing, path=path, addresses=addresses)
    for name, story, stored in _rows(connection, "comment", "id", "story, stored"):
        found = connection.execute("select language from story where id = ?", (story,)).fetchone()
        yield Held(subject=name, language=found[0] if found else "", thing=_comment_decoder.decode(stored), story=story)
    for key, stored in _rows(connection, "part", "key", "stored"):
        part = read_part(stored)
        yield Held(subject=key, language=getattr(part, "language", ""), thing=part)


def _rows(connection: sqlite3.Connection, table: str, key: str, columns: str) -> Iterator[tuple[Any, ...]]:
    last = ""
    statement = f"select {key}, {columns} from {table} where {key} > ? order by {key} limit {_AT_ONCE}"  # noqa: S608
    while rows := connection.execute(statement, (last,)).fetchall():
        yield from rows
        last = rows[-1][0]
