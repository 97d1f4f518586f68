"""What the desk asks of its database does not grow with the archive."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from araz.desk.indexing import index_stories
from araz.desk.models import StoryPage
from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

LISTS = (
    "/admin/",
    "/admin/my-stories/",
    "/admin/to-review/",
    "/admin/notices/",
    "/admin/pages/{section}/",
    "/admin/pages/{section}/?ordering=title",
    "/admin/pages/search/?q=Körpü",
    "/admin/pages/{story}/edit/",
    "/admin/pages/{story}/history/",
    "/admin/images/",
    "/admin/snippets/desk/byline/",
    "/admin/reports/site-history/",
    "/admin/users/",
)


@pytest.mark.parametrize("address", LISTS)
def test_a_page_of_the_desk_asks_as_often_for_fifty_stories_as_for_five(
    newsroom: Newsroom, staff: Any, client: Client, address: str
):
    for number in range(5):
        story = newsroom.public_story(title=f"Körpü {number}", owner=staff.administrator)
    sign_in(client, staff.administrator)
    path = address.format(section=newsroom.sections["az/news"].pk, story=story.pk)
    few = _asked(client, path)
    for number in range(45):
        newsroom.public_story(title=f"Körpü yenə {number}", owner=staff.administrator)
    assert _asked(client, path) <= few


def _asked(client: Client, path: str) -> int:
    client.get(path)  # what is kept from one look to the next
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


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
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL ranks what it finds.")
    pages = [newsroom.story(title=f"Körpü {number}").pk for number in range(3)]
    index_stories.call(pages)
    assert [page.pk for page in StoryPage.objects.all().autocomplete("körp")] == pages[::-1]
