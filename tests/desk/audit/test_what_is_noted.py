"""Which deeds of the desk come into the log, and what of Wagtail's own logs is kept."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from araz.desk.audit import wagtail_logs
from araz.desk.audit.log import KEPT, first_fault, head
from araz.desk.audit.models import AuditLine
from tests.desk.conftest import Newsroom, Staff
from tests.desk.forms import story_form
from tests.desk.signin.signed_in import enrol_with_app, sign_in

pytestmark = pytest.mark.database
PASSPHRASE = "dörd gözəl yaşıl armud"


@pytest.fixture
def chief(staff: Staff) -> Client:
    client = Client()
    sign_in(client, staff.administrator)
    return client


def noted(deed: str) -> list[tuple[str, str]]:
    return [(line.account, line.about) for line in AuditLine.objects.filter(deed=deed).order_by("number")]


def test_publishing_and_withdrawing_are_noted_without_the_headline(newsroom: Newsroom, staff: Staff, chief: Client):
    story = newsroom.story(owner=staff.writer)
    story.save_revision(user=staff.writer)
    chief.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), story_form(story, "publish"))
    chief.post(reverse("wagtailadmin_pages:unpublish", args=[story.pk]))
    who = staff.administrator.get_username()
    assert noted("published") == [(who, story.public_id)]
    assert noted("withdrawn") == [(who, story.public_id)]
    assert "Körpü" not in repr(list(AuditLine.objects.values()))


def test_what_happens_to_accounts_is_noted(staff: Staff, chief: Client):
    who, writer = staff.administrator.get_username(), staff.writer
    edit = reverse("wagtailusers_users:edit", args=[writer.pk])
    chief.post(edit, {"role": "editor", "is_active": "on"})
    chief.post(edit, {"role": "editor"})
    chief.post(edit, {"role": "editor", "is_active": "on"})
    chief.post(reverse("wagtailusers_users:link", args=[writer.pk]))
    chief.post(reverse("wagtailusers_users:delete", args=[writer.pk]))
    for deed in ("role-given", "account-closed", "account-opened", "link-made", "account-deleted"):
        assert noted(deed) == [(who, writer.username)], deed


def test_changes_of_ways_in_are_noted(staff: Staff, django_capture_on_commit_callbacks: Any):
    client = Client()
    with django_capture_on_commit_callbacks(execute=True):
        enrol_with_app(client, staff.writer, PASSPHRASE)
        client.get("/accounts/recovery-codes/")
        client.post("/accounts/recovery-codes/new/")
    own = [(staff.writer.username, "")]
    assert noted("passphrase-chosen") == own
    assert noted("factor-added") == own
    assert noted("recovery-codes-made")


def test_administrators_read_the_log_and_see_whether_it_holds(newsroom: Newsroom, staff: Staff, chief: Client):
    newsroom.public_story(owner=staff.writer)
    page = chief.get(reverse("desk_deeds")).content.decode()
    assert head().hash in page
    assert "The chain holds" in page
    AuditLine.objects.filter(number=1).update(about="somebody-else")
    assert first_fault() == 1
    assert "Don&#x27;t trust this log" in chief.get(reverse("desk_deeds")).content.decode().replace("'", "&#x27;")


def test_nobody_else_reads_it(staff: Staff):
    for account in (staff.writer, staff.editor, staff.publisher):
        client = Client()
        sign_in(client, account)
        assert client.get(reverse("desk_deeds")).status_code in (302, 403)


def test_accounts_cannot_be_changed_in_bulk_past_the_log(staff: Staff, chief: Client):
    for deed in ("delete", "set_active_state", "assign_role"):
        path = reverse("wagtail_bulk_action", args=["auth", "user", deed])
        assert chief.post(f"{path}?id={staff.writer.pk}").status_code == 404


def test_wagtails_logs_have_no_minute_and_end_after_ninety_days(newsroom: Newsroom, staff: Staff):
    newsroom.public_story(owner=staff.writer)
    assert {entry.timestamp.minute for entry in PageLogEntry.objects.all()} == {0}
    by_an_older_araz = datetime(2026, 11, 3, 14, 27, 31, 5, tzinfo=UTC)
    PageLogEntry.objects.update(timestamp=by_an_older_araz)
    wagtail_logs.prune(by_an_older_araz + KEPT)
    assert set(PageLogEntry.objects.values_list("timestamp", flat=True)) == {datetime(2026, 11, 3, 14, tzinfo=UTC)}
    wagtail_logs.prune(by_an_older_araz + KEPT + timedelta(hours=1))
    assert not PageLogEntry.objects.exists()
    assert not ModelLogEntry.objects.filter(timestamp__lt=by_an_older_araz).exists()
