"""The second door: many stories at once, written elsewhere."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from wagtail.models import Page

from araz.desk.imported import Arrival, Numbers, publish_imported, reserve_pages
from araz.desk.indexing import index_stories
from araz.desk.models import Byline, Origin, Outbox, PublicStory, StoryPage, Topic
from araz.desk.reconciliation import differences
from araz.desk.roles import make_account
from araz.edition.blocks import Heading, Paragraph
from araz.edition.comments import Comment
from araz.edition.names import StoryId, new_id
from araz.edition.story import Story
from araz.edition.text import plain
from araz.edition.upgrades import read_story
from tests.desk.conftest import Newsroom
from tests.desk.forms import story_form
from tests.desk.stories import prose
from tests.desk.ways.conftest import at_desk, chief, comes_out, nothing_comes_out  # noqa: F401

pytestmark = pytest.mark.database

MOMENT = datetime(2019, 5, 3, 8, 47, tzinfo=UTC)


def arrivals(newsroom: Newsroom, count: int = 1, section: str = "az/news", **changes: Any) -> list[Arrival]:
    first = reserve_pages(count)
    return [_arrival(newsroom, section, first + each, **changes) for each in range(count)]


def _arrival(newsroom: Newsroom, section: str, page: int, **changes: Any) -> Arrival:
    key = StoryId(new_id())
    origin = Origin.objects.create(key=f"wordpress:old.example:{page}", story=key, page_number=page)
    story = Story(
        id=key,
        group=new_id(),  # type: ignore[arg-type]  # any id
        language=section.split("/", maxsplit=1)[0],
        kind="news",
        section=newsroom.sections[section].public_id,
        slug="",
        headline="Körpü açıldı",
        standfirst="Səhər.",
        published_at=MOMENT,
        body=(Heading(text=plain("Səhər")), Paragraph(text=plain("Çayın üstündəki körpü açıldı."))),
    )
    body = [{"type": "prose", "value": {"text": "<h2>Səhər</h2><p>Çayın üstündəki körpü açıldı.</p>", "language": ""}}]
    return Arrival(
        origin=origin,
        source="1",
        story=msgspec.structs.replace(story, **changes),
        body=body,
        notes=[],
        translation_key=uuid4(),
    )


def test_a_story_is_a_page_and_one_row(newsroom: Newsroom):
    (arrival,) = arrivals(newsroom)
    with comes_out("import") as rows:
        publish_imported([arrival], Numbers({}, {}))
    page = StoryPage.objects.get(pk=arrival.origin.page_number)
    assert (page.live, page.address, page.title) == (True, "korpu-acildi", "Körpü açıldı")
    assert page.get_parent().pk == newsroom.sections["az/news"].pk
    story = read_story(bytes(rows[0].payload))
    assert (story.slug, story.published_at) == ("korpu-acildi", datetime(2019, 5, 3, 8, 40, tzinfo=UTC))
    assert PublicStory.objects.get(page=page).month == "2019-05"
    assert Page.find_problems() == ([], [], [], [], [])
    assert differences() == []


def test_what_the_desk_would_publish_is_what_was_handed_over(newsroom: Newsroom):
    byline, topic = Byline.objects.create(name={"az": "Sevda"}), Topic.objects.create(name={"az": "Göl"})
    (arrival,) = arrivals(newsroom, bylines=(byline.public_id,), topics=(topic.public_id,))
    numbers = Numbers({byline.public_id: byline.pk}, {topic.public_id: topic.pk})
    page = StoryPage(translation_key=arrival.translation_key)
    from araz.desk.door import group_of

    arrival = replace(arrival, story=msgspec.structs.replace(arrival.story, group=group_of(page)))
    publish_imported([arrival], numbers)
    with nothing_comes_out():
        StoryPage.objects.get(pk=arrival.origin.page_number).save_revision().publish()


def test_equal_headlines_of_a_month_get_addresses_of_their_own(newsroom: Newsroom):
    newsroom.public_story()
    publish_imported(arrivals(newsroom, 3), Numbers({}, {}))
    publish_imported(arrivals(newsroom, 2), Numbers({}, {}))
    found = PublicStory.objects.filter(month="2019-05").order_by("page_id").values_list("slug", flat=True)
    assert list(found) == ["korpu-acildi", "korpu-acildi-2", "korpu-acildi-3", "korpu-acildi-4", "korpu-acildi-5"]


def test_a_draft_is_a_page_and_no_row(newsroom: Newsroom):
    (arrival,) = arrivals(newsroom)
    with nothing_comes_out():
        publish_imported([replace(arrival, is_public=False)], Numbers({}, {}))
    page = StoryPage.objects.get(pk=arrival.origin.page_number)
    assert (page.live, page.address) == (False, "")
    with comes_out("publish"):
        page.save_revision().publish()


def test_comments_come_after_their_story(newsroom: Newsroom):
    (arrival,) = arrivals(newsroom)
    said = Comment(id=new_id(), story=arrival.story.id, name="Oxucu", text="Sağ olun.", day=date(2019, 5, 4))
    with comes_out("import", "comment"):
        publish_imported([replace(arrival, comments=(said,))], Numbers({}, {}))


def test_the_desk_goes_on_beside_what_was_brought_in(newsroom: Newsroom, chief: Any):  # noqa: F811
    coming = arrivals(newsroom, 2)
    between = newsroom.story(title="Araya girən")  # made after the numbers were reserved
    publish_imported(coming, Numbers({}, {}))
    after = newsroom.story(title="Sonra gələn", body=[prose("Bir.")])
    assert len({between.pk, after.pk, *(each.origin.page_number for each in coming)}) == 4
    assert [page.title for page in newsroom.sections["az/news"].get_children()] == [
        "Araya girən",
        "Körpü açıldı",
        "Körpü açıldı",
        "Sonra gələn",
    ]
    page = StoryPage.objects.get(pk=coming[0].origin.page_number)
    page.standfirst = "Axşam."
    page.save_revision(user=make_account("editor"))
    with comes_out("correct"):
        chief.send("wagtailadmin_pages:edit", page, story_form(page, "publish"))


def test_all_or_nothing(newsroom: Newsroom):
    good, bad = arrivals(newsroom, 2)
    with nothing_comes_out(), pytest.raises(KeyError):
        publish_imported(
            [good, replace(bad, story=msgspec.structs.replace(bad.story, bylines=("nobody",)))], Numbers({}, {})
        )
    assert not StoryPage.objects.exists()
    assert Outbox.objects.exclude(deed="arrange").count() == 0


def test_the_count_of_queries_does_not_depend_on_the_count_of_stories(
    newsroom: Newsroom, django_assert_max_num_queries: Any
):
    few, many = arrivals(newsroom, 2), arrivals(newsroom, 60)
    with django_assert_max_num_queries(40) as asked:
        publish_imported(few, Numbers({}, {}))
    with django_assert_max_num_queries(len(asked.captured_queries) + 4):
        publish_imported(many, Numbers({}, {}))


def test_the_desk_finds_what_was_brought_in_when_the_worker_has_been_at_it(newsroom: Newsroom):
    (arrival,) = arrivals(newsroom)
    publish_imported([arrival], Numbers({}, {}))
    assert list(StoryPage.objects.all().search("üstündəki")) == []
    index_stories.call([arrival.origin.page_number])
    assert [page.pk for page in StoryPage.objects.all().search("üstündəki")] == [arrival.origin.page_number]
