"""Where stories stand: in which lists and their months, which stories they name, which pictures they show.

Kept in step by `Appender`, inside its transaction.
"""

import sqlite3
from collections.abc import Iterable

from araz.edition.lists import Entry
from araz.edition.names import ListKey, Month, StoryId


class Standing:
    """What the edition behind a connection knows of where stories stand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def stamp(self, lists: Iterable[ListKey], number: int, day: str) -> None:
        """Write with which line of the record, and on which day, the lists changed last."""
        self._connection.executemany(
            "insert into list_stamp values (?, ?, ?)"
            " on conflict (list) do update set number = excluded.number, day = excluded.day",
            [(key, number, day) for key in lists],
        )

    def relist(self, entry: Entry, old: tuple[ListKey, ...], new: tuple[ListKey, ...]) -> tuple[ListKey, ...]:
        """Take the story off its old lists and put it on the new ones; return those of which a month came or went."""
        place = (entry.month, entry.at, entry.first_number, entry.story)
        counted = {key: self._count(key, entry.month, -1) for key in old if key not in new}
        counted |= {key: self._count(key, entry.month, +1) for key in new if key not in old}
        self._connection.executemany(
            "delete from listed where list = ? and month = ? and at = ? and first_number = ? and story = ?",
            [(key, *place) for key in old if key not in new],
        )
        self._connection.executemany(
            "insert into listed values (?, ?, ?, ?, ?)",
            [(key, *place) for key in new if key not in old],
        )
        return tuple(key for key, came_or_went in counted.items() if came_or_went)

    def _count(self, key: ListKey, month: Month, by: int) -> bool:
        """Count a story in or out of a list's month; say whether the month came or went."""
        (stories,) = self._connection.execute(
            "insert into list_month values (?, ?, ?)"
            " on conflict (list, month) do update set stories = stories + excluded.stories returning stories",
            (key, month, by),
        ).fetchone()
        if stories == 0:
            self._connection.execute("delete from list_month where list = ? and month = ?", (key, month))
        return stories == 0 or (stories == 1 and by == 1)

    def name(self, story: StoryId, named: Iterable[StoryId]) -> None:
        """Write whose headlines and addresses the story's page shows."""
        self._connection.execute("delete from names where story = ?", (story,))
        self._connection.executemany("insert into names values (?, ?)", [(other, story) for other in named])

    def pictures_of(self, shower: str) -> dict[str, int]:
        """Return the hashes of what a story or a part of the paper shows, each with its width in pixels; documents with 0."""
        rows = self._connection.execute("select picture, width from shows where shower = ? order by picture", (shower,))
        return dict(rows.fetchall())

    def show(self, shower: str, pictures: dict[str, int]) -> None:
        """Write what a story or a part of the paper shows now, as `pictures_of` returns it."""
        self._connection.execute("delete from shows where shower = ?", (shower,))
        self._connection.executemany(
            "insert into shows values (?, ?, ?)",
            [(picture, shower, width) for picture, width in pictures.items()],
        )
