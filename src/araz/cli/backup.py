"""`araz backup`: writes one sealed file of all that can't be made again."""

from pathlib import Path

import click
import msgspec

from araz.cli.place import folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import in_sentences
from araz.cli.with_desk import start_desk
from araz.server.backup.loose import BACKUPS
from araz.server.newsroom import open_newsroom


class Report(msgspec.Struct, frozen=True, kw_only=True):
    file: str
    edition: int
    files: int
    bytes: int


@click.command()
@folder_argument
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="Where to; else backups/ in the newsroom.")
@json_option
@in_sentences
def command(folder: Path, to: Path | None, as_json: bool) -> None:
    """Write one sealed file of all that can't be made again: desk, edition, pictures, settings, keys.

    The newsroom may be running meanwhile. The file is there whole or not at all. Keep it on another machine.
    """
    newsroom = start_desk(open_newsroom(folder), any_version=True)
    from araz.server.backup.making import back_up

    made = back_up(newsroom, to or newsroom.folder / BACKUPS)
    report = Report(file=str(made.file), edition=made.edition, files=made.files, bytes=made.bytes)
    tell(report, _lines(report), as_json=as_json)


def _lines(report: Report) -> str:
    return (
        f"Edition {report.edition:,}, {report.files:,} files ({report.bytes / 1e6:.1f} MB), sealed: {report.file}\n"
        "Bring it to another machine."
    )
