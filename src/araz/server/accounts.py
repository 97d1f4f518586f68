"""Accounts as the command line makes them: nameless, and opened by a link that works once."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model

from araz.desk import roles
from araz.desk.audit import note
from araz.desk.roles import Role, role_of
from araz.desk.signin.factors import anybody_is_set_up, has_second_factor
from araz.desk.signin.links import make_link
from araz.desk.signin.recovery import recover_by_host as recover_by_host


class NoSuchAccount(Exception):
    """There is no open account of that name; the message says what to do."""


def everybody() -> Iterator[tuple[str, str, bool, bool]]:
    """Yield each account's name and role, and whether it is open and set up, the oldest first."""
    for account in get_user_model().objects.prefetch_related("groups").order_by("pk"):
        yield account.get_username(), role_of(account), account.is_active, has_second_factor(account)


def make_account(role: Role) -> Any:
    """Return a new account, made from the host's shell."""
    account = roles.make_account(role)
    note("account-made", None, account.get_username())
    return account


def link_for(account: Any) -> str:
    """Return the path of a one-time sign-in link for the account; links made before stop working."""
    note("link-made", None, account.get_username())
    return make_link(account)


def account_named(name: str) -> Any:
    """Return an open account. Raises NoSuchAccount."""
    found = get_user_model().objects.filter(username=name, is_active=True).first()
    if found is None:
        raise NoSuchAccount(f"There is no open account “{name}”. “araz account list” shows all.")
    return found


def first_of(role: Role) -> Any:
    """Return the oldest account with the role; make one if there is none."""
    accounts = get_user_model().objects.filter(is_active=True).order_by("pk")
    return next((account for account in accounts if role_of(account) == role), None) or make_account(role)


def first_link() -> str:
    """Return a sign-in link for an administrator until somebody has set an account up; empty afterwards."""
    if anybody_is_set_up():
        return ""
    return link_for(first_of("administrator"))
