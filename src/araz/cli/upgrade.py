"""`araz upgrade`: brings a newsroom to this version, and back."""

from pathlib import Path

import click
import msgspec

from araz.cli.place import dry_run_option, folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import give_up, in_sentences
from araz.cli.with_desk import start_desk
from araz.edition.file import SCHEMA_VERSION
from araz.server.backup.keeping import KEYS_FILE, keys_of
from araz.server.backup.loose import BACKUPS
from araz.server.counting import counted
from araz.server.newsroom import Newsroom, open_newsroom


class Report(msgspec.Struct, kw_only=True):
    migrations: list[str]
    dry_run: bool
    backup: str = ""  # the file


@click.command()
@folder_argument
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="Where the backup goes to.")
@click.option("--without-backup", is_flag=True, help="Make no backup first.")
@click.option("--back", is_flag=True, help="Take the last upgrade back; then install the older Araz.")
@click.option("--lose-what-is-new", is_flag=True, help="With --back: also what was published and saved since.")
@click.option("--forget", is_flag=True, help="Throw away the copy by which the last upgrade can be taken back.")
@dry_run_option
@json_option
@in_sentences
def command(
    folder: Path,
    *,
    to: Path | None,
    without_backup: bool,
    back: bool,
    lose_what_is_new: bool,
    forget: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring the newsroom to this version of Araz. Stop it first.

    A sealed backup is made, and a copy of the databases stays in the newsroom, by which --back brings it to the older
    version again, until the next upgrade or --forget.
    """
    newsroom = start_desk(open_newsroom(folder), any_version=True)
    from araz.server.versions import too_new

    if forget:
        _forget(newsroom)
        return
    if too_new():
        give_up("This newsroom was used by a newer Araz. Install that version, or bring back an older backup.")
    if back:
        _go_back(newsroom, lose=lose_what_is_new, dry_run=dry_run)
        return
    report = Report(migrations=_changes(newsroom), dry_run=dry_run)
    if report.migrations and not dry_run:
        _look_that_it_stands(newsroom)
        _upgrade(newsroom, report, to or newsroom.folder / BACKUPS, without_backup=without_backup, quiet=as_json)
    tell(report, _lines(report), as_json=as_json)


def _changes(newsroom: Newsroom) -> list[str]:
    from araz.server.backup.before_upgrade import edition_form
    from araz.server.versions import waiting_migrations

    form = edition_form(newsroom)
    raised = [f"edition: form {form} becomes {SCHEMA_VERSION}"] if form < SCHEMA_VERSION else []
    return [*waiting_migrations(), *raised]


def _upgrade(newsroom: Newsroom, report: Report, place: Path, *, without_backup: bool, quiet: bool) -> None:
    from araz.desk.audit.log import note
    from araz.edition.store import Edition
    from araz.server.backup.before_upgrade import keep
    from araz.server.backup.making import back_up
    from araz.server.preparing import prepare_database

    if not without_backup:
        if not keys_of(newsroom):
            give_up(
                f"An upgrade makes a sealed backup first, and this newsroom has no key to seal it to ({KEYS_FILE}). "
                "Make one with “araz keys make FILE”, or call the upgrade with --without-backup."
            )
        report.backup = str(back_up(newsroom, place).file)
    keep(newsroom)
    prepare_database(lambda name: None if quiet else click.echo(name, err=True))
    Edition.open(newsroom.edition_file).close()
    note("upgraded")


def _look_that_it_stands(newsroom: Newsroom) -> None:
    from araz.server.backup.before_upgrade import is_in_use

    if is_in_use(newsroom):
        give_up("The newsroom is running, or another araz command is at work in it. Stop it, and call this again.")


def _go_back(newsroom: Newsroom, *, lose: bool, dry_run: bool) -> None:
    from araz.server.backup.before_upgrade import go_back, what_is_lost

    lost = what_is_lost(newsroom)
    loses = (
        f"{counted(lost.deeds, 'deed that was', 'deeds that were')} carried into the edition and "
        f"{counted(lost.versions, 'version that was', 'versions that were')} saved at the desk since the upgrade"
    )
    if lost and not (lose or dry_run):
        give_up(f"Going back loses {loses}. Keep what matters elsewhere, and call it with --lose-what-is-new.")
    if dry_run:
        click.echo(f"Would go back and lose {loses if lost else 'nothing'}.")
        return
    _look_that_it_stands(newsroom)
    go_back(newsroom)
    click.echo(
        "The databases are as they were before the upgrade. Install the Araz that you had then, and start it:\n"
        "it prints all pages anew. Everybody signs in again."
    )


def _forget(newsroom: Newsroom) -> None:
    from araz.server.backup.before_upgrade import forget

    if forget(newsroom):
        click.echo("The copy is thrown away. The upgrade can't be taken back any more.")
    else:
        click.echo("There is no copy of an older version here.")


def _lines(report: Report) -> str:
    count = len(report.migrations)
    if not count:
        return "The newsroom fits this version of Araz already."
    if report.dry_run:
        return "\n".join((f"Would make {counted(count, 'change')} of the database:", *report.migrations))
    made = counted(count, "change of the database is", "changes of the database are")
    backup = f"\nA backup was made first: {report.backup}" if report.backup else ""
    return (
        f"{made} made. The next run prints what this version prints differently.{backup}\n"
        "“araz upgrade --back” takes it back, “araz upgrade --forget” throws away what that needs."
    )
