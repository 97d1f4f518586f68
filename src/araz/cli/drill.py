"""`araz drill`: tries out that a backup brings everything back."""

from pathlib import Path

import click

from araz.cli.place import folder_argument, json_option
from araz.cli.report import tell
from araz.cli.restore import read_secrets
from araz.cli.sentences import give_up, in_sentences
from araz.cli.with_desk import start_desk
from araz.server.backup.keeping import keys_of
from araz.server.newsroom import open_newsroom


@click.command()
@folder_argument
@click.option(
    "--key",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The file that holds a secret key; else it is asked for.",
)
@click.option("--database", default="", help="With PostgreSQL: an empty database, which is empty again afterwards.")
@json_option
@in_sentences
def command(folder: Path, key: Path | None, database: str, as_json: bool) -> None:
    """Make a backup, bring it back in the newsroom's scratch folder, print it, and compare every page.

    Says how long each took, and leaves nothing behind. The newsroom may be running, but nothing should be published.
    """
    newsroom = start_desk(open_newsroom(folder))
    from araz.server.backup.drill import check_key, drill

    keys, secrets = keys_of(newsroom), read_secrets(key)
    if keys and not check_key(secrets, keys):
        give_up("Backups are not sealed to this key. “araz keys list” shows to which; give the secret half of one.")
    drilled = drill(newsroom, secrets, lambda line: click.echo(line, err=True), database=database)
    lines = (
        f"All came back: edition {drilled.edition:,}, {drilled.files:,} files of the paper, equal byte by byte.\n"
        f"The backup took {drilled.backup_s:.1f} s ({drilled.bytes / 1e6:.1f} MB), "
        f"bringing it back and printing {drilled.restore_s:.1f} s."
    )
    tell(drilled, lines, as_json=as_json)
