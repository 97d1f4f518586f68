"""An edition that passes every question on to the one below it; those that change some answers begin here."""

from collections.abc import Iterator, Sequence

from araz.contracts import EditionReader
from araz.edition.comments import Comment
from araz.edition.lists import Change, MonthCount, Stamp
from araz.edition.names import ListKey, Month, StoryId
from araz.edition.old_addresses import OldAddress
from araz.edition.paper import Addresses, Byline, Front, Masthead, Place, Section, Topic
from araz.edition.story import Story, Teaser, Tombstone


class Passing:
    """What `contracts.EditionReader` promises, answered by another edition."""

    def __init__(self, below: EditionReader) -> None:
        self.below = below

    def number(self) -> int:
        return self.below.number()

    def mark(self) -> str:
        return self.below.mark()

    def masthead(self) -> Masthead:
        return self.below.masthead()

    def addresses(self) -> Addresses:
        return self.below.addresses()

    def front(self, language: str) -> Front:
        return self.below.front(language)

    def sections(self, language: str) -> tuple[Section, ...]:
        return self.below.sections(language)

    def section(self, section: str) -> Section | None:
        return self.below.section(section)

    def byline(self, byline: str) -> Byline | None:
        return self.below.byline(byline)

    def topic(self, topic: str) -> Topic | None:
        return self.below.topic(topic)

    def place(self, place: str) -> Place | None:
        return self.below.place(place)

    def bylines(self) -> tuple[Byline, ...]:
        return self.below.bylines()

    def topics(self) -> tuple[Topic, ...]:
        return self.below.topics()

    def story(self, story: StoryId) -> Story | Tombstone | None:
        return self.below.story(story)

    def story_number(self, story: StoryId) -> int:
        return self.below.story_number(story)

    def path(self, story: StoryId) -> str:
        return self.below.path(story)

    def teaser(self, story: StoryId) -> Teaser | None:
        return self.below.teaser(story)

    def newest(self, of: ListKey, count: int) -> tuple[Teaser, ...]:
        return self.below.newest(of, count)

    def month(self, of: ListKey, month: Month) -> tuple[Teaser, ...]:
        return self.below.month(of, month)

    def size(self, of: ListKey) -> int:
        return self.below.size(of)

    def month_size(self, of: ListKey, month: Month) -> int:
        return self.below.month_size(of, month)

    def months(self, of: ListKey) -> tuple[MonthCount, ...]:
        return self.below.months(of)

    def stamp(self, of: ListKey) -> Stamp:
        return self.below.stamp(of)

    def siblings(self, story: StoryId) -> tuple[Teaser, ...]:
        return self.below.siblings(story)

    def in_group(self, group: str) -> tuple[StoryId, ...]:
        return self.below.in_group(group)

    def paths_elsewhere(self, stories: Sequence[StoryId]) -> dict[StoryId, tuple[str, ...]]:
        return self.below.paths_elsewhere(stories)

    def days_changed(self, stories: Sequence[StoryId]) -> dict[StoryId, str]:
        return self.below.days_changed(stories)

    def named_by(self, story: StoryId) -> tuple[StoryId, ...]:
        return self.below.named_by(story)

    def comments(self, story: StoryId) -> tuple[Comment, ...]:
        return self.below.comments(story)

    def is_shown(self, picture: str) -> bool:
        return self.below.is_shown(picture)

    def picture_width(self, picture: str) -> int:
        return self.below.picture_width(picture)

    def stories(self) -> Iterator[StoryId]:
        return self.below.stories()

    def lists(self) -> Iterator[ListKey]:
        return self.below.lists()

    def old_addresses(self, drawer: str) -> Iterator[OldAddress]:
        return self.below.old_addresses(drawer)

    def removed(self) -> Iterator[str]:
        return self.below.removed()

    def pictures(self) -> Iterator[str]:
        return self.below.pictures()

    def showing(self, picture: str) -> tuple[str, ...]:
        return self.below.showing(picture)

    def changes_since(self, number: int) -> Sequence[Change]:
        return self.below.changes_since(number)
