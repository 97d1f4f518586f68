"""Brings a client to the desk by the way that people take: a one-time link, then the second factor."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.http import HttpResponse
from django.test import Client

from araz.desk.signin.codes import code_now
from araz.desk.signin.links import make_link


def sign_in(client: Client, account: Any) -> None:
    """Have the client sign in. The account gets a new code app each time, since a code opens the desk only once."""
    secret = give_app(account)
    asked = client.post(make_link(account))
    assert asked["Location"] == "/accounts/login/second-factor/", asked.content
    opened = client.post(asked["Location"], {"code": code_now(secret)})
    assert opened["Location"] == "/admin/", opened.content


def give_app(account: Any) -> str:
    """Give the account a code app; returns its secret."""
    Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).delete()
    secret: str = generate_totp_secret()
    TOTP.activate(account, secret)
    return secret


def enrol_with_app(client: Client, account: Any, passphrase: str) -> str:
    """Walk a new account through all steps with a passphrase and a code app; returns the app's secret."""
    client.post(make_link(account))
    client.post("/accounts/passphrase/", {"passphrase": passphrase, "again": passphrase})
    secret = secret_on(client.get("/accounts/app/"))
    done = client.post("/accounts/app/", {"code": code_now(secret)})
    assert done["Location"] == "/accounts/recovery-codes/", done.content
    return secret


def secret_on(page: Any) -> str:
    """The key that the page shows for typing into the app."""
    assert isinstance(page, HttpResponse)
    return page.content.decode().partition('<code class="key" dir="ltr">')[2].partition("<")[0].replace(" ", "")
