"""`araz restore`: brings a newsroom back from a backup."""

import sys
from pathlib import Path

import click

from araz.cli.place import json_option
from araz.cli.report import tell
from araz.cli.sentences import in_sentences
from araz.seal.keys import secret_keys, secret_keys_in


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--key",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The file that holds the secret key; else it is asked for.",
)
@click.option("--database", default="", help="An empty database: postgresql://user:password@host/name.")
@click.option("--only-print", is_flag=True, hidden=True, help="For a drill: leave the database empty.")
@json_option
@in_sentences
def command(file: Path, folder: Path, key: Path | None, database: str, only_print: bool, as_json: bool) -> None:
    """Bring the newsroom in the backup FILE to FOLDER, which must be missing or empty, and print it.

    Everything is checked first. A run that was cut off leaves nothing in FOLDER; call it again.
    """
    secrets = read_secrets(key)
    from araz.server.backup.restoring import restore

    def progress(line: str) -> None:
        click.echo(line, err=True)

    restored = restore(file, folder, secrets, progress, database=database, keep_database=not only_print)
    lines = (
        f"The newsroom of {restored.day}, edition {restored.edition:,}, is back ({restored.files:,} files) and printed.\n"
        f"Everybody signs in anew. Start it with: araz run {folder}"
    )
    tell(restored, lines, as_json=as_json)


def read_secrets(key: Path | None) -> tuple[str, ...]:
    """Return the secret keys in a file, from the standard input (“-”), or as typed. Raises NotAKey."""
    if key is None:
        return secret_keys_in(click.prompt("Secret key", hide_input=True))
    if str(key) == "-":
        return secret_keys_in(sys.stdin.read())
    return secret_keys(key)
