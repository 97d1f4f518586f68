"""The actions of the desk's API, which the explorer's menus may call: they go through the same door."""

from typing import Any

import pytest
from wagtail.admin.api.views import PagesAdminAPIViewSet

from araz.desk.door import STAYS
from araz.desk.models import StoryPage
from tests.desk.conftest import Newsroom, Staff
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database

DRIVEN_HERE = {
    "convert_alias", "copy", "copy_for_translation", "create_alias", "delete", "move", "publish",
    "revert_to_page_revision", "unpublish",
}  # fmt: skip


def test_wagtail_has_no_action_that_is_not_driven_here():
    assert set(PagesAdminAPIViewSet.actions) == DRIVEN_HERE


def test_publish(newsroom: Newsroom, staff: Staff, chief: Somebody):
    page = newsroom.story(owner=staff.writer)
    page.save_revision()
    with comes_out("publish"):
        assert chief.call(page, "publish").status == 200


def test_publish_of_an_own_story_is_refused_where_two_approve(newsroom: Newsroom, staff: Staff, at_desk: Any):
    page = newsroom.story(owner=staff.publisher)
    page.save_revision()
    with nothing_comes_out():
        assert at_desk(staff.publisher).call(page, "publish").status == 403


def test_unpublish(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with comes_out("withdraw"):
        assert chief.call(page, "unpublish").status == 200


def test_unpublishing_a_section_with_all_in_it_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.call(newsroom.sections["az/news"], "unpublish", recursive=True)
    assert (said.status, "has stories that were public" in said) == (400, True)
    assert StoryPage.objects.get(pk=page.pk).live


def test_move(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with comes_out("correct"):
        said = chief.call(page, "move", destination_page_id=newsroom.sections["az/culture"].pk, position="last-child")
    assert said.status == 200


def test_move_to_another_language_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.call(page, "move", destination_page_id=newsroom.sections["azb/news"].pk, position="last-child")
    assert said.status == 403


def test_delete_of_a_public_story_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.call(page, "delete")
    assert (said.status, STAYS in said) == (400, True)


def test_copy_makes_a_draft(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        assert chief.call(page, "copy", keep_live=False).status == 201
    assert [each.live for each in StoryPage.objects.order_by("pk")] == [True, False]


def test_a_copy_that_shall_be_public_at_once_is_a_draft_or_refused(newsroom: Newsroom, chief: Somebody, settings: Any):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.call(page, "copy", keep_live=True)
    assert (said.status, "permission to publish" in said) == (403, True)
    settings.ARAZ_APPROVAL = "one"
    with nothing_comes_out():
        chief.call(page, "copy", keep_live=True)
    assert [each.live for each in StoryPage.objects.order_by("pk")] == [True, False]


def test_an_alias_is_refused(newsroom: Newsroom, chief: Somebody, settings: Any):
    settings.ARAZ_APPROVAL = "one"
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.call(page, "create_alias", destination_page_id=newsroom.sections["az/culture"].pk)
    assert (said.status, "A story has no alias" in said) == (400, True)


def test_there_is_no_alias_to_convert(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        assert chief.call(page, "convert_alias").status == 400


def test_a_translation_begins_as_a_draft(newsroom: Newsroom, chief: Somebody):
    page, azb = newsroom.public_story(), newsroom.sections["azb/news"]
    azb.translation_key = newsroom.sections["az/news"].translation_key
    azb.save()
    with nothing_comes_out():
        said = chief.call(page, "copy_for_translation", locale="azb", alias=False)
    assert said.status == 201
    assert not StoryPage.objects.get(locale=azb.locale).live


def test_a_translation_as_an_alias_is_refused(newsroom: Newsroom, chief: Somebody):
    page, azb = newsroom.public_story(), newsroom.sections["azb/news"]
    azb.translation_key = newsroom.sections["az/news"].translation_key
    azb.save()
    with nothing_comes_out():
        said = chief.call(page, "copy_for_translation", locale="azb", alias=True)
    assert (said.status, "A story has no alias" in said) == (400, True)


def test_going_back_to_an_older_version_makes_a_draft(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    old = page.latest_revision
    page.title = "Yeni başlıq"
    page.save_revision().publish()
    with nothing_comes_out():
        assert chief.call(page, "revert_to_page_revision", revision_id=old.pk).status == 200
    assert StoryPage.objects.get(pk=page.pk).has_unpublished_changes
