"""What the desk tells each account: its stories, what waits for its review, and what others did."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Revision

from araz.desk.models import PublicStory, StoryPage
from araz.desk.outbox import mark_printed
from tests.desk.asking import queries_of
from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database


@pytest.fixture
def at_desk(client: Client) -> Callable[[Any], Client]:
    def signed_in(account: Any) -> Client:
        sign_in(client, account)
        return client

    return signed_in


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def own(newsroom: Newsroom, staff: Any, title: str, **fields: Any) -> StoryPage:
    page = newsroom.story(owner=staff.writer, title=title, **fields)
    page.save_revision(user=staff.writer)
    return page


def send_to_review(page: StoryPage, staff: Any) -> Any:
    return page.get_workflow().start(page, staff.writer)


def test_ones_stories_are_shown_with_where_they_stand(newsroom: Newsroom, staff: Any, at_desk: Any):
    own(newsroom, staff, "Bir qaralama")
    send_to_review(own(newsroom, staff, "Baxışda olan"), staff)
    sent_back = send_to_review(own(newsroom, staff, "Geri qayıdan"), staff)
    sent_back.current_task_state.reject(user=staff.editor, comment="Mənbəni yaz.")
    own(newsroom, staff, "Dərc olunan").get_latest_revision().publish()
    newsroom.story(owner=staff.editor, title="Başqasının")

    shown = read(at_desk(staff.writer), "/admin/my-stories/")

    for words in ("Bir qaralama", "In review", "Editing", "Sent back", "Mənbəni yaz.", "waiting to be printed"):
        assert words in shown, words
    assert "Başqasının" not in shown


@pytest.mark.parametrize(
    ("step", "headline"),
    [("draft", "Bir qaralama"), ("in review", "Baxışda olan"), ("scheduled", "Sabahkı"), ("public", "Dərc olunan")],
)
def test_ones_stories_can_be_narrowed_to_one_step(
    newsroom: Newsroom, staff: Any, at_desk: Any, step: str, headline: str
):
    own(newsroom, staff, "Bir qaralama")
    send_to_review(own(newsroom, staff, "Baxışda olan"), staff)
    tomorrow = own(newsroom, staff, "Sabahkı")
    Revision.objects.filter(pk=tomorrow.latest_revision_id).update(
        approved_go_live_at=datetime.now(UTC) + timedelta(days=1)
    )
    own(newsroom, staff, "Dərc olunan").get_latest_revision().publish()
    shown = read(at_desk(staff.writer), f"/admin/my-stories/?step={step}")
    found = [each for each in ("Bir qaralama", "Baxışda olan", "Sabahkı", "Dərc olunan") if each in shown]
    assert found == [headline]


def test_a_printed_story_names_its_edition(newsroom: Newsroom, staff: Any, at_desk: Any):
    own(newsroom, staff, "Dərc olunan").get_latest_revision().publish()
    (row,) = newsroom.rows("publish")
    mark_printed(row.number, 57)
    assert "printed in edition 57" in read(at_desk(staff.writer), "/admin/my-stories/")


def test_an_editor_sees_what_waits_for_the_step_that_he_may_take(newsroom: Newsroom, staff: Any, at_desk: Any):
    first = send_to_review(own(newsroom, staff, "Birinci addımda"), staff)
    second = send_to_review(own(newsroom, staff, "İkinci addımda"), staff)
    second.current_task_state.approve(user=staff.editor)
    assert first.current_task_state.task.name == "Editing"
    shown = read(at_desk(staff.editor), "/admin/to-review/")
    assert "Birinci addımda" in shown
    assert "İkinci addımda" not in shown
    assert staff.writer.username in shown


def test_a_writer_has_nothing_to_review(newsroom: Newsroom, staff: Any, at_desk: Any):
    send_to_review(own(newsroom, staff, "Baxışda olan"), staff)
    client = at_desk(staff.writer)
    assert "Baxışda olan" not in read(client, "/admin/to-review/")
    assert "/admin/to-review/" not in read(client, "/admin/")


def test_one_is_told_what_others_did_and_only_once_as_new(newsroom: Newsroom, staff: Any, at_desk: Any):
    state = send_to_review(own(newsroom, staff, "Körpü"), staff)
    state.current_task_state.approve(user=staff.editor, comment="Yaxşıdır.")
    state.refresh_from_db()
    state.current_task_state.approve(user=staff.publisher)
    client = at_desk(staff.writer)

    first_page = read(client, "/admin/")
    assert f"{staff.publisher.username} published it." in first_page

    notices = read(client, "/admin/notices/")
    assert f"{staff.editor.username} approved it (Editing). Now it waits for the next step: Release." in notices
    assert "Yaxşıdır." in notices
    assert notices.count("<strong>new</strong>") == 3

    assert "<strong>new</strong>" not in read(client, "/admin/notices/")
    assert "published it." not in read(client, "/admin/")


def test_what_one_does_oneself_is_no_notice(newsroom: Newsroom, staff: Any, at_desk: Any, settings: Any):
    settings.ARAZ_APPROVAL = "one"
    page = newsroom.story(owner=staff.administrator, title="Özümünkü")
    page.save_revision(user=staff.administrator).publish(user=staff.administrator)
    assert "Özümünkü" not in read(at_desk(staff.administrator), "/admin/notices/")


def test_a_time_that_was_missed_is_told_to_the_writer_and_to_those_who_publish(
    newsroom: Newsroom, staff: Any, at_desk: Any
):
    page = own(newsroom, staff, "Gecikən")
    late = datetime.now(UTC) - timedelta(minutes=20)
    Revision.objects.filter(pk=page.latest_revision_id).update(approved_go_live_at=late)
    for account in (staff.writer, staff.publisher):
        assert "Its time has passed and it is not public yet." in read(at_desk(account), "/admin/")
    assert "Gecikən" not in read(at_desk(staff.editor), "/admin/")


@pytest.mark.parametrize("path", ["/admin/", "/admin/my-stories/", "/admin/to-review/", "/admin/notices/"])
def test_the_lists_cost_no_more_queries_for_fifty_stories(newsroom: Newsroom, staff: Any, at_desk: Any, path: str):
    def write(count: int) -> None:
        for number in range(count):
            state = send_to_review(own(newsroom, staff, f"Xəbər {number}"), staff)
            if number % 2:
                state.current_task_state.reject(user=staff.editor, comment="Qısalt.")

    client = at_desk(staff.writer if path != "/admin/to-review/" else staff.editor)

    write(5)
    for_five = queries_of(client, path)
    write(45)
    assert queries_of(client, path) == for_five


def test_my_stories_come_a_portion_at_a_time(newsroom: Newsroom, staff: Any, at_desk: Any):
    for number in range(30):
        own(newsroom, staff, f"Xəbər {number:02}")
    client = at_desk(staff.writer)
    first, second = read(client, "/admin/my-stories/"), read(client, "/admin/my-stories/?p=2")
    assert ("Xəbər 29" in first, "Xəbər 00" in first) == (True, False)
    assert ("Xəbər 29" in second, "Xəbər 00" in second) == (False, True)


def editor_of(page: StoryPage) -> str:
    return f"/admin/pages/{page.pk}/edit/"


def test_the_editor_says_how_far_the_story_has_come(newsroom: Newsroom, staff: Any, at_desk: Any):
    page = own(newsroom, staff, "Körpü")
    client = at_desk(staff.administrator)
    assert "Draft" in read(client, editor_of(page))
    page.get_latest_revision().publish()
    assert "waiting to be printed" in read(client, editor_of(page))
    mark_printed(newsroom.rows("publish")[0].number, 12)
    shown = read(client, editor_of(page))
    assert "printed in edition 12" in shown
    assert f"/admin/readers/az/{page.public.month.replace('-', '/')}/korpu.html" in shown


def test_the_editor_says_that_a_translation_is_out_of_date_until_it_is_renewed(
    newsroom: Newsroom, staff: Any, at_desk: Any
):
    source = newsroom.public_story(title="Körpü")
    mark_printed(newsroom.rows("publish")[0].number, 5)
    translation = newsroom.story("azb/news", title="کؤرپو", translated_from=source, translated_number=5)
    client = at_desk(staff.administrator)
    assert "Translation out of date" not in read(client, editor_of(translation))
    PublicStory.objects.filter(page=source).update(edition_number=6)
    shown = read(client, editor_of(translation))
    assert "Translation out of date" in shown
    assert f'href="{editor_of(source)}"' in shown
