"""Where Wagtail would load all of something, the desk loads what it shows."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex, Workflow

from araz.desk.models import Byline, StoryPage
from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database


@pytest.fixture
def leyla(newsroom: Newsroom) -> Byline:
    """A byline with 45 stories, of which each names it twice."""
    byline: Byline = Byline.objects.create(name={"az": "Leyla"})
    for number in range(45):
        story = newsroom.story(title=f"Körpü {number:02}")
        story.named.create(byline=byline)
        story.named.create(byline=byline)
        ReferenceIndex.create_or_update_for_object(story)
    return byline


def used_on(client: Client, byline: Byline, page: int) -> list[str]:
    shown = client.get(f"/admin/snippets/desk/byline/usage/{byline.pk}/?p={page}")
    assert shown.status_code == 200
    return [row["label"] for row in shown.context["table"].data]


def test_all_stories_of_a_byline_are_shown_on_three_pages_each_once(leyla: Byline, staff: Any, client: Client):
    sign_in(client, staff.administrator)
    pages = [used_on(client, leyla, page) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert sorted(title for page in pages for title in page) == [f"Körpü {number:02}" for number in range(45)]


def test_a_page_of_a_bylines_stories_loads_no_other_stories(leyla: Byline, staff: Any, client: Client):
    sign_in(client, staff.administrator)
    used_on(client, leyla, 3)
    with CaptureQueriesContext(connection) as asked:
        used_on(client, leyla, 3)
    loaded = [query["sql"] for query in asked.captured_queries if 'FROM "wagtailcore_page" WHERE' in query["sql"]]
    assert len([sql for sql in loaded if '"wagtailcore_page"."id" IN' in sql]) == 1  # all five at once
    assert not [sql for sql in loaded if '"wagtailcore_page"."id" = ' in sql]


def test_a_story_that_is_gone_is_left_out(leyla: Byline, staff: Any, client: Client):
    sign_in(client, staff.administrator)
    gone = StoryPage.objects.get(title="Körpü 07")
    ReferenceIndex.objects.filter(object_id=str(gone.pk)).update(object_id="99999999")
    shown = [title for page in (1, 2, 3) for title in used_on(client, leyla, page)]
    assert len(shown) == 44
    assert "Körpü 07" not in shown


@pytest.mark.parametrize(("place", "order"), [("az/news", "-latest_revision_created_at"), ("az", "ord")])
def test_the_order_of_the_tree_is_there_where_somebody_may_drag(
    newsroom: Newsroom, staff: Any, client: Client, place: str, order: str
):
    sign_in(client, staff.administrator)
    page = newsroom.sections.get(place) or newsroom.homes[place]
    shown = client.get(f"/admin/pages/{page.pk}/?ordering=ord")
    assert shown.status_code == 200
    assert shown.context["ordering"] == order
    assert bool(shown.context["paginator"]) == (order != "ord")


def test_a_review_names_the_pages_that_it_is_set_for_and_not_all_stories_under_them(
    newsroom: Newsroom, staff: Any, client: Client
):
    newsroom.story(title="Körpü")
    sign_in(client, staff.administrator)
    review = Workflow.objects.get(active=True)
    shown = client.get(f"/admin/workflows/usage/{review.pk}/").content.decode()
    assert "آراز" in shown
    assert "Körpü" not in shown


def test_a_byline_of_many_stories_can_be_deleted_while_none_was_public(leyla: Byline, staff: Any, client: Client):
    sign_in(client, staff.administrator)
    address = f"/admin/snippets/desk/byline/delete/{leyla.pk}/"
    assert "referenced 45 times" in client.get(address).content.decode()
    client.post(address)
    assert not Byline.objects.filter(pk=leyla.pk).exists()


def test_stories_by_their_type_are_read_from_the_index_of_stories(newsroom: Newsroom, staff: Any, client: Client):
    newsroom.story(title="Körpü")
    sign_in(client, staff.administrator)
    with CaptureQueriesContext(connection) as asked:
        shown = client.get("/admin/pages/usage/desk/storypage/")
    assert [page.title for page in shown.context["object_list"]] == ["Körpü"]
    listing = next(query["sql"] for query in asked.captured_queries if "_approved_schedule" in query["sql"])
    assert '"wagtailcore_page"."content_type_id" = ' in listing
    assert '"wagtailcore_page"."depth"' not in listing
    if connection.vendor == "sqlite":  # PostgreSQL chooses by how many rows there are
        with connection.cursor() as cursor:
            cursor.execute(f"explain query plan {listing}")
            plan = " ".join(str(row) for row in cursor.fetchall())
        assert "USING INDEX desk_stories" in plan
