"""An edition that notes which stories were asked for: those are the ones that a page may say something of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from araz.contracts import EditionReader
from araz.edition.names import ListKey, Month, StoryId
from araz.edition.old_addresses import OldAddress
from araz.edition.story import Story, Teaser, Tombstone
from araz.pressroom.passing import Passing

_STORY: Final = "story/"


class Watching(Passing):
    """`whole` are stories whose text was read, `shown` those of which something else was read."""

    def __init__(self, below: EditionReader) -> None:
        super().__init__(below)
        self.whole: dict[StoryId, None] = {}
        self.shown: dict[StoryId, None] = {}

    @property
    def stories_seen(self) -> tuple[StoryId, ...]:
        return tuple(self.whole | self.shown)

    def forget(self) -> None:
        self.whole.clear()
        self.shown.clear()

    def _see(self, teasers: Iterable[Teaser]) -> None:
        self.shown |= {teaser.id: None for teaser in teasers}

    def story(self, story: StoryId) -> Story | Tombstone | None:
        self.whole[story] = None
        return self.below.story(story)

    def path(self, story: StoryId) -> str:
        self.shown[story] = None
        return self.below.path(story)

    def teaser(self, story: StoryId) -> Teaser | None:
        self.shown[story] = None
        return self.below.teaser(story)

    def newest(self, of: ListKey, count: int) -> tuple[Teaser, ...]:
        found = self.below.newest(of, count)
        self._see(found)
        return found

    def month(self, of: ListKey, month: Month) -> tuple[Teaser, ...]:
        found = self.below.month(of, month)
        self._see(found)
        return found

    def siblings(self, story: StoryId) -> tuple[Teaser, ...]:
        found = self.below.siblings(story)
        self._see(found)
        return found

    def paths_elsewhere(self, stories: Sequence[StoryId]) -> dict[StoryId, tuple[str, ...]]:
        found = self.below.paths_elsewhere(stories)
        for story in found:  # the paths are those of its translations
            self._see(self.below.siblings(story))
        return found

    def is_shown(self, picture: str) -> bool:
        self.shown |= {StoryId(shower): None for shower in self.below.showing(picture) if "/" not in shower}
        return self.below.is_shown(picture)

    def old_addresses(self, drawer: str) -> Iterator[OldAddress]:
        for old in self.below.old_addresses(drawer):
            _, claimant, _ = old
            if claimant.startswith(_STORY):
                self.shown[StoryId(claimant.removeprefix(_STORY))] = None
            yield old
