"""`araz run`: everything in one process."""

from pathlib import Path

import click

from araz.cli.listening import leave, listening_options, open_for_listening, welcome_text
from araz.cli.place import folder_argument
from araz.cli.sentences import in_sentences
from araz.cli.words import opened_words


@click.command()
@folder_argument
@listening_options
@click.option("--welcome", is_flag=True, help="Print a one-time sign-in link while nobody has signed in yet.")
@in_sentences
def command(folder: Path, port: int | None, desk_port: int | None, listen: str, welcome: bool) -> None:
    """Serve readers and the desk, print and deliver what is published, publish what is scheduled.

    Ends cleanly on Ctrl-C or SIGTERM; being cut off does no harm.
    """
    newsroom = open_for_listening(folder, port, desk_port, listen)
    from araz.server.run import run_all

    text = welcome_text(newsroom, welcome=welcome)
    run_all(newsroom, opened_words(newsroom), lambda: click.echo(text))
    leave()
