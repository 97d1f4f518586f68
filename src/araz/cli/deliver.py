"""`araz deliver`: brings the printed pages to a place."""

from pathlib import Path

import click
import msgspec

from araz.cli.place import dry_run_option, folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import give_up, in_sentences
from araz.pressroom.dispatch import load_for
from araz.pressroom.ledger import Ledger
from araz.pressroom.receipts import Receipts
from araz.server.newsroom import FolderTarget, Newsroom, NewsroomSettings, open_newsroom
from araz.server.press_host import deliver


class Report(msgspec.Struct, kw_only=True):
    delivery: str
    files: int
    edition: int
    failure: str = ""
    dry_run: bool = False


@click.command()
@click.argument("name")
@folder_argument
@dry_run_option
@json_option
@in_sentences
def command(name: str, folder: Path, dry_run: bool, as_json: bool) -> None:
    """Bring what is printed and has not arrived yet to the delivery NAME of araz.toml.

    What was cut off goes on where it stopped. Files are compared by their content, never by their times.
    """
    newsroom = open_newsroom(folder)
    target = _target(newsroom.settings, name)
    report = _look(newsroom, name)
    report.dry_run = dry_run
    if not dry_run:
        done = deliver(newsroom, target)
        report.files, report.failure = done.files, done.failure
    tell(report, _lines(report), as_json=as_json)
    if report.failure:
        give_up(report.failure)


def _target(settings: NewsroomSettings, name: str) -> FolderTarget:
    found = [target for target in settings.deliveries if target.name == name]
    if found:
        return found[0]
    known = ", ".join(target.name for target in settings.deliveries)
    there_are = f"There are: {known}." if known else "Add one to araz.toml; see docs/operators/settings.md."
    return give_up(f"There is no delivery called “{name}”. {there_are}")


def _look(newsroom: Newsroom, name: str) -> Report:
    ledger, receipts = Ledger(newsroom.ledger_file), Receipts(newsroom.receipts_file)
    try:
        load = load_for(name, ledger, receipts)
        return Report(delivery=name, files=len(load.sheets) + len(load.gone), edition=ledger.edition())
    finally:
        receipts.close()
        ledger.close()


def _lines(report: Report) -> str:
    if report.dry_run:
        return f"Would bring or take away {report.files:,} files for edition {report.edition:,}."
    return f"{report.files:,} files of edition {report.edition:,} brought or taken away at “{report.delivery}”."
