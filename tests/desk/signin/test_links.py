"""One-time links."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from araz.desk.roles import make_account
from araz.desk.signin.links import make_link
from araz.desk.signin.models import OneTimeLink
from araz.server.accounts import first_link
from tests.desk.signin.signed_in import give_app

pytestmark = pytest.mark.database


@pytest.fixture
def account(staff: Any) -> Any:
    return make_account("editor")


def test_a_link_opens_its_account_once(client: Client, account: Any):
    link = make_link(account)
    assert client.get(link).status_code == 200
    assert client.post(link)["Location"] == "/accounts/passphrase/"
    assert client.session["_auth_user_id"] == str(account.pk)

    again = Client().post(link)
    assert (again.status_code, Client().get(link).status_code) == (410, 410)
    assert "This link has ended" in again.content.decode()


def test_looking_at_a_link_does_not_use_it(client: Client, account: Any):
    link = make_link(account)
    for _ in range(3):
        assert client.get(link).status_code == client.head(link).status_code == 200
    assert Session.objects.count() == 0
    assert client.post(link).status_code == 302


def test_a_link_dies_after_ten_minutes(client: Client, account: Any):
    link = make_link(account)
    row = OneTimeLink.objects.get(account=account)
    row.expires_at -= timedelta(minutes=9, seconds=50)
    row.save()
    assert client.get(link).status_code == 200
    row.expires_at -= timedelta(seconds=15)
    row.save()
    assert (client.get(link).status_code, client.post(link).status_code) == (410, 410)
    assert "_auth_user_id" not in client.session


def test_a_link_dies_when_a_newer_one_is_made(client: Client, account: Any):
    older, newer = make_link(account), make_link(account)
    assert client.post(older).status_code == 410
    assert client.post(newer).status_code == 302


def test_the_database_does_not_hold_the_link(account: Any):
    token = make_link(account).split("/")[2]
    row = OneTimeLink.objects.get(account=account)
    assert len(token) >= 22  # 128 bits and more
    assert token not in str(vars(row))


def test_old_links_are_swept_away_when_one_is_made(account: Any, staff: Any):
    make_link(account)
    OneTimeLink.objects.update(expires_at="2020-01-01T00:00Z")
    make_link(staff.writer)
    assert [row.account for row in OneTimeLink.objects.all()] == [staff.writer]


def test_the_first_administrator_gets_links_until_somebody_is_set_up(client: Client, staff: Any):
    client.post(first_link())
    assert client.post(first_link()).status_code == 302, "it was left half done"
    give_app(staff.administrator)
    assert first_link() == ""


def test_a_link_of_a_closed_account_opens_nothing(client: Client, account: Any):
    link = make_link(account)
    account.is_active = False
    account.save()
    assert client.post(link).status_code == 410


def test_a_link_ends_the_session_of_whoever_sat_there_before(client: Client, account: Any, staff: Any):
    client.post(make_link(staff.writer))
    client.post(make_link(account))
    assert client.session["_auth_user_id"] == str(account.pk)
