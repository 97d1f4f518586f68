"""Many things ticked in a list: one row for each that changes, or a sentence and no change at all."""

from typing import Any

import pytest
from wagtail.models import Page

from araz.desk.door import STAYS
from araz.desk.models import StoryPage
from tests.desk.conftest import Newsroom, Staff
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database

PAGE = "wagtailcore.page"


def test_publishing_three_drafts(newsroom: Newsroom, staff: Staff, chief: Somebody):
    drafts = [newsroom.story(owner=staff.writer, title=f"Xəbər {number}") for number in (1, 2, 3)]
    for draft in drafts:
        draft.save_revision()
    with comes_out("publish", "publish", "publish"):
        chief.press_for_all(PAGE, "publish", *drafts)


def test_a_story_of_ones_own_is_not_published_with_the_others(newsroom: Newsroom, staff: Staff, at_desk: Any):
    own, other = newsroom.story(owner=staff.publisher), newsroom.story(owner=staff.writer)
    for draft in (own, other):
        draft.save_revision()
    with comes_out("publish") as rows:
        at_desk(staff.publisher).press_for_all(PAGE, "publish", own, other)
    assert rows[0].subject == other.public_id


def test_publishing_a_section_with_its_drafts(newsroom: Newsroom, staff: Staff, chief: Somebody):
    for number in (1, 2):
        newsroom.story(owner=staff.writer, title=f"Xəbər {number}").save_revision()
    with comes_out("publish", "publish"):
        chief.press_for_all(PAGE, "publish", newsroom.sections["az/news"], include_descendants="on")


def test_publishing_a_section_leaves_out_what_is_ones_own(newsroom: Newsroom, staff: Staff, at_desk: Any):
    newsroom.story(owner=staff.publisher).save_revision()
    with nothing_comes_out():
        at_desk(staff.publisher).press_for_all(PAGE, "publish", newsroom.sections["az/news"], include_descendants="on")


def test_withdrawing_two(newsroom: Newsroom, chief: Somebody):
    pages = [newsroom.public_story(title=f"Xəbər {number}") for number in (1, 2)]
    with comes_out("withdraw", "withdraw"):
        chief.press_for_all(PAGE, "unpublish", *pages)


@pytest.mark.parametrize("whole", ["", "on"])
def test_unpublishing_a_section_that_has_public_stories_is_refused(newsroom: Newsroom, chief: Somebody, whole: str):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.press_for_all(PAGE, "unpublish", newsroom.sections["az/news"], include_descendants=whole)
    assert "has stories that were public" in said
    assert StoryPage.objects.get(pk=page.pk).live


def test_moving_two_stories_to_another_section(newsroom: Newsroom, chief: Somebody):
    pages = [newsroom.public_story(title=f"Xəbər {number}") for number in (1, 2)]
    with comes_out("correct", "correct"):
        chief.press_for_all(PAGE, "move", *pages, chooser=newsroom.sections["az/culture"].pk)


def test_moving_stories_to_another_language_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        chief.press_for_all(PAGE, "move", page, chooser=newsroom.sections["azb/news"].pk)
    assert StoryPage.objects.get(pk=page.pk).get_parent().pk == newsroom.sections["az/news"].pk


def test_deleting_a_public_story_among_drafts_deletes_nothing(newsroom: Newsroom, staff: Staff, chief: Somebody):
    draft, public = newsroom.story(owner=staff.writer, title="Qaralama"), newsroom.public_story()
    with nothing_comes_out():
        said = chief.press_for_all(PAGE, "delete", draft, public)
    assert STAYS in said
    assert StoryPage.objects.count() == 2


def test_deleting_drafts(newsroom: Newsroom, staff: Staff, chief: Somebody):
    drafts = [newsroom.story(owner=staff.writer, title=f"Xəbər {number}") for number in (1, 2)]
    with nothing_comes_out():
        chief.press_for_all(PAGE, "delete", *drafts)
    assert not StoryPage.objects.exists()


def test_deleting_a_section_with_public_stories_is_refused(newsroom: Newsroom, chief: Somebody):
    newsroom.public_story()
    section = newsroom.sections["az/news"]
    with nothing_comes_out():
        said = chief.press_for_all(PAGE, "delete", section)
    assert "Move them to another section first" in said or STAYS in said
    assert Page.objects.filter(pk=section.pk).exists()
