"""`araz worker`: what happens after the desk has decided."""

from pathlib import Path

import click

from araz.cli.place import folder_argument
from araz.cli.sentences import in_sentences
from araz.cli.with_desk import start_desk
from araz.cli.words import opened_words
from araz.server.newsroom import open_newsroom


@click.command()
@folder_argument
@in_sentences
def command(folder: Path) -> None:
    """Carry what is published into the edition, print it, deliver it; do the desk's small tasks."""
    newsroom = start_desk(open_newsroom(folder))
    from araz.server.run import run_worker

    run_worker(newsroom, opened_words(newsroom))
