"""Whatever form changes who may do what is noted in the log of deeds."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Workflow

from araz.desk.audit.log import first_fault
from araz.desk.audit.models import AuditLine
from araz.desk.models import AddressBook, Byline
from araz.desk.models.review import ReviewTask
from araz.desk.roles import prepare_roles
from araz.desk.schedule import publish_due
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in
from tests.desk.ways.conftest import Somebody
from tests.desk.ways.test_clock import a_moment_ago, let_it_be, schedule

pytestmark = pytest.mark.database


@pytest.fixture
def chief(staff: Staff) -> Client:
    client = Client()
    sign_in(client, staff.administrator)
    AuditLine.objects.all().delete()
    return client


def noted() -> list[tuple[str, str]]:
    return list(AuditLine.objects.order_by("number").values_list("deed", "account"))


def _group_form(**more: Any) -> dict[str, Any]:
    """Wagtail's form of a group without rights in any part of the paper or folder."""
    names = ("page_permissions", "collection_permissions", "document_permissions", "image_permissions")
    return {f"{name}-{key}": value for name in names for key, value in _counts().items()} | more


def test_what_a_role_may_do_is_noted_once_for_each_form(staff: Staff, chief: Client):
    writers = Group.objects.get(name="writer")
    right = Permission.objects.get(codename="change_byline")
    address = reverse("wagtailusers_groups:edit", args=[writers.pk])
    sent = chief.post(address, _group_form(name="writer", permissions=[right.pk]))
    assert sent.status_code == 302, sent.content.decode()[:2000]
    assert right in writers.permissions.all()
    assert noted() == [("rights-changed", staff.administrator.username)]
    assert AuditLine.objects.get().about == f"group-{writers.pk}"


def test_a_right_in_a_part_of_the_paper_is_noted(newsroom: Newsroom, staff: Staff, chief: Client):
    section = newsroom.sections["az/news"]
    right = Permission.objects.get(codename="publish_page")
    form = _group_form(name="readers' editors") | {
        "page_permissions-TOTAL_FORMS": 1,
        "page_permissions-0-page": section.pk,
        "page_permissions-0-permissions": [right.codename],
    }
    sent = chief.post(reverse("wagtailusers_groups:add"), form)
    assert sent.status_code == 302, sent.context["permission_panels"][0].errors
    assert GroupPagePermission.objects.filter(page=section, permission=right).exists()
    assert set(noted()) == {("rights-changed", staff.administrator.username)}


def test_a_group_that_is_gone_is_noted(staff: Staff, chief: Client):
    chief.post(reverse("wagtailusers_groups:delete", args=[Group.objects.get(name="writer").pk]))
    assert noted()[-1] == ("rights-changed", staff.administrator.username)


@pytest.mark.parametrize("way", ["disable", "disable_task", "remove", "task_chooser_create"])
def test_each_change_of_the_review_is_noted(newsroom: Newsroom, staff: Staff, chief: Client, way: str):
    step, review = ReviewTask.objects.get(name="Release"), Workflow.objects.get(name="Review")
    forms: dict[str, tuple[list[int], dict[str, Any]]] = {
        "disable": ([review.pk], {}),
        "disable_task": ([step.pk], {}),
        "remove": ([newsroom.homes["az"].pk], {}),
        "task_chooser_create": (
            [],
            {"create-task-name": "Third", "create-task-groups": [*step.groups.values_list("pk", flat=True)]},
        ),
    }
    arguments, form = forms[way]
    address = reverse(f"wagtailadmin_workflows:{way}", args=arguments)
    answer = chief.post(f"{address}?create_model=desk.ReviewTask", form)
    assert answer.status_code in (200, 302)
    assert ("review-changed", staff.administrator.username) in noted()


def test_what_araz_sets_up_at_its_start_is_no_deed_but_another_number_of_persons_is(chief: Client, settings: Any):
    prepare_roles()
    assert noted() == []
    settings.ARAZ_APPROVAL = "one"
    prepare_roles()
    assert noted() == [("approval-changed", "")]
    assert AuditLine.objects.get().about == "one"


def test_what_the_clock_publishes_is_noted(newsroom: Newsroom, staff: Staff, chief: Client):
    story = newsroom.story(owner=staff.writer)
    story.save_revision(user=staff.writer)
    somebody = Somebody(chief)
    schedule(somebody, story)
    assert noted() == [("scheduled", staff.administrator.username)]
    let_it_be(story, a_moment_ago())
    publish_due(datetime.now(UTC))
    assert noted()[1:] == [("published", "")]
    assert {line.about for line in AuditLine.objects.all()} == {story.public_id}


def test_approvals_are_noted(newsroom: Newsroom, staff: Staff, chief: Client):
    page = newsroom.story(owner=staff.writer)
    page.save_revision(user=staff.writer)
    state = page.get_workflow().start(page, staff.writer)
    state.current_task_state.approve(user=staff.editor)
    assert noted() == [("approved", staff.editor.username)]


def test_what_stands_on_many_pages_is_noted_by_its_number(staff: Staff, chief: Client):
    byline = Byline.objects.create(name={"az": "Leyla Bulaqlı"})
    chief.post(reverse(byline.snippet_viewset.get_url_name("delete"), args=[byline.pk]))
    book = AddressBook.load()
    form = {f"entries-{key}": value for key, value in _counts().items()}
    chief.post(reverse("wagtailsettings:edit", args=["desk", "addressbook", book.pk]), form)
    assert noted() == [(deed, staff.administrator.username) for deed in ("part-changed", "masthead-changed")]
    assert "Bulaqlı" not in repr(list(AuditLine.objects.values()))
    assert first_fault() is None


def _counts() -> dict[str, int]:
    return {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
