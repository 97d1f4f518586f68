"""The buttons and forms of a story: each writes exactly one row, or refuses with a sentence."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from araz.desk.addresses import FIXED_ADDRESS
from araz.desk.door import STAYS
from araz.desk.models import StoryPage
from araz.desk.story_checks import NO_EXPIRY
from araz.edition.upgrades import read_story
from tests.desk.conftest import Newsroom, Staff
from tests.desk.forms import story_form
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database

EDIT = "wagtailadmin_pages:edit"


def test_publish_of_a_draft(newsroom: Newsroom, staff: Staff, chief: Somebody):
    page = newsroom.story(owner=staff.writer)
    with comes_out("publish"):
        chief.send(EDIT, page, story_form(page, "publish"))


def test_publish_of_a_changed_public_story(newsroom: Newsroom, chief: Somebody, editor: Somebody):
    page = newsroom.public_story()
    editor.send(EDIT, page, story_form(page, standfirst="Yeni cümlə."))
    with comes_out("correct") as rows:
        chief.send(EDIT, page, story_form(page, "publish"))
    assert read_story(bytes(rows[0].payload)).standfirst == "Yeni cümlə."


def test_publish_of_an_unchanged_public_story_is_no_news(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        chief.send(EDIT, page, story_form(page, "publish"))


def test_saving_a_draft_of_a_public_story(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        chief.send(EDIT, page, story_form(page, standfirst="Hələ yox."))
    assert StoryPage.objects.get(pk=page.pk).has_unpublished_changes


def test_making_a_story_and_publishing_it_at_once(newsroom: Newsroom, chief: Somebody, settings: Any):
    settings.ARAZ_APPROVAL = "one"
    section = newsroom.sections["az/news"]
    form = story_form(StoryPage(title="Bir an", locale=section.locale), "publish")
    with comes_out("publish"):
        chief.press("wagtailadmin_pages:add", "desk", "storypage", section.pk, **form)


def test_where_two_approve_a_new_story_stays_a_draft_whatever_button_is_pressed(newsroom: Newsroom, chief: Somebody):
    section = newsroom.sections["az/news"]
    form = story_form(StoryPage(title="Bir an", locale=section.locale), "publish")
    with nothing_comes_out():
        chief.press("wagtailadmin_pages:add", "desk", "storypage", section.pk, **form)
    assert not StoryPage.objects.get(title="Bir an").live


def test_another_address_for_a_public_story_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.send(EDIT, page, story_form(page, "publish", address="basqa-ad"))
    assert FIXED_ADDRESS.format(slug=page.address) in said


def test_an_address_that_another_story_has_is_refused(newsroom: Newsroom, staff: Staff, chief: Somebody):
    taken = newsroom.public_story().address
    page = newsroom.story(owner=staff.writer, address=taken)
    with nothing_comes_out():
        said = chief.send(EDIT, page, story_form(page, "publish"))
    assert f"has the address “{taken}”" in said


def test_a_day_on_which_a_story_vanishes_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    soon = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    with nothing_comes_out():
        said = chief.send(EDIT, page, story_form(page, "publish", expire_at=soon))
    assert NO_EXPIRY in said


def test_unpublishing_withdraws(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with comes_out("withdraw"):
        chief.press("wagtailadmin_pages:unpublish", page.pk)


def test_a_withdrawn_story_is_published_again(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    page.unpublish()
    with comes_out("publish"):
        chief.send(EDIT, page, story_form(page, "publish"))


def test_deleting_a_public_story_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.press("wagtailadmin_pages:delete", page.pk)
    assert STAYS in said
    assert StoryPage.objects.filter(pk=page.pk).exists()


def test_deleting_a_withdrawn_story_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    page.unpublish()
    with nothing_comes_out():
        said = chief.press("wagtailadmin_pages:delete", page.pk)
    assert STAYS in said


def test_deleting_a_draft(newsroom: Newsroom, staff: Staff, chief: Somebody):
    page = newsroom.story(owner=staff.writer)
    with nothing_comes_out():
        chief.press("wagtailadmin_pages:delete", page.pk)
    assert not StoryPage.objects.filter(pk=page.pk).exists()


def test_moving_a_public_story_to_another_section(newsroom: Newsroom, chief: Somebody):
    page, culture = newsroom.public_story(), newsroom.sections["az/culture"]
    with comes_out("correct") as rows:
        chief.press("wagtailadmin_pages:move_confirm", page.pk, culture.pk)
    assert read_story(bytes(rows[0].payload)).section == culture.public_id


def test_moving_a_story_to_another_language_is_refused(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        chief.press("wagtailadmin_pages:move_confirm", page.pk, newsroom.sections["azb/news"].pk)
    assert StoryPage.objects.get(pk=page.pk).get_parent().pk == newsroom.sections["az/news"].pk


@pytest.mark.parametrize("approval", ["one", "two"])
@pytest.mark.parametrize("wish", ["publish_copies", "alias"])
def test_a_copy_is_a_draft_of_its_own_whatever_is_asked_for(
    newsroom: Newsroom, chief: Somebody, settings: Any, approval: str, wish: str
):
    settings.ARAZ_APPROVAL = approval
    page, section = newsroom.public_story(), newsroom.sections["az/news"]
    fields = {"new_title": "Surət", "new_slug": "suret", "new_parent_page": section.pk, wish: "on"}
    with nothing_comes_out():
        chief.press("wagtailadmin_pages:copy", page.pk, **fields)
    copy = StoryPage.objects.get(title="Surət")
    assert (copy.live, copy.alias_of, copy.public_id == page.public_id, copy.address) == (False, None, False, "")


def test_an_older_version_that_is_published_again(newsroom: Newsroom, chief: Somebody, editor: Somebody):
    page = newsroom.public_story(standfirst="Birinci.")
    old = page.latest_revision
    editor.send(EDIT, page, story_form(page, standfirst="İkinci."))
    chief.send(EDIT, page, story_form(page, "publish"))
    older = story_form(page, standfirst="Birinci.")
    editor.press("wagtailadmin_pages:revisions_revert", page.pk, old.pk, **older)
    with comes_out("correct") as rows:
        chief.send(EDIT, page, story_form(page, "publish"))
    assert read_story(bytes(rows[0].payload)).standfirst == "Birinci."


def test_looking_at_an_older_version_changes_nothing(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.look("wagtailadmin_pages:revisions_revert", page.pk, page.latest_revision.pk)
    assert "You are viewing a previous version" in said


def test_there_is_no_alias_to_convert(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.press("wagtailadmin_pages:convert_alias", page.pk)
    assert said.status == 404


def test_the_last_approval_of_the_review_publishes(newsroom: Newsroom, staff: Staff, chief: Somebody, at_desk: Any):
    page = newsroom.story(owner=staff.writer)
    with nothing_comes_out():
        at_desk(staff.writer).send(EDIT, page, story_form(page, "submit"))
        _approve(at_desk(staff.editor), page)
    with comes_out("publish"):
        _approve(at_desk(staff.publisher), page)


def test_approving_in_the_editor_publishes(newsroom: Newsroom, staff: Staff, at_desk: Any):
    page = newsroom.story(owner=staff.writer)
    at_desk(staff.writer).send(EDIT, page, story_form(page, "submit"))
    button = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    with nothing_comes_out():
        at_desk(staff.editor).send(EDIT, page, {**story_form(page), **button})
    with comes_out("publish"):
        at_desk(staff.publisher).send(EDIT, page, {**story_form(page), **button})


def test_one_person_does_not_approve_both_steps(newsroom: Newsroom, staff: Staff, at_desk: Any):
    page = newsroom.story(owner=staff.writer)
    at_desk(staff.writer).send(EDIT, page, story_form(page, "submit"))
    publisher = at_desk(staff.publisher)
    with nothing_comes_out():
        _approve(publisher, page)
        _approve(publisher, page)
    assert page.current_workflow_task_state.task.name == "Release"


def test_a_writer_does_not_approve_an_own_story(newsroom: Newsroom, staff: Staff, at_desk: Any):
    page = newsroom.story(owner=staff.publisher)
    at_desk(staff.publisher).send(EDIT, page, story_form(page, "submit"))
    with nothing_comes_out():
        _approve(at_desk(staff.publisher), page)
    assert page.current_workflow_task_state.task.name == "Editing"


def test_starting_the_review_again_and_cancelling_it(newsroom: Newsroom, staff: Staff, at_desk: Any):
    page = newsroom.story(owner=staff.writer)
    writer, editor = at_desk(staff.writer), at_desk(staff.editor)
    with nothing_comes_out():
        writer.send(EDIT, page, story_form(page, "submit"))
        task = page.current_workflow_task_state
        editor.press(
            "wagtailadmin_pages:workflow_action", page.pk, "reject", task.pk, comment="Mənbə harada?", next="/admin/"
        )
        assert page.current_workflow_state.status == "needs_changes"
        writer.send(EDIT, page, story_form(page, "restart-workflow"))
        assert page.current_workflow_state.status == "in_progress"
        writer.send(EDIT, page, story_form(page, "cancel-workflow"))
    assert page.current_workflow_state is None


def test_locking_and_unlocking(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        chief.press("wagtailadmin_pages:lock", page.pk)
        assert StoryPage.objects.get(pk=page.pk).locked
        chief.press("wagtailadmin_pages:unlock", page.pk)


def test_nothing_of_the_paper_can_be_made_private(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    for each in (page, newsroom.sections["az/news"], newsroom.homes["az"]):
        with nothing_comes_out():
            said = chief.press(
                "wagtailadmin_pages:set_privacy", each.pk, restriction_type="login", password="", groups=[]
            )
        assert said.status != 500
        assert not each.get_view_restrictions().exists()


def test_a_translation_begins_as_a_draft(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    azb = newsroom.sections["azb/news"]
    azb.translation_key = newsroom.sections["az/news"].translation_key
    azb.save()
    with nothing_comes_out():
        chief.press("simple_translation:submit_page_translation", page.pk, locales=[azb.locale_id])
    translation = StoryPage.objects.get(locale=azb.locale)
    assert (translation.live, translation.translated_from) == (False, page)


def _approve(somebody: Somebody, page: StoryPage) -> None:
    task = page.current_workflow_task_state
    somebody.press("wagtailadmin_pages:workflow_action", page.pk, "approve", task.pk, next="/admin/")
