"""What the desk asks of its database does not grow with the archive."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Page, Revision

from araz.desk.indexing import index_stories
from araz.desk.models import AddressBook, Byline, DeskImage, Place, StoryPage, Topic
from benchmarks.desk_pages import pages, places
from tests.desk.asking import queries_of
from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

WORDS = ("Körpü", "zzzz")

# Wagtail asks some times for each row that these show, of which there are at most 25.
BY_ROW = ("chooser", "menu of pages", "report: review")
MOST_QUERIES = 140


@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile")  # Wagtail leaves one open when it makes a picture smaller
@pytest.mark.filterwarnings("ignore:Exception ignored in.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
def test_no_page_of_the_desk_asks_more_often_for_fifty_stories_than_for_five(
    newsroom: Newsroom, staff: Any, client: Client
):
    AddressBook.load()
    parts = Parts.made()
    _write(newsroom, staff, parts, 5)
    assert [name for name, found in places(staff.administrator).items() if found is None] == []
    sign_in(client, staff.administrator)
    few = _asked(client, staff)
    _write(newsroom, staff, parts, 45)
    many = _asked(client, staff)
    more = {name: (few[name], count) for name, count in many.items() if count > few[name]}
    assert {name: counts for name, counts in more.items() if not name.startswith(BY_ROW)} == {}
    assert max(many.values()) <= MOST_QUERIES


@dataclass(frozen=True)
class Parts:
    """What all stories name, so that it is named as often as there are stories."""

    byline: Byline
    topic: Topic
    place: Place
    picture: DeskImage

    @classmethod
    def made(cls) -> "Parts":
        names = {"az": "Körpü", "azb": "کؤرپو"}
        return cls(
            byline=Byline.objects.create(name=names),
            topic=Topic.objects.create(name=names),
            place=Place.objects.create(name=names),
            picture=DeskImage.objects.create(title="Körpü", file=_a_picture()),
        )


def _write(newsroom: Newsroom, staff: Any, parts: Parts, count: int) -> None:
    """Stories at four steps in turn, all in one section and all naming the same."""
    leave_at: tuple[Callable[[StoryPage], object], ...] = (
        lambda _draft: None,
        lambda story: story.get_workflow().start(story, staff.writer),
        lambda story: story.get_latest_revision().publish(),
        _schedule,
    )
    for number in range(count):
        story = newsroom.story(
            title=f"Körpü {number}", owner=staff.administrator, place=parts.place, picture=parts.picture
        )
        story.named.create(byline=parts.byline)
        story.about.create(topic=parts.topic)
        story.save_revision(user=staff.administrator)
        leave_at[number % len(leave_at)](story)
    stories = StoryPage.objects.all()
    index_stories.call([story.pk for story in stories])


def _schedule(story: StoryPage) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    Revision.objects.filter(pk=story.latest_revision_id).update(approved_go_live_at=tomorrow)


def _a_picture() -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, "PNG")
    return SimpleUploadedFile("su.png", content.getvalue())


def _asked(client: Client, staff: Any) -> dict[str, int]:
    """How often each page asks the database."""
    return {name: queries_of(client, address) for name, address in pages(WORDS, staff.administrator)}


def test_pages_under_another_are_found_by_an_index(newsroom: Newsroom):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by how many rows there are.")
    section = newsroom.sections["az/news"]
    assert "SCAN" not in Page.objects.descendant_of(section).explain()
    assert "desk_pages_by_depth" in Page.objects.filter(depth=4, path__startswith=section.path).explain()


def test_a_beginning_is_meant_as_it_is_written(newsroom: Newsroom):
    newsroom.story(title="100% su")
    newsroom.story(title="100 su")
    newsroom.story(title="_Göl")
    found = [
        list(Page.objects.filter(title__startswith=start).values_list("title", flat=True))
        for start in ("100%", "_", "g")
    ]
    assert found == [["100% su"], ["_Göl"], []]


def test_nobody_drags_the_stories_of_a_section(newsroom: Newsroom, staff: Any, client: Client):
    story = newsroom.public_story()
    sign_in(client, staff.administrator)
    answer = client.post(reverse("wagtailadmin_pages:set_page_position", args=[story.pk]) + "?position=0")
    assert answer.status_code in (302, 403)
    assert not newsroom.sections["az/news"].permissions_for_user(staff.administrator).can_reorder_children()


def test_what_was_found_stands_with_the_newest_first(newsroom: Newsroom):
    pages = [newsroom.story(title=f"Körpü {number}").pk for number in range(3)]
    index_stories.call(pages)
    assert [page.pk for page in StoryPage.objects.all().autocomplete("körp")] == pages[::-1]
