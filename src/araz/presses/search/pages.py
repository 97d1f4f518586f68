"""The pages of the search press by name, and which of them a change may alter.

`script`, `index/az`, and of each segment `words/az/2025/7` and `stories/az/2025/0`, with the number of shard or block.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from araz.edition.lists import Change
from araz.edition.names import StoryId
from araz.edition.story import Story, Tombstone
from araz.presses.search.archive import Archive
from araz.presses.search.parting import Parting, blocks
from araz.presses.search.segments import Segment

SCRIPT: Final = "script"
_OF_STORIES: Final = frozenset({"publish", "correct", "import", "expire", "withdraw", "erase"})


def index(language: str) -> str:
    return f"index/{language}"


def of_segment(language: str, segment: Segment, stories: int, parting: Parting) -> Iterator[str]:
    """Yield the pages of a segment of so many stories."""
    yield from (f"words/{language}/{segment.name}/{shard}" for shard in range(parting.shards(stories)))
    yield from (f"stories/{language}/{segment.name}/{block}" for block in range(blocks(stories)))


def touched(archive: Archive, changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the pages that the changes may have altered. What a segment no longer has is named too, to be taken away."""
    by_language: dict[str, list[Change]] = {}
    for change in changes:
        if change.deed in _OF_STORIES and change.language in archive.languages:
            by_language.setdefault(change.language, []).append(change)
    return tuple(
        page
        for language, changed in sorted(by_language.items())
        for page in (*_of_segments(archive, language, changed), index(language))
    )


def _of_segments(archive: Archive, language: str, changes: list[Change]) -> Iterator[str]:
    days = [(change.months[0], _day(archive, change)) for change in changes if change.months]
    counts = archive.counts(language)
    for segment in archive.parting.touched(counts, days):
        stories = sum(counts.get(month, 0) for month in segment.months)  # rather more than less
        yield from of_segment(language, segment, stories + len(changes), archive.parting)


def _day(archive: Archive, change: Change) -> int:
    story = archive.edition.story(StoryId(change.subject))
    return archive.day(story) if isinstance(story, Story | Tombstone) else 1


def everything(archive: Archive) -> Iterator[str]:
    """Yield all pages, the newest segments of all languages first."""
    yield SCRIPT
    found = [
        (segment, language, stories)
        for language in archive.languages
        for segment, stories in archive.segments(language)
    ]
    for segment, language, stories in sorted(found, key=lambda one: one[0].name, reverse=True):
        yield from of_segment(language, segment, stories, archive.parting)
    yield from (index(language) for language in archive.languages)
