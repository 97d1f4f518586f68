"""Where two persons approve, nobody publishes words that he saved last himself, whichever way he tries."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.log_actions import LogContext

from araz.desk.models import StoryPage
from araz.desk.models.review import LAST_WORDS
from araz.desk.two_persons import OWN_STORY, OWN_WORDS
from araz.edition.upgrades import read_story
from tests.desk.conftest import Newsroom, Staff
from tests.desk.forms import story_form
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database

EDIT = "wagtailadmin_pages:edit"
APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}


@pytest.fixture
def publisher(at_desk: Callable[[Any], Somebody], staff: Staff) -> Somebody:
    return at_desk(staff.publisher)


@pytest.fixture
def page(newsroom: Newsroom, staff: Staff) -> StoryPage:
    """A draft of the writer's."""
    draft = newsroom.story(owner=staff.writer, standfirst="Yazarın sözü.")
    draft.save_revision(user=staff.writer)
    return draft


def newest(page: StoryPage) -> StoryPage:
    draft: StoryPage = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft


def in_two_hours() -> str:
    return (datetime.now(UTC) + timedelta(hours=2)).strftime("%Y-%m-%d %H:%M")


# The editor's form


def test_what_a_publisher_has_just_typed_is_kept_and_not_published(page: StoryPage, publisher: Somebody):
    with nothing_comes_out():
        said = publisher.send(EDIT, page, story_form(page, "publish", standfirst="Naşirin sözü."))
    assert OWN_WORDS in said
    assert (newest(page).standfirst, StoryPage.objects.get(pk=page.pk).live) == ("Naşirin sözü.", False)


def test_nor_what_had_saved_itself_before_the_button_was_pressed(page: StoryPage, publisher: Somebody):
    publisher.send(EDIT, page, story_form(page, standfirst="Naşirin sözü."))
    with nothing_comes_out():
        said = publisher.send(EDIT, page, story_form(page, "publish"))
    assert OWN_WORDS in said


def test_the_editor_says_so_and_shows_no_button(page: StoryPage, publisher: Somebody):
    assert 'name="action-publish"' in publisher.look(EDIT, page.pk)
    publisher.send(EDIT, page, story_form(page, standfirst="Naşirin sözü."))
    said = publisher.look(EDIT, page.pk)
    assert ('name="action-publish"' in said, OWN_WORDS in said) == (False, True)


def test_a_story_that_one_began_says_that_another_publishes_it(
    newsroom: Newsroom, staff: Staff, publisher: Somebody, editor: Somebody
):
    page = newsroom.story(owner=staff.publisher)
    editor.send(EDIT, page, story_form(page, standfirst="Redaktorun sözü."))
    with nothing_comes_out():
        said = publisher.send(EDIT, page, story_form(page, "publish"))
    assert OWN_STORY in said


def test_nothing_is_said_where_readers_have_the_newest_words(
    newsroom: Newsroom, staff: Staff, publisher: Somebody, chief: Somebody
):
    page = newsroom.story(owner=staff.publisher)
    assert OWN_STORY in publisher.look(EDIT, page.pk)
    chief.send(EDIT, page, story_form(page, "publish"))
    assert OWN_STORY not in publisher.look(EDIT, page.pk)


@pytest.mark.parametrize("saves", [0, 2])
def test_words_that_a_publisher_has_not_changed_are_published(page: StoryPage, publisher: Somebody, saves: int):
    for _ in range(saves):
        publisher.send(EDIT, page, story_form(page))
    with comes_out("publish"):
        publisher.send(EDIT, page, story_form(page, "publish"))


@pytest.mark.parametrize("change", [{}, {"standfirst": "Redaktorun sözü."}])
def test_words_that_another_has_saved_since_are_published(
    page: StoryPage, publisher: Somebody, editor: Somebody, change: dict[str, str]
):
    publisher.send(EDIT, page, story_form(page, standfirst="Naşirin sözü."))
    editor.send(EDIT, page, story_form(page, **change))
    with comes_out("publish"):
        publisher.send(EDIT, page, story_form(page, "publish"))


def test_a_correction_takes_two_persons_too(newsroom: Newsroom, publisher: Somebody, editor: Somebody):
    page = newsroom.public_story(standfirst="Səhv.")
    with nothing_comes_out():
        said = publisher.send(EDIT, page, story_form(page, "publish", standfirst="Düz.", correction_note="Səhv idi."))
    assert OWN_WORDS in said
    assert StoryPage.objects.get(pk=page.pk).standfirst == "Səhv."
    editor.send(EDIT, page, story_form(page))
    with comes_out("correct") as rows:
        publisher.send(EDIT, page, story_form(page, "publish"))
    assert read_story(bytes(rows[0].payload)).standfirst == "Düz."


def test_taking_an_older_version_back_is_a_change_of_ones_own(
    newsroom: Newsroom, staff: Staff, publisher: Somebody, editor: Somebody
):
    page = newsroom.story(owner=staff.writer, standfirst="Mənbənin adı ilə.")
    old = page.save_revision(user=staff.writer)
    before = story_form(page, "publish")
    editor.send(EDIT, page, story_form(page, standfirst="Adsız."))
    with nothing_comes_out():
        publisher.press("wagtailadmin_pages:revisions_revert", page.pk, old.pk, **before)
        publisher.send(EDIT, page, before)


@pytest.mark.parametrize("change", [{}, {"standfirst": "Naşirin sözü."}])
def test_a_draft_that_was_brought_in_is_published_as_it_came(
    newsroom: Newsroom, publisher: Somebody, change: dict[str, str]
):
    page = newsroom.story(
        owner=None, standfirst="Köhnə sayt."
    )  # as an import leaves it: nobody's, and without a version
    assert not page.revisions.exists()
    with comes_out(*[] if change else ["publish"]):
        publisher.send(EDIT, page, story_form(page, "publish", **change))


# Lists, the API, the hour


def test_lists_and_api_publish_no_own_words(page: StoryPage, newsroom: Newsroom, staff: Staff, publisher: Somebody):
    other = newsroom.story(owner=staff.writer, title="Başqa")
    other.save_revision(user=staff.writer)
    publisher.send(EDIT, page, story_form(page, standfirst="Naşirin sözü."))
    with comes_out("publish") as rows:
        publisher.press_for_all("wagtailcore.page", "publish", page, other)
        publisher.press_for_all("wagtailcore.page", "publish", newsroom.sections["az/news"], include_descendants="on")
        assert publisher.call(page, "publish").status == 403
    assert rows[0].subject == other.public_id


def test_lists_and_api_publish_what_was_brought_in(newsroom: Newsroom, publisher: Somebody):
    one, two = newsroom.story(owner=None, title="Bir"), newsroom.story(owner=None, title="İki")
    with comes_out("publish", "publish"):
        publisher.press_for_all("wagtailcore.page", "publish", one)
        assert publisher.call(two, "publish").status == 200


@pytest.mark.parametrize("is_public", [False, True])
def test_own_words_get_no_hour(
    newsroom: Newsroom, staff: Staff, publisher: Somebody, editor: Somebody, is_public: bool
):
    page = newsroom.public_story() if is_public else newsroom.story(owner=staff.writer)
    own = story_form(page, "publish", standfirst="Naşirin sözü.", go_live_at=in_two_hours())
    assert OWN_WORDS in publisher.send(EDIT, page, own)
    assert StoryPage.objects.get(pk=page.pk).scheduled_revision is None
    editor.send(EDIT, page, story_form(page))
    publisher.send(EDIT, page, story_form(page, "publish", go_live_at=in_two_hours()))
    assert StoryPage.objects.get(pk=page.pk).scheduled_revision is not None


@pytest.mark.parametrize("hour", [None, datetime.now(UTC) + timedelta(hours=2)])
def test_the_door_itself_refuses_what_no_button_has_stopped(page: StoryPage, staff: Staff, hour: datetime | None):
    page.standfirst, page.go_live_at = "Naşirin sözü.", hour
    revision = page.save_revision(user=staff.publisher)
    with nothing_comes_out(), LogContext(user=staff.publisher), pytest.raises(ValidationError, match="newest words"):
        revision.publish(user=staff.publisher, skip_permission_checks=True)
    assert StoryPage.objects.get(pk=page.pk).scheduled_revision is None


def test_withdrawing_and_taking_an_hour_back_take_one_person(
    newsroom: Newsroom, staff: Staff, publisher: Somebody, chief: Somebody
):
    public, waits = newsroom.public_story(), newsroom.story(owner=staff.publisher)
    publisher.send(EDIT, public, story_form(public, standfirst="Naşirin sözü."))
    with comes_out("withdraw"):
        publisher.press("wagtailadmin_pages:unpublish", public.pk)
    chief.send(EDIT, waits, story_form(waits, "publish", go_live_at=in_two_hours()))
    scheduled = StoryPage.objects.get(pk=waits.pk).scheduled_revision
    publisher.press("wagtailadmin_pages:revisions_unschedule", waits.pk, scheduled.pk)
    assert StoryPage.objects.get(pk=waits.pk).scheduled_revision is None


def test_where_one_approves_own_words_are_published(page: StoryPage, publisher: Somebody, settings: Any):
    settings.ARAZ_APPROVAL = "one"
    with comes_out("publish"):
        publisher.send(EDIT, page, story_form(page, "publish", standfirst="Naşirin sözü."))


# The review


def test_whoever_changes_the_words_at_the_last_step_does_not_release_them(
    page: StoryPage, staff: Staff, at_desk: Any, publisher: Somebody, editor: Somebody
):
    at_desk(staff.writer).send(EDIT, page, story_form(page, "submit"))
    editor.send(EDIT, page, {**story_form(page), **APPROVE})
    with nothing_comes_out():
        said = publisher.send(EDIT, page, {**story_form(page, standfirst="Naşirin sözü."), **APPROVE})
    assert LAST_WORDS in said
    assert newest(page).standfirst == "Naşirin sözü."
    publisher.send(EDIT, page, story_form(page, "cancel-workflow"))
    publisher.send(EDIT, page, story_form(page, "submit"))
    with nothing_comes_out():
        editor.send(EDIT, page, {**story_form(page), **APPROVE})
    with comes_out("publish"):
        publisher.send(EDIT, page, {**story_form(page), **APPROVE})


def test_what_an_editor_changes_and_approves_is_released_by_another(
    page: StoryPage, staff: Staff, at_desk: Any, publisher: Somebody, editor: Somebody
):
    at_desk(staff.writer).send(EDIT, page, story_form(page, "submit"))
    with nothing_comes_out():
        editor.send(EDIT, page, {**story_form(page, standfirst="Redaktorun sözü."), **APPROVE})
    with comes_out("publish") as rows:
        publisher.send(EDIT, page, {**story_form(page), **APPROVE})
    assert read_story(bytes(rows[0].payload)).standfirst == "Redaktorun sözü."


def test_an_approval_does_not_count_for_what_was_written_over_since(page: StoryPage, staff: Staff, at_desk: Any):
    page.standfirst = "Naşirin sözü."
    own = page.save_revision(user=staff.publisher)
    state = page.get_workflow().start(page, staff.publisher)
    state.current_task_state.approve(user=staff.editor)
    assert page.permissions_for_user(staff.publisher).can_publish()
    page.standfirst = "Naşirin başqa sözü."
    page.save_revision(user=staff.publisher, overwrite_revision=own)  # as the form does that saves itself
    assert not page.permissions_for_user(staff.publisher).can_publish()
