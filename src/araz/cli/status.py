"""`araz status`: says how the newsroom does."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from araz.cli.place import folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import TROUBLE, in_sentences
from araz.cli.with_desk import start_desk
from araz.server.newsroom import open_newsroom
from araz.server.press_host import edition_of

if TYPE_CHECKING:
    from araz.server.status import Status


@click.command()
@folder_argument
@json_option
@in_sentences
def command(folder: Path, as_json: bool) -> None:
    """Say which edition is printed and delivered, and what is late.

    Ends with 3 when something needs a person.
    """
    newsroom = start_desk(open_newsroom(folder))
    from araz.server.status import status_of

    with edition_of(newsroom) as edition:
        status = status_of(newsroom, edition)
    tell(status, _lines(status), as_json=as_json)
    if status.troubles:
        raise SystemExit(TROUBLE)


def _lines(status: "Status") -> str:
    lines = [
        f"Edition {status.edition:,}; printed: {status.printed:,} ({status.files:,} files, {status.bytes / 1e6:.1f} MB).",
        *(f"Delivery “{delivery.name}”: {delivery.edition:,}." for delivery in status.deliveries),
        f"Free on the disk: {status.free_bytes / 1e9:.1f} GB.",
    ]
    return "\n".join([*lines, *(status.troubles or ("Nothing is late.",))])
