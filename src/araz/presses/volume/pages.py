"""The volumes by name: `story/k3v9q2aa`, `with-pictures/story/k3v9q2aa`, `day/az/2026-11-25`, `month/az/2026-11`,
`part/az/2026-11/2`, `topic/az/b2c3d4e5`; and which of them a change may alter.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from araz.contracts import EditionReader
from araz.edition.lists import Change
from araz.edition.names import ListKey, Month, StoryId, language_list, local_day, topic_list
from araz.edition.story import Story, Tombstone
from araz.typesetting.volumes import MONTH_PARTS

WITH_PICTURES: Final = "with-pictures/"


def touched(edition: EditionReader, changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the volumes, each once: those of stories before those of days, months and topics."""
    stages: tuple[dict[str, None], ...] = ({}, {}, {})
    for change in changes:
        if change.deed == "comment":
            continue
        for stage, page in _touched_by(edition, change):
            stages[stage].setdefault(page)
    return tuple(page for stage in stages for page in stage)


def _touched_by(edition: EditionReader, change: Change) -> Iterator[tuple[int, str]]:
    if change.deed == "arrange":
        sort, _, name = change.subject.partition("/")
        if sort == "topic":
            yield from ((2, f"topic/{topic_list(code, name)}") for code in edition.masthead().languages)
        return
    subject = StoryId(change.subject)
    yield from ((0, page) for page in of_story(subject))
    for day in _days(edition, subject, change):
        yield from ((1, page) for page in of_day(change.language, day))
    for month in change.months:
        yield from ((2, page) for page in of_month(change.language, month))
    yield from ((2, f"topic/{key}") for key in change.lists if "/t/" in key)


def _days(edition: EditionReader, subject: StoryId, change: Change) -> Iterator[date]:
    """The story's own day; every day of its months if nothing is left that could tell it."""
    match edition.story(subject):
        case Story(published_at=moment) | Tombstone(published_at=moment):
            yield local_day(moment, edition.masthead().time_zone)
        case None:
            for month in change.months:
                yield from _days_of(month)


def _days_of(month: Month) -> Iterator[date]:
    first = date.fromisoformat(f"{month}-01")
    yield from (first.replace(day=day) for day in range(1, monthrange(first.year, first.month)[1] + 1))


def everything(edition: EditionReader) -> Iterator[str]:
    """Yield all volumes, the newest first."""
    languages = edition.masthead().languages
    for topic in edition.topics():
        yield from (f"topic/{topic_list(code, topic.id)}" for code in languages)
    months = {(count.month, code) for code in languages for count in edition.months(language_list(code))}
    for month, code in sorted(months, reverse=True):
        yield from of_month(code, month)
        yield from _of_days_with_stories(edition, code, month)
    for story in edition.stories():
        yield from of_story(story)


def _of_days_with_stories(edition: EditionReader, code: str, month: Month) -> Iterator[str]:
    zone = edition.masthead().time_zone
    days = dict.fromkeys(local_day(teaser.published_at, zone) for teaser in edition.month(language_list(code), month))
    for day in days:
        yield from of_day(code, day)


def of_story(story: StoryId) -> tuple[str, str]:
    return f"story/{story}", f"{WITH_PICTURES}story/{story}"


def of_day(code: str, day: date) -> tuple[str, str]:
    return f"day/{code}/{day.isoformat()}", f"{WITH_PICTURES}day/{code}/{day.isoformat()}"


def of_month(code: str, month: Month) -> tuple[str, ...]:
    return (f"month/{code}/{month}", *(f"part/{code}/{month}/{part}" for part in MONTH_PARTS))


def topic_of(about: str) -> tuple[str, ListKey, str]:
    """Return language, list and topic of what stands after `topic/`."""
    code, _, name = about.split("/")
    return code, ListKey(about), name
