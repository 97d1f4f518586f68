"""Where two administrators must agree, one person is not two: neither by accounts that somebody makes nor by ones that lie ready."""

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from araz.desk.erasing import requests
from araz.desk.models.erasures import ErasureRequest
from araz.desk.roles import give_role, make_account
from araz.desk.signin import recovery
from araz.desk.signin.second_person import is_new
from araz.server.accounts import link_for
from tests.desk.conftest import Staff
from tests.desk.signin.signed_in import give_app, sign_in

pytestmark = pytest.mark.database


@pytest.fixture
def chief(staff: Staff) -> Client:
    client = Client()
    sign_in(client, staff.administrator)
    return client


@pytest.fixture
def asked(staff: Staff) -> ErasureRequest:
    request = requests.ask(staff.administrator, "word", "Gülnarə")
    requests.note_count(request, {"stories": 1})
    return request


def taken_over(chief: Client, account: Any) -> Client:
    """The account, by a link that the chief makes for it and uses alone."""
    page = chief.post(reverse("wagtailusers_users:link", args=[account.pk])).content.decode()
    link = re.search(r"http://[^/]+(/enter/[^\"<]+)", page)
    assert link
    client = Client()
    client.post(link[1])
    sign_in(client, account)
    return client


def test_an_administrator_who_was_just_made_agrees_to_no_erasing(chief: Client, asked: ErasureRequest):
    chief.post(reverse("wagtailusers_users:add"), {"role": "administrator"})
    made = type(asked.asked_by).objects.latest("pk")
    client = Client()
    sign_in(client, made)
    said = client.post(reverse("desk_erasure", args=[asked.pk]), {"agree": "yes"}, follow=True).content.decode()
    asked.refresh_from_db()
    assert "made or changed in the last week" in said
    assert asked.state == "asked"


def test_an_account_that_nobody_had_set_up_is_no_second_person_when_a_colleague_opens_it(
    staff: Staff, chief: Client, asked: ErasureRequest
):
    ready = make_account("administrator")  # long ago: the log knows nothing of it
    client = taken_over(chief, ready)
    client.post(reverse("desk_erasure", args=[asked.pk]), {"agree": "yes"})
    asked.refresh_from_db()
    assert asked.state == "asked"
    give_app(staff.writer)
    with pytest.raises(ValidationError, match="made or changed in the last week"):
        recovery.ask(staff.writer, ready)


def test_whom_the_hosts_shell_lets_in_is_a_second_person(asked: ErasureRequest):
    second = make_account("administrator")
    link_for(second)
    assert not is_new(second)
    requests.agree(asked, second)
    asked.refresh_from_db()
    assert asked.state == "agreed"


@pytest.mark.parametrize("change", ["demoted", "closed"])
def test_what_somebody_asked_for_who_is_no_administrator_any_more_is_not_erased(
    staff: Staff, asked: ErasureRequest, change: str
):
    if change == "demoted":
        give_role(staff.administrator, "writer")
    else:
        staff.administrator.is_active = False
        staff.administrator.save()
    with pytest.raises(ValidationError, match="no administrator any more"):
        requests.agree(asked, make_account("administrator"))


def test_an_agreement_does_not_count_twice(asked: ErasureRequest):
    second, third = (make_account("administrator") for _ in range(2))
    requests.agree(asked, second)
    for late in (second, third):
        with pytest.raises(ValidationError, match="decided already"):
            requests.agree(asked, late)
    with pytest.raises(ValidationError, match="decided already"):
        requests.refuse(asked, third)
