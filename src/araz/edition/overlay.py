"""An edition as it would be with one draft story, or with another part of the paper, in it."""

from collections.abc import Iterator, Sequence

from araz.edition.comments import Comment
from araz.edition.lists import Change, MonthCount, Stamp, lists_of
from araz.edition.names import ListKey, Month, StoryId, local_day, month_of
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
    key_of,
)
from araz.edition.reader import StoreReader
from araz.edition.story import Story, Teaser, Tombstone, shown_in, teaser_of


class Overlay:
    """Reads like the edition below it, with the draft where it would stand. Nothing is written.

    The draft may be a story that was never public, or another version of one that is; parts replace those of the same
    key. Lists show the draft in its place; counts of months, stamps and the record stay as they are.
    """

    def __init__(self, below: StoreReader, draft: Story | None = None, parts: Sequence[Part] = ()) -> None:
        self._below = below
        self._draft = draft
        self._parts = {key_of(part): part for part in parts}
        self._teaser: Teaser | None = None
        self._lists: tuple[ListKey, ...] = ()
        if draft:
            day = local_day(draft.published_at, self.masthead().time_zone)
            self._month = month_of(day)
            path = below.path(draft.id) or f"{draft.language}/{day.year:04d}/{day.month:02d}/{draft.slug}.html"
            self._teaser = teaser_of(draft, path)
            self._lists = lists_of(self._teaser, draft.topics)

    # The paper

    def number(self) -> int:
        return self._below.number()

    def mark(self) -> str:
        return f"{self._below.mark()} {hash((self._draft, *self._parts))}"

    def masthead(self) -> Masthead:
        part = self._parts.get(key_of(self._below.masthead()))
        return part if isinstance(part, Masthead) else self._below.masthead()

    def addresses(self) -> Addresses:
        part = self._parts.get(key_of(self._below.addresses()))
        return part if isinstance(part, Addresses) else self._below.addresses()

    def front(self, language: str) -> Front:
        below = self._below.front(language)
        part = self._parts.get(key_of(below))
        return part if isinstance(part, Front) else below

    def sections(self, language: str) -> tuple[Section, ...]:
        replaced = {part.id: part for part in self._parts.values() if isinstance(part, Section)}
        mine = {section.id: section for section in self._below.sections(language)} | replaced
        of_language = (section for section in mine.values() if section.language == language)
        return tuple(sorted(of_language, key=lambda section: (section.position, section.slug)))

    def section(self, section: str) -> Section | None:
        return next(
            (part for part in self._parts.values() if isinstance(part, Section) and part.id == section),
            self._below.section(section),
        )

    def byline(self, byline: str) -> Byline | None:
        return next((known for known in self.bylines() if known.id == byline), None)

    def bylines(self) -> tuple[Byline, ...]:
        replaced = {part.id: part for part in self._parts.values() if isinstance(part, Byline)}
        return tuple(({byline.id: byline for byline in self._below.bylines()} | replaced).values())

    def topic(self, topic: str) -> Topic | None:
        return next((known for known in self.topics() if known.id == topic), None)

    def topics(self) -> tuple[Topic, ...]:
        replaced = {part.id: part for part in self._parts.values() if isinstance(part, Topic)}
        return tuple(({topic.id: topic for topic in self._below.topics()} | replaced).values())

    def place(self, place: str) -> Place | None:
        part = self._parts.get(key_of(Place(id=place, name={})))
        return part if isinstance(part, Place) else self._below.place(place)

    # Stories

    def _is_draft(self, story: str) -> bool:
        return self._draft is not None and self._draft.id == story

    def story(self, story: StoryId) -> Story | Tombstone | None:
        return self._draft if self._is_draft(story) else self._below.story(story)

    def story_number(self, story: StoryId) -> int:
        return self._below.story_number(story)

    def paths_elsewhere(self, stories: Sequence[StoryId]) -> dict[StoryId, tuple[str, ...]]:
        return self._below.paths_elsewhere(stories)

    def days_changed(self, stories: Sequence[StoryId]) -> dict[StoryId, str]:
        return self._below.days_changed(stories)

    def path(self, story: StoryId) -> str:
        return self._teaser.path if self._teaser and self._is_draft(story) else self._below.path(story)

    def teaser(self, story: StoryId) -> Teaser | None:
        return self._teaser if self._is_draft(story) else self._below.teaser(story)

    def siblings(self, story: StoryId) -> tuple[Teaser, ...]:
        if self._draft is None:
            return self._below.siblings(story)
        group = self._draft.group
        if self._is_draft(story):
            others = (self._below.teaser(other) for other in self._below.in_group(group) if other != story)
            return tuple(teaser for teaser in others if teaser)
        below = [teaser for teaser in self._below.siblings(story) if teaser.id != self._draft.id]
        if self._teaser and story in self._below.in_group(group):
            below.append(self._teaser)
        return tuple(below)

    def in_group(self, group: str) -> tuple[StoryId, ...]:
        below = self._below.in_group(group)
        if self._draft is None:
            return below
        kept = tuple(story for story in below if story != self._draft.id)
        return (*kept, self._draft.id) if self._draft.group == group else kept

    def named_by(self, story: StoryId) -> tuple[StoryId, ...]:
        return self._below.named_by(story)

    def comments(self, story: StoryId) -> tuple[Comment, ...]:
        return self._below.comments(story)

    def stories(self) -> Iterator[StoryId]:
        return self._below.stories()

    # Lists

    def newest(self, of: ListKey, count: int) -> tuple[Teaser, ...]:
        return self._with_draft(of, self._below.newest(of, count + 1))[:count]

    def month(self, of: ListKey, month: Month) -> tuple[Teaser, ...]:
        below = self._below.month(of, month)
        return self._with_draft(of, below) if self._teaser and self._month == month else below

    def _with_draft(self, of: ListKey, below: tuple[Teaser, ...]) -> tuple[Teaser, ...]:
        if self._teaser is None:
            return below
        kept = [teaser for teaser in below if teaser.id != self._teaser.id]
        if of in self._lists:
            kept.append(self._teaser)
            kept.sort(key=lambda teaser: teaser.published_at, reverse=True)
        return tuple(kept)

    def months(self, of: ListKey) -> tuple[MonthCount, ...]:
        return self._below.months(of)

    def size(self, of: ListKey) -> int:
        return self._below.size(of)

    def month_size(self, of: ListKey, month: Month) -> int:
        return len(self.month(of, month))

    def stamp(self, of: ListKey) -> Stamp:
        return self._below.stamp(of)

    def lists(self) -> Iterator[ListKey]:
        return self._below.lists()

    def old_addresses(self, drawer: str) -> Iterator[OldAddress]:
        return self._below.old_addresses(drawer)

    def removed(self) -> Iterator[str]:
        return self._below.removed()

    # Pictures and the record

    def _drafts_pictures(self) -> dict[str, int]:
        return shown_in(self._draft) if self._draft else {}

    def is_shown(self, picture: str) -> bool:
        return picture in self._drafts_pictures() or self._below.is_shown(picture)

    def picture_width(self, picture: str) -> int:
        return self._drafts_pictures().get(picture) or self._below.picture_width(picture)

    def pictures(self) -> Iterator[str]:
        return iter(sorted({*self._below.pictures(), *self._drafts_pictures()}))

    def showing(self, picture: str) -> tuple[str, ...]:
        below = self._below.showing(picture)
        return (*below, self._draft.id) if self._draft and picture in self._drafts_pictures() else below

    def changes_since(self, number: int) -> Sequence[Change]:
        return self._below.changes_since(number)
