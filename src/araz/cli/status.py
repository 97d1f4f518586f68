"""`araz status`: says how the newsroom does."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from araz.cli.place import folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import TROUBLE, in_sentences
from araz.cli.with_desk import start_desk
from araz.pressroom.ledger import Ledger
from araz.server.newsroom import Newsroom, open_newsroom
from araz.server.press_host import edition_of

if TYPE_CHECKING:
    from araz.server.status import Status


@click.command()
@folder_argument
@click.option("--files", is_flag=True, help="Only list the printed files, for programs that copy: rsync --files-from=-")
@json_option
@in_sentences
def command(folder: Path, files: bool, as_json: bool) -> None:
    """Say which edition is printed and delivered, and what is late.

    Ends with 3 when something needs a person.
    """
    newsroom = open_newsroom(folder)
    if files:
        _list_files(newsroom)
        return
    start_desk(newsroom)
    from araz.server.status import status_of

    with edition_of(newsroom) as edition:
        status = status_of(newsroom, edition)
    tell(status, _lines(status), as_json=as_json)
    if status.troubles:
        raise SystemExit(TROUBLE)


def _list_files(newsroom: Newsroom) -> None:
    """Write the path of every finished file, on a line of its own: pages before the lists that lead to them."""
    ledger = Ledger(newsroom.ledger_file)
    try:
        for sheet in ledger.altered_since(0):
            click.echo(sheet.path)
    finally:
        ledger.close()


def _lines(status: "Status") -> str:
    lines = [
        f"Edition {status.edition:,}; printed: {status.printed:,} ({status.files:,} files, {status.bytes / 1e6:.1f} MB).",
        *(f"Press “{press.name}”: {press.edition:,}." for press in status.following),
        *(f"Delivery “{delivery.name}”: {delivery.edition:,}." for delivery in status.deliveries),
        f"Last backup: {status.last_backup or 'none'}.",
        f"Free on the disk: {status.free_bytes / 1e9:.1f} GB.",
    ]
    return "\n".join([*lines, *(status.troubles or ("Nothing is late.",))])
