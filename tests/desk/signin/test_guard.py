"""No page of the desk without a second factor: every address that the desk has is tried."""

from typing import Any

import pytest
from django.test import Client
from django.urls import resolve

from araz.desk.roles import make_account
from araz.desk.signin.guard import OPEN
from araz.desk.signin.session_times import BY_ITSELF
from tests.desk.signin.addresses import address, patterns
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database


def addresses() -> list[str]:
    """Every address of the desk but those that are open on purpose."""
    return sorted({address(where) for where, pattern in patterns() if pattern.name not in OPEN})


def _is_refused(answer: Any, path: str) -> bool:
    """Sent to the page of signing in; or, for what a page asks for by itself, told so."""
    if resolve(path).url_name in BY_ITSELF:
        return bool(answer.status_code == 403)
    return bool(answer.status_code == 302 and answer["Location"].partition("?")[0] == "/accounts/login/")


def test_every_address_is_closed_to_strangers(client: Client, staff: Any):
    tried = addresses()
    assert len(tried) > 150
    assert {path.split("/")[1] for path in tried} >= {"admin", "media", "accounts"}
    for path in tried:
        resolve(path)  # the sample is an address of the desk, else the test would prove nothing
        for method in (client.get, client.post, client.head, client.options, client.put, client.delete):
            answer = method(path)
            assert _is_refused(answer, path), path


def test_every_address_is_closed_to_an_account_without_a_second_factor(client: Client, staff: Any):
    account = make_account("administrator")
    account.set_password("dörd gözəl yaşıl armud")
    account.save()
    for path in addresses():
        client.force_login(account)
        answer = client.get(path)
        assert _is_refused(answer, path), path


def test_the_desk_opens_with_both(client: Client, staff: Any):
    sign_in(client, staff.administrator)
    assert client.get("/admin/").status_code == 200


def test_programs_get_a_sentence_instead_of_a_page(client: Client, staff: Any):
    answer = client.get("/admin/api/main/pages/", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.content.decode()) == (403, "You are not signed in. Sign in, then do that again.")


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/done/"])
def test_wagtails_own_ways_in_lead_to_ours(client: Client, staff: Any, path: str):
    assert client.get(path)["Location"] == client.post(path)["Location"] == "/accounts/login/"
    sign_in(client, staff.administrator)
    assert client.post(path, {"username": "a", "password": "b"})["Location"] == "/accounts/login/"


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/email/", "/accounts/password/reset/"])
def test_signing_up_and_mail_have_no_page(client: Client, staff: Any, path: str):
    assert client.get(path).status_code == 404
    sign_in(client, staff.administrator)
    assert client.get(path).status_code == 404


def test_signing_out_in_wagtail_closes_the_desk(client: Client, staff: Any):
    sign_in(client, staff.administrator)
    assert client.post("/admin/logout/", follow=True).redirect_chain[-1] == ("/accounts/login/", 302)
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("number", ["127.0.0.1:8001", "[::1]:8001"])
def test_who_comes_by_this_machines_number_is_sent_to_its_name(client: Client, staff: Any, number: str):
    answer = client.get("/accounts/login/?next=/admin/", headers={"Host": number})
    assert answer["Location"] == "http://localhost:8001/accounts/login/?next=/admin/"
    assert client.get("/accounts/login/", headers={"Host": "localhost:8001"}).status_code == 200


def test_no_page_of_signing_in_is_kept_or_may_be_framed_by_others(client: Client, staff: Any):
    for path in ("/accounts/login/", "/enter/a/"):
        answer = client.get(path)
        assert "no-store" in answer["Cache-Control"]
        assert "script-src 'self'" in answer["Content-Security-Policy"]
