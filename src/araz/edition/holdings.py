"""All that an edition holds as text, one thing after the other, for whoever has to look through everything."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final, Literal

import msgspec

from araz.edition.claims import claimant_of
from araz.edition.comments import Comment
from araz.edition.names import StoryId
from araz.edition.story import Story, Tombstone
from araz.edition.taking_out import Thing
from araz.edition.upgrades import read_part, read_story, read_tombstone

Sort = Literal["story", "comment", "part"]

_AT_ONCE: Final = 200
_SELECT: Final[dict[Sort, tuple[str, str]]] = {  # the key, and the columns that are read
    "story": ("id", "language, path, state, stored"),
    "comment": ("id", "story, stored"),
    "part": ("key", "stored"),
}
_comment_decoder = msgspec.json.Decoder(Comment)


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One thing as it is stored."""

    sort: Sort
    subject: str  # id, or key of a part
    language: str
    thing: Thing
    path: str = ""  # of a story
    addresses: tuple[str, ...] = ()  # that lead to a story


def holdings(connection: sqlite3.Connection) -> Iterator[Held]:
    """Yield stories and tombstones, then comments, then parts. Some hundred are in memory at a time."""
    for sort, (key, columns) in _SELECT.items():
        last = ""
        statement = f"select {key}, {columns} from {sort} where {key} > ? order by {key} limit {_AT_ONCE}"  # noqa: S608
        while rows := connection.execute(statement, (last,)).fetchall():
            yield from (_held(connection, sort, row) for row in rows)
            last = rows[-1][0]


def held(connection: sqlite3.Connection, sort: Sort, subject: str) -> Held | None:
    """Return one thing; None if the edition has none of that name."""
    key, columns = _SELECT[sort]
    row = connection.execute(f"select {key}, {columns} from {sort} where {key} = ?", (subject,)).fetchone()  # noqa: S608
    return _held(connection, sort, row) if row else None


def _held(connection: sqlite3.Connection, sort: Sort, row: tuple[Any, ...]) -> Held:
    match sort:
        case "story":
            name, language, path, state, stored = row
            thing: Story | Tombstone = read_story(stored) if state == "live" else read_tombstone(stored)
            claimant = claimant_of(StoryId(name))
            claims = connection.execute("select path from old_address where claimant = ?", (claimant,))
            addresses = tuple(address for (address,) in claims)
            return Held(sort=sort, subject=name, language=language, thing=thing, path=path, addresses=addresses)
        case "comment":
            name, story, stored = row
            found = connection.execute("select language from story where id = ?", (story,)).fetchone()
            language = found[0] if found else ""
            return Held(sort=sort, subject=name, language=language, thing=_comment_decoder.decode(stored))
        case "part":
            key, stored = row
            part = read_part(stored)
            return Held(sort=sort, subject=key, language=getattr(part, "language", ""), thing=part)
