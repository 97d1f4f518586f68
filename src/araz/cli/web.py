"""`araz web`: the two listeners alone."""

from pathlib import Path

import click

from araz.cli.listening import leave, listening_options, open_for_listening, welcome_text
from araz.cli.place import folder_argument
from araz.cli.sentences import in_sentences


@click.command()
@folder_argument
@listening_options
@in_sentences
def command(folder: Path, port: int | None, desk_port: int | None, listen: str) -> None:
    """Serve readers and the desk. “araz worker” and “araz clock” run beside it."""
    newsroom = open_for_listening(folder, port, desk_port, listen)
    from araz.server.run import run_web

    text = welcome_text(newsroom, welcome=False)
    run_web(newsroom, lambda: click.echo(text))
    leave()
