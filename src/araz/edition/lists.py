"""Which lists a story stands on, and what a change of it touches."""

import msgspec

from araz.edition.names import (
    ListKey,
    Month,
    StoryId,
    byline_list,
    language_list,
    section_list,
    topic_list,
)
from araz.edition.rows import Deed
from araz.edition.story import Teaser


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one line of the record touched: what was before and what is now, so that nothing has to be searched for."""

    number: int
    deed: Deed
    subject: str  # story id, or key of a part
    language: str = ""
    lists: tuple[ListKey, ...] = ()
    months: tuple[Month, ...] = ()
    groups: tuple[str, ...] = ()
    pictures: tuple[tuple[str, int], ...] = ()  # hash and width (of documents 0) of what was shown or is shown now
    teaser: bool = False  # what other pages show of the story is another now
    everywhere: bool = False  # more pages than can be named: the paper is reset
    drawers: tuple[str, ...] = ()  # of old addresses, in which something is another now
    new_month: bool = False  # a section's month came or went, so the list of all sitemaps changes
    removed: bool = False  # files of old names must go wherever they were carried
    successors: tuple[StoryId, ...] = ()  # statements that took this one's place, before or now: they lead back to it


class MonthCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many stories a list has in a month."""

    month: Month
    stories: int


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """The newest line of the record that touched a list, and its day."""

    number: int
    day: str  # ISO 8601


NO_STAMP = Stamp(number=0, day="")


def lists_of(teaser: Teaser, topics: tuple[str, ...]) -> tuple[ListKey, ...]:
    """Return the lists on which the story stands. Evergreen pages are no news: they miss in the language's list."""
    language = teaser.language
    keys = [] if teaser.kind == "page" else [language_list(language)]
    keys.append(section_list(language, teaser.section))
    keys += [topic_list(language, topic) for topic in topics]
    keys += [byline_list(language, byline) for byline in teaser.bylines]
    return tuple(dict.fromkeys(keys))


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A live story's place in the lists: newest first by time, then by its first line in the record."""

    story: StoryId
    at: int  # seconds since 1970, a multiple of 600
    month: Month
    first_number: int
