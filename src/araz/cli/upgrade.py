"""`araz upgrade`: brings a newsroom to this version."""

from pathlib import Path

import click
import msgspec

from araz.cli.place import dry_run_option, folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import give_up, in_sentences
from araz.cli.with_desk import start_desk
from araz.server.counting import counted
from araz.server.newsroom import open_newsroom


class Report(msgspec.Struct, kw_only=True):
    migrations: list[str]
    dry_run: bool


@click.command()
@folder_argument
@dry_run_option
@json_option
@in_sentences
def command(folder: Path, dry_run: bool, as_json: bool) -> None:
    """Bring the newsroom to this version of Araz. Stop it and copy its folder first."""
    start_desk(open_newsroom(folder), any_version=True)
    from araz.server.preparing import prepare_database
    from araz.server.versions import too_new, waiting_migrations

    if too_new():
        give_up("This newsroom was used by a newer Araz. Install that version, or bring back an older backup.")
    report = Report(migrations=waiting_migrations(), dry_run=dry_run)
    if not dry_run:
        prepare_database(lambda name: None if as_json else click.echo(name, err=True))
    tell(report, _lines(report), as_json=as_json)


def _lines(report: Report) -> str:
    count = len(report.migrations)
    if not count:
        return "The newsroom fits this version of Araz already."
    if report.dry_run:
        return "\n".join((f"Would make {counted(count, 'change')} of the database:", *report.migrations))
    made = counted(count, "change of the database is", "changes of the database are")
    return f"{made} made. The next run prints what this version prints differently."
