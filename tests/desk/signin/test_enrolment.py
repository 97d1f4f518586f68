"""Setting an account up, signing in with what was set up, and the ways around it that don't work."""

import re
import time
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client

from araz.desk.roles import make_account
from araz.desk.signin.codes import code_now
from araz.desk.signin.factors import ENROLMENT_S, begin_anew
from araz.desk.signin.links import make_link
from araz.desk.signin.models import WrongTries
from tests.desk.signin.signed_in import enrol_with_app, give_app, secret_on, sign_in

pytestmark = pytest.mark.database
PASSPHRASE = "dörd gözəl yaşıl armud"


@pytest.fixture
def account(staff: Any) -> Any:
    return make_account("editor")


@pytest.fixture
def mailbox(settings: Any) -> list[Any]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    return mail.outbox


def next_code(account: Any) -> str:
    """A code that the account's app hasn't used, as if some minutes had passed."""
    app = Authenticator.objects.get(user=account, type=Authenticator.Type.TOTP)
    app.data = {**app.data, "last_counter": 0}
    app.save()
    cache.clear()
    WrongTries.objects.all().delete()
    return code_now(app.data["secret"])


def test_from_the_link_to_the_desk_with_passphrase_and_app(client: Client, account: Any, mailbox: list[Any]):
    page = client.get(client.post(make_link(account))["Location"])
    assert account.username in page.content.decode()
    step = client.post("/accounts/passphrase/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    page = client.get(step["Location"])
    assert "<svg" in page.content.decode()
    step = client.post(step["Location"], {"code": code_now(secret_on(page))})
    codes = client.get(step["Location"]).content.decode()
    assert len(re.findall(r"<code>\d{5} \d{5}</code>", codes)) == 10
    assert client.get("/admin/").status_code == 200
    assert "<code>" not in client.get("/accounts/recovery-codes/").content.decode(), "shown once only"
    account.refresh_from_db()
    assert account.password.startswith("argon2$")
    assert mailbox == []


def test_signing_in_takes_the_passphrase_and_then_a_code(account: Any):
    enrol_with_app(Client(), account, PASSPHRASE)
    client = Client()
    asked = client.post("/accounts/login/?next=/admin/pages/", {"login": account.username, "password": PASSPHRASE})
    assert asked["Location"] == "/accounts/login/second-factor/"
    assert client.get("/admin/")["Location"] == "/accounts/login/?next=%2Fadmin%2F", "not yet"
    opened = client.post(asked["Location"], {"code": next_code(account)})
    assert opened["Location"] == "/admin/pages/"
    assert client.get("/admin/").status_code == 200


def test_after_signing_in_nobody_is_sent_to_another_host(account: Any):
    enrol_with_app(Client(), account, PASSPHRASE)
    for elsewhere in ("https://paper.example/", "//paper.example/", "javascript:alert(1)"):
        client = Client()
        client.post("/accounts/login/", {"login": account.username, "password": PASSPHRASE, "next": elsewhere})
        opened = client.post("/accounts/login/second-factor/", {"code": next_code(account)})
        assert opened["Location"] == "/admin/"


def test_a_code_opens_the_desk_once(account: Any):
    secret = give_app(account)
    code = code_now(secret)
    answers = []
    for _ in range(2):
        client = Client()
        client.post(make_link(account))
        answers.append(client.post("/accounts/login/second-factor/", {"code": code}).status_code)
    assert answers == [302, 200]


def test_the_code_that_set_the_app_up_does_not_open_the_desk_again(account: Any):
    first = Client()
    first.post(make_link(account))
    first.post("/accounts/passphrase/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    code = code_now(secret_on(first.get("/accounts/app/")))
    assert first.post("/accounts/app/", {"code": code})["Location"] == "/accounts/recovery-codes/"
    client = Client()
    client.post("/accounts/login/", {"login": account.username, "password": PASSPHRASE})
    refused = client.post("/accounts/login/second-factor/", {"code": code})
    assert "used already" in refused.content.decode()


def test_codes_may_be_typed_with_persian_digits_and_spaces(client: Client, account: Any):
    code = code_now(give_app(account)).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    client.post(make_link(account))
    assert client.post("/accounts/login/second-factor/", {"code": f"{code[:3]} {code[3:]}"}).status_code == 302


def test_a_recovery_code_opens_the_desk_once(client: Client, account: Any):
    enrol_with_app(client, account, PASSPHRASE)
    code = re.findall(r"<code>(\d{5} \d{5})</code>", client.get("/accounts/recovery-codes/").content.decode())[4]
    answers = []
    for _ in range(2):
        later = Client()
        later.post("/accounts/login/", {"login": account.username, "password": PASSPHRASE})
        answers.append(later.post("/accounts/login/second-factor/", {"code": code}).status_code)
    assert answers == [302, 200]


def test_the_same_letters_in_another_form_are_the_same_passphrase(account: Any):
    enrol_with_app(Client(), account, "gözəl ördək çay içir")
    apart = "go\u0308zəl o\u0308rdək c\u0327ay içir"
    answer = Client().post("/accounts/login/", {"login": account.username, "password": apart})
    assert answer["Location"] == "/accounts/login/second-factor/"


@pytest.mark.parametrize(
    ("passphrase", "again", "sentence"),
    [
        ("short", "short", "That is too short."),
        ("password1234", "password1234", "lists that attackers try first"),
        ("dörd yaşıl armud", "dörd yaşıl alma", "The two differ."),
    ],
)
def test_a_bad_passphrase_is_refused_with_a_sentence(
    client: Client, account: Any, passphrase: str, again: str, sentence: str
):
    client.post(make_link(account))
    page = client.post("/accounts/passphrase/", {"passphrase": passphrase, "again": again})
    assert sentence in page.content.decode()
    account.refresh_from_db()
    assert not account.has_usable_password()


def test_long_numbers_and_spaces_are_good_passphrases(client: Client, account: Any):
    client.post(make_link(account))
    step = client.post("/accounts/passphrase/", {"passphrase": " 5093 1187 2264 ", "again": " 5093 1187 2264 "})
    assert step.status_code == 302


def test_a_passphrase_alone_does_not_open_an_account_that_was_left_half_set_up(client: Client, account: Any):
    client.post(make_link(account))
    client.post("/accounts/passphrase/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    later = Client()
    answer = later.post("/accounts/login/", {"login": account.username, "password": PASSPHRASE}, follow=True)
    assert "Ask an administrator for a new link" in answer.content.decode()
    assert "_auth_user_id" not in later.session


def test_a_new_link_begins_a_half_set_up_account_anew(client: Client, account: Any):
    Client().post(make_link(account))
    first = Client()
    first.post(make_link(account))
    first.post("/accounts/passphrase/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    assert client.post(make_link(account))["Location"] == "/accounts/passphrase/"
    account.refresh_from_db()
    assert not account.has_usable_password()
    assert first.get("/accounts/app/").status_code == 302, "whoever began with the older link is out"


def test_setting_up_has_to_be_done_within_half_an_hour(client: Client, account: Any):
    client.post(make_link(account))
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "link", "at": time.time() - ENROLMENT_S - 1}]
    session.save()
    answer = client.get("/accounts/passphrase/", follow=True)
    assert "Setting up took too long" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_link_for_an_account_that_is_set_up_still_asks_for_the_second_factor(client: Client, account: Any):
    give_app(account)
    assert client.post(make_link(account))["Location"] == "/accounts/login/second-factor/"
    assert client.get("/admin/").status_code == 302
    assert client.get("/accounts/passphrase/").status_code == 302


def test_beginning_an_account_anew_ends_its_sessions_at_once(client: Client, account: Any):
    sign_in(client, account)
    assert client.get("/admin/").status_code == 200
    account.refresh_from_db()
    begin_anew(account)
    assert client.get("/admin/")["Location"].startswith("/accounts/login/")


def test_a_new_passphrase_ends_all_other_sessions(account: Any):
    here, elsewhere = Client(), Client()
    enrol_with_app(here, account, PASSPHRASE)
    sign_in(elsewhere, account)
    here.post("/accounts/passphrase/", {"passphrase": "altı mavi qatar gedir", "again": "altı mavi qatar gedir"})
    assert (here.get("/admin/").status_code, elsewhere.get("/admin/").status_code) == (200, 302)


def test_nothing_says_when_somebody_was_here(client: Client, account: Any):
    enrol_with_app(client, account, PASSPHRASE)
    sign_in(Client(), account)
    account.refresh_from_db()
    assert account.last_login is None
    assert set(Authenticator.objects.values_list("last_used_at", flat=True)) == {None}


def test_the_only_factor_cannot_be_removed(client: Client, account: Any):
    enrol_with_app(client, account, PASSPHRASE)
    assert "your only way in" in client.get("/accounts/app/remove/").content.decode()
    client.post("/accounts/app/remove/")
    assert Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists()


def test_an_app_on_a_new_phone_takes_the_place_of_the_old_one(client: Client, account: Any):
    old = enrol_with_app(client, account, PASSPHRASE)
    new = secret_on(client.get("/accounts/app/"))
    assert client.post("/accounts/app/", {"code": code_now(new)})["Location"] == "/accounts/"
    later = Client()
    later.post("/accounts/login/", {"login": account.username, "password": PASSPHRASE})
    assert later.post("/accounts/login/second-factor/", {"code": code_now(old)}).status_code == 200
    assert later.post("/accounts/login/second-factor/", {"code": next_code(account)}).status_code == 302


def test_changing_the_way_in_asks_once_more_who_is_there(account: Any):
    enrol_with_app(Client(), account, PASSPHRASE)
    client = Client()
    client.post("/accounts/login/", {"login": account.username, "password": PASSPHRASE})
    client.post("/accounts/login/second-factor/", {"code": next_code(account)})
    asked = client.get("/accounts/passphrase/")
    assert asked["Location"] == "/accounts/confirm/?next=%2Faccounts%2Fpassphrase%2F"
    page = client.post(asked["Location"], {"password": "something else"})
    assert "That is not your passphrase" in page.content.decode()
    WrongTries.objects.all().delete()
    assert client.post(asked["Location"], {"password": PASSPHRASE})["Location"] == "/accounts/passphrase/"
    assert client.get("/accounts/passphrase/").status_code == 200
