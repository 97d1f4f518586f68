"""Recovery of an account that is set up: by two other administrators, or in the host's shell; and everybody is told."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from araz.desk.audit.models import AuditLine
from araz.desk.roles import make_account
from araz.desk.signin import recovery
from araz.desk.signin.factors import has_second_factor
from araz.desk.signin.models import Recovery
from araz.server.accounts import recover_by_host
from tests.desk.conftest import Staff
from tests.desk.signin.signed_in import give_app, sign_in

pytestmark = pytest.mark.database


class Administrators:
    """Three of them, signed in, and a writer whose account is set up."""

    def __init__(self, staff: Staff) -> None:
        self.first, self.second, self.third = (self._signed_in(make_account("administrator")) for _ in range(3))
        self.owner = staff.writer
        give_app(self.owner)

    def _signed_in(self, account: Any) -> tuple[Any, Client]:
        client = Client()
        sign_in(client, account)
        return account, client

    def press(self, who: tuple[Any, Client], deed: str, account: Any = None) -> str:
        address = reverse("wagtailusers_users:recovery", args=[(account or self.owner).pk])
        return str(who[1].post(address, {"deed": deed}, follow=True).content.decode())


@pytest.fixture
def chiefs(staff: Staff) -> Administrators:
    return Administrators(staff)


def link_on(page: str) -> str:
    found = re.search(r">http://[^/]+(/enter/[^<]+)</textarea>", page)
    return found[1] if found else ""


def deeds() -> list[str]:
    return [line.deed for line in AuditLine.objects.filter(deed__startswith="recover").order_by("number")]


def test_one_asks_and_another_agrees_and_gets_the_link(chiefs: Administrators):
    owner = Client()
    sign_in(owner, chiefs.owner)
    assert link_on(chiefs.press(chiefs.first, "ask")) == ""
    assert has_second_factor(chiefs.owner), "nothing is done yet"
    link = link_on(chiefs.press(chiefs.second, "agree"))
    assert Client().post(link)["Location"] == "/accounts/passphrase/"
    assert owner.get("/admin/").status_code == 302
    assert deeds() == ["recovery-asked", "recovery-agreed"]
    assert {line.about for line in AuditLine.objects.filter(deed__in=deeds())} == {chiefs.owner.username}


def test_who_asked_does_not_agree(chiefs: Administrators):
    chiefs.press(chiefs.first, "ask")
    page = chiefs.press(chiefs.first, "agree")
    assert "another administrator has to agree" in page
    assert (link_on(page), has_second_factor(chiefs.owner)) == ("", True)


def test_nobody_recovers_the_own_account(chiefs: Administrators):
    own, _ = chiefs.first
    assert "Nobody recovers the own account" in chiefs.press(chiefs.first, "ask", own)
    chiefs.press(chiefs.second, "ask", own)
    page = chiefs.press(chiefs.first, "agree", own)
    assert (link_on(page), has_second_factor(own)) == ("", True)


def test_nobody_agrees_to_what_was_not_asked_or_was_asked_long_ago(chiefs: Administrators):
    assert link_on(chiefs.press(chiefs.second, "agree")) == ""
    chiefs.press(chiefs.first, "ask")
    asked = Recovery.objects.get()
    asked.hour -= recovery.ASKED_LASTS + timedelta(hours=1)
    asked.save()
    assert link_on(chiefs.press(chiefs.second, "agree")) == ""
    assert has_second_factor(chiefs.owner)


def test_what_was_refused_cannot_be_agreed_to(chiefs: Administrators):
    chiefs.press(chiefs.first, "ask")
    chiefs.press(chiefs.third, "refuse")
    assert link_on(chiefs.press(chiefs.second, "agree")) == ""
    assert deeds() == ["recovery-asked", "recovery-refused"]


def test_one_administrator_gives_no_link_to_an_account_that_is_set_up(chiefs: Administrators):
    address = reverse("wagtailusers_users:link", args=[chiefs.owner.pk])
    for form in ({}, {"anew": "yes"}):
        page = chiefs.first[1].post(address, form, follow=True).content.decode()
        assert "Two administrators" in page
        assert link_on(page) == ""
    assert has_second_factor(chiefs.owner)


def test_one_administrator_does_not_make_the_second_one(chiefs: Administrators):
    chiefs.first[1].post(reverse("wagtailusers_users:add"), {"role": "administrator"})
    made = AuditLine.objects.get(deed="account-made").about
    puppet = type(chiefs.owner).objects.get(username=made)
    client = Client()
    sign_in(client, puppet)
    chiefs.press(chiefs.first, "ask")
    page = chiefs.press((puppet, client), "agree")
    assert "made or changed in the last week" in page
    assert link_on(page) == ""


def test_a_writer_who_is_raised_to_administrator_is_no_second_one_either(chiefs: Administrators, staff: Staff):
    chiefs.first[1].post(
        reverse("wagtailusers_users:edit", args=[staff.editor.pk]), {"role": "administrator", "is_active": "on"}
    )
    client = Client()
    sign_in(client, staff.again(staff.editor))
    chiefs.press(chiefs.first, "ask")
    assert link_on(chiefs.press((staff.editor, client), "agree")) == ""


def test_only_administrators_ask_and_agree(chiefs: Administrators, staff: Staff):
    client = Client()
    sign_in(client, staff.publisher)
    chiefs.press((staff.publisher, client), "ask")
    assert not Recovery.objects.exists()
    chiefs.press(chiefs.first, "ask")
    assert link_on(chiefs.press((staff.publisher, client), "agree")) == ""


def test_a_newsroom_with_two_administrators_is_told_what_to_do(staff: Staff):
    first, second = make_account("administrator"), staff.administrator
    client = Client()
    sign_in(client, first)
    give_app(second)
    page = client.get(reverse("wagtailusers_users:edit", args=[second.pk])).content.decode()
    assert f"araz account recover {second.username}" in page
    assert "Make a third administrator in good time." in page
    said = client.post(
        reverse("wagtailusers_users:recovery", args=[second.pk]), {"deed": "ask"}, follow=True
    ).content.decode()
    assert "no second administrator who could agree" in said


@pytest.mark.parametrize("way", ["desk", "host"])
def test_everybody_at_the_desk_is_told(chiefs: Administrators, staff: Staff, way: str):
    if way == "desk":
        chiefs.press(chiefs.first, "ask")
        chiefs.press(chiefs.second, "agree")
    else:
        recover_by_host(chiefs.owner)
    client = Client()
    sign_in(client, staff.editor)
    for path in ("/admin/", "/admin/notices/"):
        page = client.get(path).content.decode()
        assert f"{chiefs.owner.username} " in page
        assert "begins anew with a one-time link" in page


def test_the_hosts_shell_recovers_and_ends_all_sessions(chiefs: Administrators):
    sign_in(Client(), chiefs.owner)
    path = recover_by_host(chiefs.owner)
    assert Client().post(path)["Location"] == "/accounts/passphrase/"
    line = AuditLine.objects.get(deed="recovered-by-host")
    assert (line.account, line.about) == ("", chiefs.owner.username)
    keys = [row.get_decoded().get("_auth_user_id") for row in Session.objects.all()]
    assert keys.count(str(chiefs.owner.pk)) == 1, "the one of the link alone"
