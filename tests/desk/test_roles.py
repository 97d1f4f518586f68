"""Who may do what."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from araz.desk.models import Byline, FrontOrder, StoryPage, Topic
from araz.desk.roles import allow_only, give_role, make_account, prepare_roles, role_of
from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database


def test_accounts_have_made_up_names_and_nothing_else(staff: Any):
    names = {account.username for account in staff.everybody}
    assert len(names) == 4
    assert all(name.startswith("desk-") for name in names)
    assert not any(account.email or account.first_name or account.last_name for account in staff.everybody)
    assert not any(account.has_usable_password() for account in staff.everybody)
    assert [role_of(account) for account in staff.everybody] == ["writer", "editor", "publisher", "administrator"]


def test_preparing_roles_again_changes_nothing(newsroom: Newsroom, staff: Any):
    def all_rights() -> list[tuple[str, int]]:
        return [(group.name, group.permissions.count()) for group in Group.objects.order_by("name")]

    before = all_rights()
    prepare_roles()
    assert all_rights() == before
    assert [name for name, _ in before] == ["administrator", "editor", "publisher", "writer"]


def test_a_writer_edits_own_drafts_only_and_publishes_nothing(newsroom: Newsroom, staff: Any):
    own, other = newsroom.story(owner=staff.writer), newsroom.story(owner=staff.editor)
    assert own.permissions_for_user(staff.writer).can_edit()
    assert not other.permissions_for_user(staff.writer).can_edit()
    assert not own.permissions_for_user(staff.writer).can_publish()


def test_a_publisher_publishes_what_others_wrote_but_not_his_own(newsroom: Newsroom, staff: Any, settings: Any):
    own, other = newsroom.story(owner=staff.publisher), newsroom.story(owner=staff.writer)
    assert other.permissions_for_user(staff.publisher).can_publish()
    assert not own.permissions_for_user(staff.publisher).can_publish()
    settings.ARAZ_APPROVAL = "one"
    assert own.permissions_for_user(staff.publisher).can_publish()


def test_an_editor_publishes_only_where_one_approval_is_enough(newsroom: Newsroom, staff: Any, settings: Any):
    page = newsroom.story(owner=staff.writer)
    assert not page.permissions_for_user(staff.editor).can_publish()
    settings.ARAZ_APPROVAL = "one"
    prepare_roles()
    assert page.permissions_for_user(staff.again(staff.editor)).can_publish()
    settings.ARAZ_APPROVAL = "two"
    prepare_roles()
    assert not page.permissions_for_user(staff.again(staff.editor)).can_publish()


def test_a_role_can_be_given_for_one_section(newsroom: Newsroom, staff: Any):
    account = make_account("writer")
    account.groups.set([allow_only("writer", newsroom.sections["az/culture"])])
    assert newsroom.sections["az/culture"].permissions_for_user(account).can_add_subpage()
    assert not newsroom.sections["az/news"].permissions_for_user(account).can_add_subpage()
    assert role_of(account) == "writer"


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_who_works_in_some_sections_only_changes_nothing_that_stands_in_the_whole_paper(
    newsroom: Newsroom, staff: Any, client: Client, role: Any
):
    byline = Byline.objects.create(name={"az": "Sevda"}, kind="open", contact="sevda@paper.example")
    front = FrontOrder.objects.create(locale=newsroom.homes["az"].locale)
    topic = Topic.objects.create(name={"az": "Su"})
    changing = [reverse(snippet_url(thing, "edit"), args=[thing.pk]) for thing in (byline, front, topic)]
    changing.append(reverse(snippet_url(front, "add")))
    everywhere, bound = make_account(role), make_account(role)
    give_role(bound, role, [newsroom.sections["az/culture"]])

    sign_in(client, everywhere)
    assert [client.get(address).status_code for address in changing] == [200] * 4
    for _ in ("when it is given", "when Araz has started again"):
        sign_in(client, staff.again(bound))
        assert [client.get(address).status_code for address in changing] == [302] * 4
        prepare_roles()


def test_who_works_in_some_sections_only_adds_the_byline_that_a_story_needs(
    newsroom: Newsroom, staff: Any, client: Client
):
    bound = make_account("editor")
    give_role(bound, "editor", [newsroom.sections["az/culture"]])
    sign_in(client, bound)
    client.post(reverse(snippet_url(Byline, "add")), {"kind": "pen", "name_az": "Sevda"})
    assert [str(byline) for byline in Byline.objects.all()] == ["Sevda"]
    assert "Sevda" in client.get("/admin/snippets/choose/desk/byline/results/").content.decode()


def snippet_url(thing: Any, deed: str) -> str:
    name: str = thing.snippet_viewset.get_url_name(deed)
    return name


def test_a_story_goes_through_two_persons_and_is_published_by_the_second(newsroom: Newsroom, staff: Any):
    page = newsroom.story(owner=staff.writer)
    page.save_revision(user=staff.writer)
    state = page.get_workflow().start(page, staff.writer)
    assert state.current_task_state.task.name == "Editing"

    state.current_task_state.approve(user=staff.editor)
    state.refresh_from_db()
    assert (state.current_task_state.task.name, newsroom.rows()) == ("Release", [])
    state.current_task_state.approve(user=staff.publisher)

    assert [row.deed for row in newsroom.rows()] == ["publish"]
    assert StoryPage.objects.get(pk=page.pk).live
