"""An edition without the stories that are held, or with what stood in their place before."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import msgspec

from araz.contracts import EditionReader
from araz.edition.comments import Comment
from araz.edition.lists import MonthCount, lists_of
from araz.edition.names import ListKey, Month, StoryId
from araz.edition.old_addresses import OldAddress
from araz.edition.story import Story, Teaser, Tombstone, shown_in, teaser_of
from araz.pressroom.passing import Passing
from araz.pressroom.standings import Standings

_STORY: Final = "story/"
_A_FEW: Final = 16  # so many more of a list are asked for, since some may be held
Held = Mapping[StoryId, Story | None]  # and the form that stays in its place
HeldComments = Mapping[StoryId, Collection[str]]  # ids, by the held story


class HeldBack(Passing):
    """Reads like the edition below it. A held story is not there, or is there as it was before."""

    def __init__(
        self,
        below: EditionReader,
        held: Held,
        mark: str,
        standings: Standings | None = None,
        *,
        comments: HeldComments | None = None,
    ) -> None:
        super().__init__(below)
        self._held = held
        self._comments = comments or {}
        self._mark = mark
        self._standings = standings or Standings().of(below)
        self._groups: dict[str, list[StoryId]] = {}
        self._teasers: dict[StoryId, Teaser] = {}  # of the former forms that readers still have
        self._lists: dict[ListKey, list[Teaser]] = {}
        for story, former in held.items():
            if former is not None and not isinstance(below.story(story), Tombstone):
                self._place(story, former)

    def _place(self, story: StoryId, former: Story) -> None:
        teaser = self._teasers[story] = teaser_of(former, self._standings.path(story))
        self._groups.setdefault(former.group, []).append(story)
        for key in lists_of(teaser, former.topics):
            self._lists.setdefault(key, []).append(teaser)

    def mark(self) -> str:
        return f"{self.below.mark()} {self._mark}"

    # Stories

    def story(self, story: StoryId) -> Story | Tombstone | None:
        if story not in self._held:
            return self.below.story(story)
        former, now = self._held[story], self.below.story(story)
        if former and isinstance(now, Tombstone):  # taken back, and its last words may be what is held
            withdrawal = msgspec.structs.replace(now.withdrawal, note=())
            return msgspec.structs.replace(now, headline=former.headline, withdrawal=withdrawal)
        return former

    def path(self, story: StoryId) -> str:
        return "" if story in self._held and self._held[story] is None else self.below.path(story)

    def teaser(self, story: StoryId) -> Teaser | None:
        return self._teasers.get(story) if story in self._held else self.below.teaser(story)

    def stories(self) -> Iterator[StoryId]:
        return (story for story in self.below.stories() if self._held.get(story, self) is not None)

    def comments(self, story: StoryId) -> tuple[Comment, ...]:
        if self._held.get(story, self) is None:
            return ()
        held = self._comments.get(story, ())
        return tuple(comment for comment in self.below.comments(story) if comment.id not in held)

    def in_group(self, group: str) -> tuple[StoryId, ...]:
        kept = [story for story in self.below.in_group(group) if story not in self._held]
        return tuple(sorted([*kept, *self._groups.get(group, ())]))

    def siblings(self, story: StoryId) -> tuple[Teaser, ...]:
        if story in self._held:
            former = self._held[story]
            others = self.in_group(former.group) if former else ()
            return tuple(teaser for other in others if other != story and (teaser := self.teaser(other)))
        kept = tuple(teaser for teaser in self.below.siblings(story) if teaser.id not in self._held)
        group = self._group_of(story)
        return (*kept, *(self._teasers[other] for other in sorted(self._groups.get(group, ()))))

    def _group_of(self, story: StoryId) -> str:
        teaser = self.below.teaser(story) if self._groups else None
        return teaser.group if teaser else ""

    def paths_elsewhere(self, stories: Sequence[StoryId]) -> dict[StoryId, tuple[str, ...]]:
        found = self.below.paths_elsewhere(stories)
        touched = {story for story in found if not self._hidden_paths.isdisjoint(found[story])}
        touched |= {story for story in stories if story in self._held or self._group_of(story) in self._groups}
        anew = {story: tuple(teaser.path for teaser in self.siblings(story)) for story in touched}
        return {story: paths for story, paths in (found | anew).items() if paths}

    @cached_property
    def _hidden_paths(self) -> set[str]:
        return {self._standings.path(story) for story in self._held}

    # Lists

    def newest(self, of: ListKey, count: int) -> tuple[Teaser, ...]:
        asked = count + min(len(self._held), _A_FEW)
        while True:
            below = self.below.newest(of, asked)
            found = self._without(of, below, self._formers_before(of, below if len(below) == asked else ()))
            if len(found) >= count or len(below) < asked:
                return found[:count]
            asked *= 2

    def _formers_before(self, of: ListKey, below: Sequence[Teaser]) -> list[Teaser]:
        """The former forms in a list that begins so: what is as old as its end, or older, may come behind others."""
        formers = self._lists.get(of, [])
        if not below:
            return formers
        here = {teaser.id for teaser in below}
        return [teaser for teaser in formers if teaser.id in here or _time(teaser) > _time(below[-1])]

    def month(self, of: ListKey, month: Month) -> tuple[Teaser, ...]:
        formers = [teaser for teaser in self._lists.get(of, ()) if self._month(teaser.id) == month]
        return self._without(of, self.below.month(of, month), formers)

    def _without(self, of: ListKey, below: tuple[Teaser, ...], formers: Iterable[Teaser]) -> tuple[Teaser, ...]:
        """The list with former forms where the held ones stand; those that stood in it before only, by their time."""
        wanted = {teaser.id: teaser for teaser in formers}
        kept = [wanted.pop(teaser.id, None) if teaser.id in self._held else teaser for teaser in below]
        found = [teaser for teaser in kept if teaser]
        if wanted:
            found = sorted([*found, *sorted(wanted.values(), key=lambda one: one.id)], key=_time, reverse=True)
        return tuple(found)

    def _month(self, story: StoryId) -> Month:
        _, year, month, _ = self._standings.path(story).split("/")
        return Month(f"{year}-{month}")

    def months(self, of: ListKey) -> tuple[MonthCount, ...]:
        found = {count.month: count.stories for count in self.below.months(of)}
        for month, change in self._changes(of).items():
            found[month] = found.get(month, 0) + change
        return tuple(
            MonthCount(month=month, stories=found[month]) for month in sorted(found, reverse=True) if found[month]
        )

    def size(self, of: ListKey) -> int:
        return self.below.size(of) + sum(self._changes(of).values())

    def month_size(self, of: ListKey, month: Month) -> int:
        return self.below.month_size(of, month) + self._changes(of).get(month, 0)

    def _changes(self, of: ListKey) -> Mapping[Month, int]:
        """By how much each month of the list differs from the one below."""
        return self._all_changes.get(of, {})

    @cached_property
    def _all_changes(self) -> dict[ListKey, Counter[Month]]:
        found: dict[ListKey, Counter[Month]] = {}
        for story in self._held:
            for key in self._standings.standing(story).lists:
                found.setdefault(key, Counter())[self._month(story)] -= 1
        for key, teasers in self._lists.items():
            found.setdefault(key, Counter()).update(self._month(teaser.id) for teaser in teasers)
        return found

    def old_addresses(self, drawer: str) -> Iterator[OldAddress]:
        for old in self.below.old_addresses(drawer):
            path, claimant, _ = old
            story = StoryId(claimant.removeprefix(_STORY)) if claimant.startswith(_STORY) else StoryId("")
            if story not in self._held or self._claims(story, path):
                yield old

    def _claims(self, story: StoryId, address: str) -> bool:
        former = self._held[story]
        return former is not None and address in former.old_addresses

    # Pictures

    @cached_property
    def _formers_pictures(self) -> dict[str, int]:
        formers = (self._held[story] for story in self._teasers)
        return {name: width for former in formers if former for name, width in shown_in(former).items()}

    @cached_property
    def _pictures_of_held(self) -> frozenset[str]:
        return frozenset().union(*(self._standings.standing(story).pictures for story in self._held))

    def _is_hidden(self, picture: str) -> bool:
        """Whether only held stories show it."""
        return picture in self._pictures_of_held and all(
            StoryId(shower) in self._held for shower in self.below.showing(picture)
        )

    def is_shown(self, picture: str) -> bool:
        return picture in self._formers_pictures or (self.below.is_shown(picture) and not self._is_hidden(picture))

    def picture_width(self, picture: str) -> int:
        if picture in self._formers_pictures:
            return self._formers_pictures[picture]
        return 0 if self._is_hidden(picture) else self.below.picture_width(picture)

    def pictures(self) -> Iterator[str]:
        shown = {picture for picture in self.below.pictures() if not self._is_hidden(picture)}
        return iter(sorted(shown | self._formers_pictures.keys()))

    def showing(self, picture: str) -> tuple[str, ...]:
        return tuple(shower for shower in self.below.showing(picture) if StoryId(shower) not in self._held)


def _time(teaser: Teaser) -> float:
    return teaser.published_at.timestamp()
