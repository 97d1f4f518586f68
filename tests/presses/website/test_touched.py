"""What a publication prints again: not what says the same as before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from araz.edition.names import StoryId
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.presses.website import pages
from araz.presses.website.touched import touched
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import drawn, library, section, shown, tiny_paper

JULY, AUGUST = datetime(2025, 7, 3, 9, tzinfo=UTC), datetime(2025, 8, 4, 9, tzinfo=UTC)


@dataclass
class Desk:
    edition: Edition
    outbox: HandOutbox

    def touched_by_what_came(self) -> tuple[str, ...]:
        """Append what was handed over and return what it touches."""
        last = self.edition.last_outbox()
        with self.edition.reader() as before:
            number = before.number()
        self.edition.append([row for row in self.outbox.rows if row.number > last])
        with self.edition.reader() as edition:
            return touched(edition, edition.changes_since(number))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    edition = Edition.open(tmp_path / "edition.db", may_make=True)
    desk = Desk(edition, tiny_paper(tmp_path / "media"))
    desk.touched_by_what_came()
    yield desk
    edition.close()


def story(name: str, at: datetime, sort: str = "n") -> Story:
    return msgspec.structs.replace(
        library(shown(drawn())),
        id=StoryId(name),
        slug=name,
        published_at=at,
        section=section("az", sort),
        corrections=(),
    )


def test_the_list_of_sitemaps_is_printed_again_when_a_month_comes_or_goes_and_never_else(desk: Desk):
    first, *others = (story("uuuuuuu1", JULY), story("uuuuuuu2", JULY, "o"), story("uuuuuuu5", JULY, "o"))
    desk.outbox.publish(first)
    assert pages.SITEMAPS in desk.touched_by_what_came()
    for other in others:  # the month is new in their section
        desk.outbox.publish(other)
        assert pages.SITEMAPS not in desk.touched_by_what_came()
    desk.outbox.withdraw(first)
    assert pages.SITEMAPS not in desk.touched_by_what_came()
    for other in others:
        desk.outbox.withdraw(other)
    assert pages.SITEMAPS in desk.touched_by_what_came()


def test_two_stories_that_begin_a_month_together_have_the_list_of_sitemaps_printed(desk: Desk):
    desk.outbox.publish(story("uuuuuuu3", AUGUST))
    desk.outbox.publish(story("uuuuuuu4", AUGUST, "o"))
    assert pages.SITEMAPS in desk.touched_by_what_came()
