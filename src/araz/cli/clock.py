"""`araz clock`: what happens by itself."""

from pathlib import Path

import click

from araz.cli.place import folder_argument
from araz.cli.sentences import in_sentences
from araz.cli.with_desk import start_desk
from araz.server.newsroom import open_newsroom


@click.command()
@folder_argument
@in_sentences
def command(folder: Path) -> None:
    """Publish scheduled stories when they are due, let announcements run out, tidy once a day."""
    start_desk(open_newsroom(folder))
    from araz.server.run import run_clock

    run_clock()
