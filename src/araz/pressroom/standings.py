"""Where held stories stand in the edition, remembered from one view of it to the next.

An archive may have thousands of them, and each publication has another view: to ask for all of them every time would
cost more than to print.
"""

from typing import Final, Self

import msgspec

from araz.contracts import EditionReader
from araz.edition.lists import lists_of
from araz.edition.names import ListKey, StoryId
from araz.edition.story import Story, shown_in

_MANY_CHANGES: Final = 1000  # after which it is cheaper to begin anew


class Standing(msgspec.Struct, frozen=True):
    """What a story is in, though readers must not see that."""

    lists: tuple[ListKey, ...] = ()
    pictures: frozenset[str] = frozenset()


_NOWHERE: Final = Standing()


class Standings:
    """What was asked once of each story, until the edition has another form of it."""

    def __init__(self) -> None:
        self._edition: EditionReader | None = None
        self._number = 0
        self._paths: dict[StoryId, str] = {}
        self._standings: dict[StoryId, Standing] = {}

    def of(self, edition: EditionReader) -> Self:
        """Ask this edition from now on, and forget what it has changed."""
        number = edition.number()
        if 0 <= number - self._number <= _MANY_CHANGES:
            for change in edition.changes_since(self._number):
                self._paths.pop(StoryId(change.subject), None)
                self._standings.pop(StoryId(change.subject), None)
        else:
            self._paths.clear()
            self._standings.clear()
        self._edition, self._number = edition, number
        return self

    def path(self, story: StoryId) -> str:
        if story not in self._paths:
            self._paths[story] = self._below.path(story)
        return self._paths[story]

    def standing(self, story: StoryId) -> Standing:
        if story not in self._standings:
            self._standings[story] = self._look_up(story)
        return self._standings[story]

    def _look_up(self, story: StoryId) -> Standing:
        now, teaser = self._below.story(story), self._below.teaser(story)
        if not isinstance(now, Story) or teaser is None:
            return _NOWHERE
        return Standing(lists_of(teaser, now.topics), frozenset(shown_in(now)))

    @property
    def _below(self) -> EditionReader:
        assert self._edition is not None  # noqa: S101 -- `of` comes first
        return self._edition
