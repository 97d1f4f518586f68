"""`araz keys`: to whom backups are sealed."""

import os
from pathlib import Path

import click
import msgspec

from araz.cli.place import folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import give_up, in_sentences
from araz.cli.with_desk import start_desk
from araz.seal.keys import make_pair, public_key
from araz.server.backup.keeping import add_key, keys_of
from araz.server.newsroom import PRIVATE_FILE, Newsroom, open_newsroom


class KeyList(msgspec.Struct, frozen=True, kw_only=True):
    keys: tuple[str, ...]


@click.group()
def command() -> None:
    """Say who can open backups.

    The newsroom has public keys only. The secret half of each is kept elsewhere: whoever has it can open all backups,
    and without it nobody can.
    """


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@folder_argument
@in_sentences
def make(file: Path, folder: Path) -> None:
    """Make a key: its secret half goes into FILE, outside the newsroom, and its public half is added."""
    newsroom = open_newsroom(folder)
    if Path(os.path.realpath(file)).is_relative_to(newsroom.folder):
        give_up(f"{file} is inside the newsroom, where the secret key must never be. Name a file on a stick.")
    keys_of(newsroom)  # whatever is wrong there is told before a key is made
    start_desk(newsroom, any_version=True)  # an upgrade wants a key first
    pair = make_pair()
    _write_once(file, f"# public key: {pair.public}\n{pair.secret}\n")
    _add(newsroom, pair.public)
    click.echo(
        f"The secret key is in {file}, and nowhere else. Keep two copies of it away from this machine: without it no\n"
        f"backup can be opened. From now on backups are sealed to\n  {pair.public}"
    )


@command.command()
@click.argument("key")
@folder_argument
@in_sentences
def add(key: str, folder: Path) -> None:
    """Have backups sealed to the public KEY too, which begins with age1 and was made elsewhere."""
    newsroom, added = open_newsroom(folder), public_key(key)
    if _add(start_desk(newsroom, any_version=True), added):
        click.echo(f"From now on backups are sealed to this key too:\n  {added}")
    else:
        click.echo("Backups are sealed to this key already.")


@command.command("list")
@folder_argument
@json_option
@in_sentences
def list_all(folder: Path, as_json: bool) -> None:
    """List the public keys to which backups are sealed."""
    found = KeyList(keys=keys_of(open_newsroom(folder)))
    tell(found, "\n".join(found.keys) or "There are no keys. “araz keys make FILE” makes one.", as_json=as_json)


def _add(newsroom: Newsroom, key: str) -> bool:
    """Add the key, and note that in the log of deeds: whoever adds one of their own can open later backups.

    A newsroom that an older Araz has made, and that waits for its upgrade, may have no such log yet.
    """
    from django.db import connection

    from araz.desk.audit.log import note
    from araz.desk.audit.models import AuditLine

    has_log = AuditLine._meta.db_table in connection.introspection.table_names()
    is_new = add_key(newsroom, key)
    if is_new and has_log:
        note("keys-changed")
    return is_new


def _write_once(file: Path, text: str) -> None:
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    except FileExistsError:
        give_up(f"{file} exists already. Name a new file: a key that is written over is lost.")
    except FileNotFoundError:
        give_up(f"There is no folder {file.parent}. Name a file in one that is there.")
    with os.fdopen(descriptor, "w", encoding="ascii") as target:
        target.write(text)
        target.flush()
        os.fsync(target.fileno())
