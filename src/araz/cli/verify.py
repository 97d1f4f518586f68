"""`araz verify`: checks the record."""

from pathlib import Path

import click
import msgspec

from araz.cli.place import folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import TROUBLE, in_sentences
from araz.edition.checking import check
from araz.server.newsroom import open_newsroom


class Report(msgspec.Struct, kw_only=True):
    lines: int
    hash: str  # of the last line
    stored: int  # stories and parts of the paper that were compared with their lines
    broken: tuple[str, ...]


@click.command()
@folder_argument
@json_option
@in_sentences
def command(folder: Path, as_json: bool) -> None:
    """Check that the record is whole and that what is stored is what its lines commit to.

    Ends with 3 when something is broken.
    """
    checked = check(open_newsroom(folder).edition_file)
    last = checked.last
    report = Report(
        lines=last.number if last else 0,
        hash=last.hash if last else "",
        stored=checked.stored,
        broken=checked.broken,
    )
    tell(report, _lines(report), as_json=as_json)
    if report.broken:
        raise SystemExit(TROUBLE)


def _lines(report: Report) -> str:
    if report.broken:
        advice = "Somebody or something changed the edition. Keep this copy, and bring back the newest backup."
        return "\n".join((*report.broken, advice))
    return (
        f"The record is whole: {report.lines:,} lines, the last one {report.hash}.\n"
        f"{report.stored:,} stored stories and parts of the paper are what their lines commit to."
    )
