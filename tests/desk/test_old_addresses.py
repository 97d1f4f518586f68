"""Old addresses belong to the story itself: they go out with it, and neither a copy nor an older version takes them along."""

import pytest

from araz.desk.models import Outbox, StoryPage, Topic
from araz.edition.paper import Section
from araz.edition.paper import Topic as TopicPart
from araz.edition.upgrades import read_part, read_story
from tests.desk.conftest import Newsroom

pytestmark = pytest.mark.database

OLD = ["/2019/05/köprü", "/?p=7"]


def last_part() -> object:
    return read_part(bytes(Outbox.objects.filter(deed="arrange").order_by("-number")[0].payload))


def test_they_are_handed_over_with_the_story_and_stay_when_it_is_edited(newsroom: Newsroom):
    page = newsroom.public_story(old_addresses=OLD)
    page.title = "Körpü bağlandı"
    page.save_revision().publish()
    told = [read_story(bytes(row.payload)).old_addresses for row in newsroom.rows()]
    assert told == [tuple(OLD), tuple(OLD)]


def test_an_older_version_of_the_text_takes_none_away(newsroom: Newsroom):
    page = newsroom.public_story()
    before = page.latest_revision
    StoryPage.objects.filter(pk=page.pk).update(old_addresses=OLD)
    again = StoryPage.objects.get(pk=page.pk)
    assert before.as_object().old_addresses == OLD
    again.save_revision(previous_revision=before).publish()
    assert read_story(bytes(newsroom.rows()[-1].payload)).old_addresses == tuple(OLD)


def test_a_copy_has_none(newsroom: Newsroom):
    page = newsroom.public_story(old_addresses=OLD)
    assert page.copy(update_attrs={"title": "Surət"}, keep_live=False).old_addresses == []


def test_sections_and_topics_hand_theirs_over(newsroom: Newsroom):
    section = newsroom.sections["az/news"]
    section.old_addresses = ["/category/xeber"]
    section.save()
    part = last_part()
    assert isinstance(part, Section)
    assert part.old_addresses == ("/category/xeber",)
    Topic.objects.create(name={"az": "Su"}, old_addresses=["/tag/su"])
    part = last_part()
    assert isinstance(part, TopicPart)
    assert part.old_addresses == ("/tag/su",)
