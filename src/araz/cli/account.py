"""`araz account`: lists and makes accounts, and lets people in."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
import msgspec

from araz.cli.place import folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import give_up, in_sentences
from araz.cli.with_desk import start_desk
from araz.server.newsroom import Newsroom, open_newsroom

if TYPE_CHECKING:
    from araz.desk.roles import Role

ROLES: Final = ("writer", "editor", "publisher", "administrator")  # those of the desk, which is not started yet
_WORKS_ONCE: Final = "It works once, for ten minutes. Give it only to the person whose account it is:"


class Account(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    role: str
    is_open: bool  # a closed account signs in nowhere
    is_set_up: bool


class AccountList(msgspec.Struct, frozen=True, kw_only=True):
    accounts: tuple[Account, ...]


class Link(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    link: str


@click.group()
def command() -> None:
    """Make accounts and one-time sign-in links.

    Names of accounts are made by Araz and say nothing about anybody; keep elsewhere, or in your head, whose is whose.
    """


@command.command("list")
@folder_argument
@json_option
@in_sentences
def list_all(folder: Path, as_json: bool) -> None:
    """List all accounts with their roles."""
    start_desk(open_newsroom(folder))
    from araz.server.accounts import everybody

    found = AccountList(
        accounts=tuple(
            Account(name=name, role=role, is_open=is_open, is_set_up=is_set_up)
            for name, role, is_open, is_set_up in everybody()
        )
    )
    tell(found, "\n".join(_line(account) for account in found.accounts) or "There are no accounts.", as_json=as_json)


@command.command()
@click.argument("role", type=click.Choice(ROLES))
@folder_argument
@json_option
@in_sentences
def add(role: "Role", folder: Path, as_json: bool) -> None:
    """Make an account that is a writer, editor, publisher or administrator, and print a link to open it."""
    newsroom = start_desk(open_newsroom(folder))
    from araz.server.accounts import link_for, make_account

    account = make_account(role)
    _tell_link(newsroom, account.username, link_for(account), as_json=as_json)


@command.command()
@click.argument("name")
@folder_argument
@json_option
@in_sentences
def link(name: str, folder: Path, as_json: bool) -> None:
    """Print a one-time sign-in link for the account NAME; an older link stops working.

    If the account is set up, the link takes the place of its passphrase only: the second factor is asked for.
    """
    newsroom = start_desk(open_newsroom(folder))
    from araz.server.accounts import link_for

    _tell_link(newsroom, name, link_for(_account_named(name)), as_json=as_json)


@command.command()
@click.argument("name")
@folder_argument
@json_option
@in_sentences
def recover(name: str, folder: Path, as_json: bool) -> None:
    """Let the account NAME begin anew: forget passphrase, app, passkeys and codes, end its sessions, print a link.

    For an owner who has lost all of them, where there are no two other administrators who could agree to it at the desk.
    Everybody at the desk is told.
    """
    newsroom = start_desk(open_newsroom(folder))
    from araz.server.accounts import recover_by_host

    _tell_link(newsroom, name, recover_by_host(_account_named(name)), as_json=as_json)


def _account_named(name: str) -> Any:
    from araz.server.accounts import NoSuchAccount, account_named

    try:
        return account_named(name)
    except NoSuchAccount as error:
        give_up(str(error))


def _tell_link(newsroom: Newsroom, name: str, path: str, *, as_json: bool) -> None:
    found = Link(name=name, link=newsroom.settings.desk_at + path)
    tell(found, f"A link for {name}. {_WORKS_ONCE}\n  {found.link}", as_json=as_json)


def _line(account: Account) -> str:
    notes = [] if account.is_open else ["closed"]
    notes += [] if account.is_set_up else ["not set up"]
    return f"{account.name:<12} {account.role or 'no role':<14} {', '.join(notes)}".rstrip()
