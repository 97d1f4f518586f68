"""Accounts in the desk: made without a name, given a role, opened by a link."""

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from araz.desk.roles import role_of, sections_of
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import enrol_with_app, sign_in

pytestmark = pytest.mark.database

LIST, ADD = "wagtailusers_users:index", "wagtailusers_users:add"


@pytest.fixture
def chief(staff: Staff) -> Client:
    client = Client()
    sign_in(client, staff.administrator)
    return client


def test_the_form_asks_for_nothing_about_a_person(chief: Client):
    page = chief.get(reverse(ADD)).content.decode()
    names = set(re.findall(r'name="([a-z_0-9]+)"', page))
    assert {"role", "sections"} <= names
    assert not names & {"username", "email", "first_name", "last_name", "password1"}


def test_an_account_gets_a_made_up_name_a_role_and_sections(newsroom: Newsroom, chief: Client):
    section = newsroom.sections["azb/news"]
    chief.post(reverse(ADD), {"role": "editor", "sections": [section.pk], "first_name": "Real", "username": "real"})
    account = get_user_model().objects.latest("pk")
    assert account.username.startswith("desk-")
    assert (account.first_name, account.email, account.has_usable_password()) == ("", "", False)
    assert (role_of(account), [page.pk for page in sections_of(account)]) == ("editor", [section.pk])
    assert section.permissions_for_user(account).can_edit()
    assert not newsroom.sections["az/news"].permissions_for_user(account).can_edit()


def test_sections_of_the_same_name_in_two_languages_are_not_mixed_up(newsroom: Newsroom, chief: Client):
    az, azb = newsroom.sections["az/news"], newsroom.sections["azb/news"]
    for section in (az, azb):
        section.title = "Gözlük"
        section.save()
        chief.post(reverse(ADD), {"role": "writer", "sections": [section.pk]})
    of_az, of_azb = get_user_model().objects.order_by("-pk")[:2][::-1]
    assert ([*map(str, sections_of(of_az))], sections_of(of_az)[0].pk) == (["Gözlük"], az.pk)
    assert sections_of(of_azb)[0].pk == azb.pk


def test_a_role_is_changed_and_taken_away_with_all_its_rights(newsroom: Newsroom, staff: Staff, chief: Client):
    account = staff.publisher
    chief.post(reverse("wagtailusers_users:edit", args=[account.pk]), {"role": "writer", "is_active": "on"})
    again = staff.again(account)
    assert (role_of(again), again.is_active) == ("writer", True)
    assert not newsroom.sections["az/news"].permissions_for_user(again).can_publish()
    chief.post(reverse("wagtailusers_users:edit", args=[account.pk]), {"role": "writer"})
    assert not staff.again(account).is_active


def test_nobody_changes_the_own_role(staff: Staff, chief: Client):
    own = staff.administrator
    said = chief.post(reverse("wagtailusers_users:edit", args=[own.pk]), {"role": "writer"})
    assert "Nobody changes the own role" in said.content.decode()
    assert role_of(staff.again(own)) == "administrator"


def test_a_link_is_shown_once_and_opens_the_account(staff: Staff, chief: Client):
    page = chief.post(reverse("wagtailusers_users:link", args=[staff.writer.pk]))
    link = re.search(r">http://[^/]+(/enter/[^<]+)</textarea>", page.content.decode())
    assert link
    assert "no-store" in page["Cache-Control"]
    assert Client().get(link[1]).status_code == 200


def test_only_administrators_see_accounts_and_make_links(staff: Staff):
    for account in (staff.writer, staff.editor, staff.publisher):
        client = Client()
        sign_in(client, account)
        assert client.get(reverse(LIST)).status_code == 302
        before = client.post(reverse("wagtailusers_users:link", args=[staff.administrator.pk]), follow=True)
        assert "/enter/" not in before.content.decode()


def test_no_right_that_a_role_was_given_leads_to_accounts(staff: Staff):
    rights = Permission.objects.filter(content_type__app_label="auth", content_type__model="user")
    Group.objects.get(name="writer").permissions.add(*rights)
    client = Client()
    sign_in(client, staff.writer)
    before = get_user_model().objects.count()
    client.post(reverse(ADD), {"role": "administrator"})
    client.post(
        reverse("wagtailusers_users:edit", args=[staff.editor.pk]), {"role": "administrator", "is_active": "on"}
    )
    client.post(reverse("wagtailusers_users:delete", args=[staff.publisher.pk]))
    page = client.post(reverse("wagtailusers_users:link", args=[staff.administrator.pk]), follow=True)
    assert "/enter/" not in page.content.decode()
    assert get_user_model().objects.count() == before
    assert role_of(staff.again(staff.editor)) == "editor"


def test_the_list_has_no_times_and_asks_a_fixed_number_of_times(
    staff: Staff, chief: Client, django_assert_max_num_queries: Any
):
    page = chief.get(reverse(LIST)).content.decode()
    assert staff.writer.username in page
    assert "Last login" not in page
    with django_assert_max_num_queries(40):
        chief.get(reverse(LIST))


def test_the_own_account_page_asks_for_no_name_and_no_picture(staff: Staff, chief: Client):
    page = chief.get(reverse("wagtailadmin_account")).content.decode()
    names = set(re.findall(r'name="([a-z_0-9-]+)"', page))
    assert not [name for name in names if "name_email" in name or "avatar" in name or "notifications" in name]
    assert "Theme" in page


def test_a_new_account_walks_from_the_link_to_the_desk(newsroom: Newsroom, staff: Staff):
    client = Client()
    enrol_with_app(client, staff.writer, "yavaş axan çay boyu")
    assert client.get("/admin/").status_code == 200


def test_the_pages_about_accounts_speak_of_accounts(staff: Staff, chief: Client):
    deleting = reverse("wagtailusers_users:delete", args=[staff.writer.pk])
    addresses = [reverse(LIST), f"{reverse(LIST)}?q=nobody", reverse(ADD), deleting]
    said = {address: _words_of(chief.get(address).content.decode()) for address in addresses}
    assert {address for address, words in said.items() if re.search(r"\busers?\b", words, re.IGNORECASE)} == set()
    assert "Make an account" in said[reverse(LIST)]
    assert "Make the account" in said[reverse(ADD)]


def _words_of(page: str) -> str:
    """What is read in the page, without its menu."""
    return re.sub(r"<(?:[^>\"]|\"[^\"]*\")*>", " ", page[page.index("<main") :])
