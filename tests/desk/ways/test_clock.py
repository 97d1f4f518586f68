"""What the clock publishes: never early, exactly once; and what it reports when it came too late."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from araz.desk.models import PublicStory, StoryPage
from araz.desk.schedule import missed, publish_due
from araz.edition.upgrades import read_story
from tests.desk.conftest import Newsroom, Staff
from tests.desk.forms import story_form
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database

EDIT = "wagtailadmin_pages:edit"


def schedule(chief: Somebody, page: StoryPage) -> datetime:
    """Schedule the story for two hours from now with the form; return when that is."""
    due = (datetime.now(UTC) + timedelta(hours=2)).replace(second=0, microsecond=0)
    chief.send(EDIT, page, story_form(page, "publish", go_live_at=due.strftime("%Y-%m-%d %H:%M")))
    assert newest(page).approved_go_live_at == due
    return due


def newest(page: StoryPage) -> Any:
    return StoryPage.objects.get(pk=page.pk).get_latest_revision()


def let_it_be(page: StoryPage, due: datetime) -> None:
    """Move the story's time instead of the clock's: the clock of these tests is the real one."""
    revision = newest(page)
    revision.approved_go_live_at = due
    revision.content = {**revision.content, "go_live_at": due.isoformat()}
    revision.save()
    StoryPage.objects.filter(pk=page.pk, live=False).update(go_live_at=due)


def today() -> date:
    """The day of this test, and in the last minutes of a day the next one: midnight must not come in between."""
    return (datetime.now(UTC) + timedelta(minutes=5)).date()


def a_moment_ago() -> datetime:
    return datetime.now(UTC) - timedelta(seconds=1)


def test_a_scheduled_story_is_published_when_its_time_has_come_and_once(
    newsroom: Newsroom, staff: Staff, chief: Somebody
):
    page = newsroom.story(owner=staff.writer)
    with nothing_comes_out():
        due = schedule(chief, page)
        assert publish_due(datetime.now(UTC)) == []
        assert publish_due(due - timedelta(seconds=1)) == []
    let_it_be(page, a_moment_ago())
    with comes_out("publish"):
        (done,) = publish_due(datetime.now(UTC))
        assert publish_due(datetime.now(UTC)) == []
    assert (done.page, done.was_late, done.hindrance) == (page.pk, False, "")
    assert StoryPage.objects.get(pk=page.pk).live


def test_even_a_clock_that_is_ahead_publishes_nothing_early(newsroom: Newsroom, staff: Staff, chief: Somebody):
    page = newsroom.story(owner=staff.writer)
    due = schedule(chief, page)
    with nothing_comes_out():
        publish_due(due + timedelta(seconds=1))
    assert not StoryPage.objects.get(pk=page.pk).live


def test_a_scheduled_correction_leaves_the_public_story_as_it_is_until_then(
    newsroom: Newsroom, chief: Somebody, editor: Somebody
):
    page = newsroom.public_story()
    with nothing_comes_out():
        editor.send(EDIT, page, story_form(page, standfirst="Sabah."))
        schedule(chief, page)
    assert StoryPage.objects.get(pk=page.pk).live
    let_it_be(page, a_moment_ago())
    with comes_out("correct") as rows:
        publish_due(datetime.now(UTC))
    assert read_story(bytes(rows[0].payload)).standfirst == "Sabah."


def test_a_missed_time_is_published_late_and_reported(newsroom: Newsroom, staff: Staff, chief: Somebody):
    page = newsroom.story(owner=staff.writer)
    schedule(chief, page)
    due = datetime.now(UTC) - timedelta(hours=1)
    let_it_be(page, due)
    assert [revision.object_id for revision in missed(datetime.now(UTC))] == [str(page.pk)]
    with comes_out("publish"):
        (done,) = publish_due(datetime.now(UTC))
    assert (done.due, done.was_late) == (due, True)
    assert missed(datetime.now(UTC)) == []


def test_a_story_that_can_not_be_published_stays_due_and_says_why(newsroom: Newsroom, staff: Staff, chief: Somebody):
    page = newsroom.story(owner=staff.writer, title="Başqa", address="eyni-ad")
    schedule(chief, page)
    newsroom.public_story(address="eyni-ad")  # in the meantime somebody else took the address
    let_it_be(page, a_moment_ago())
    with nothing_comes_out():
        (done,) = publish_due(datetime.now(UTC))
        (again,) = publish_due(datetime.now(UTC))
    assert "has the address “eyni-ad”" in done.hindrance == again.hindrance


def test_a_schedule_that_was_taken_back_publishes_nothing(newsroom: Newsroom, staff: Staff, chief: Somebody):
    page = newsroom.story(owner=staff.writer)
    due = schedule(chief, page)
    with nothing_comes_out():
        chief.press("wagtailadmin_pages:revisions_unschedule", page.pk, newest(page).pk)
        assert publish_due(due) == []


def test_wagtails_own_command_goes_through_the_same_door(newsroom: Newsroom, staff: Staff):
    page = newsroom.story(owner=staff.writer)
    revision = page.save_revision()
    revision.approved_go_live_at = datetime.now(UTC) - timedelta(minutes=1)
    revision.save()
    with comes_out("publish"):
        call_command("publish_scheduled", verbosity=0)
        assert publish_due(datetime.now(UTC)) == []


def test_an_announcement_runs_out_once(newsroom: Newsroom):
    page = newsroom.public_story(kind="announcement", valid_until=today())
    with nothing_comes_out():
        assert publish_due(datetime.now(UTC)) == []
    _let_it_run_out(page)
    with comes_out("expire") as rows:
        (done,) = publish_due(datetime.now(UTC))
        assert publish_due(datetime.now(UTC)) == []
    assert (done.what, done.page) == ("expire", page.pk)
    assert read_story(bytes(rows[0].payload)).expired
    assert PublicStory.objects.get(page=page).state == "expired"


def test_an_announcement_that_ran_out_and_gets_a_later_day_is_valid_again(
    newsroom: Newsroom, chief: Somebody, editor: Somebody
):
    page = newsroom.public_story(kind="announcement", valid_until=today())
    _let_it_run_out(page)
    publish_due(datetime.now(UTC))
    later = today() + timedelta(days=9)
    editor.send(EDIT, page, story_form(page, valid_until=later.isoformat()))
    with comes_out("correct") as rows:
        chief.send(EDIT, page, story_form(page, "publish"))
    assert not read_story(bytes(rows[0].payload)).expired


def _let_it_run_out(page: StoryPage) -> None:
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    StoryPage.objects.filter(pk=page.pk).update(valid_until=yesterday)
    PublicStory.objects.filter(page=page).update(valid_until=yesterday)
