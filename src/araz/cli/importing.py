"""`araz import`: brings in what a newsroom wrote elsewhere."""

import os
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click
import msgspec

from araz.cli.sentences import TROUBLE, give_up, in_sentences
from araz.cli.with_desk import start_desk
from araz.server.newsroom import open_newsroom

if TYPE_CHECKING:
    from araz.importers.wordpress.options import Comments

_EVERY_S = 0.2


@click.group()
def command() -> None:
    """Bring in what a newsroom wrote elsewhere."""


@command.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--newsroom", "folder", default=".", envvar="ARAZ_NEWSROOM", type=click.Path(path_type=Path, file_okay=False)
)
@click.option("--media", type=click.Path(path_type=Path), help="A copy of wp-content/uploads.")
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="What becomes of authors, categories and tags; a dry run writes one.",
)
@click.option("--comments", type=click.Choice(["drop", "initials", "names"]), default="initials", show_default=True)
@click.option("--dry-run", is_flag=True, help="Read and convert everything, and bring in nothing.")
@click.option(
    "--json", "report_file", type=click.Path(path_type=Path, dir_okay=False), help="Write the whole report to a file."
)
@in_sentences
def wordpress(
    files: tuple[Path, ...],
    folder: Path,
    media: Path | None,
    map_file: Path | None,
    comments: "Comments",
    dry_run: bool,
    report_file: Path | None,
) -> None:
    """Import WordPress's export FILES (WXR).

    Interrupt it whenever you like: the next call goes on. A later export of the same site brings what is new or changed
    there. E-mail addresses, IP addresses, passwords and account names are left behind.
    """
    newsroom = open_newsroom(folder)
    _check_places(newsroom.folder, files, media, {"--map": map_file, "--json": report_file})
    start_desk(newsroom)
    from django.db import connections

    from araz.importers.wordpress.findings import ExportRefused
    from araz.importers.wordpress.mapping import MapRefused
    from araz.importers.wordpress.options import Options, Progress
    from araz.importers.wordpress.report import lines_of
    from araz.importers.wordpress.surveying import first_map, survey_export
    from araz.importers.wordpress.telling import Findings
    from araz.server.importing import bring_in

    writes_map = dry_run and map_file is not None and not map_file.exists()
    options = Options(
        files=files,
        media=media,
        map=None if writes_map else map_file,
        comments=comments,
        dry_run=dry_run,
        compare=report_file is not None,
    )
    findings, line = Findings(keep_all=report_file is not None), _Line()
    progress = Progress(stage=line.stage, step=line.step)
    try:
        surveyed = survey_export(options, findings, progress)
        report, printed = bring_in(newsroom, options, surveyed, findings, progress)
    except KeyboardInterrupt:
        line.end()
        give_up("Broken off. What came is whole; the same command goes on.")
    except (ExportRefused, MapRefused) as error:
        line.end()
        give_up(str(error))
    finally:
        connections.close_all()  # the last to leave brings what was written into the database file itself
    line.end()
    if writes_map and map_file is not None:
        _write(map_file, first_map(surveyed))
        click.echo(f"A map to edit is in {map_file}. It holds account names: keep it outside the newsroom.", err=True)
    if report_file is not None:
        _write(report_file, msgspec.json.format(msgspec.json.encode(report)).decode())
    for told in lines_of(report, findings.counts()):
        click.echo(told)
    if printed.files:
        click.echo(f"{printed.files:,} files printed ({printed.bytes / 1e6:.1f} MB). The desk's search follows.")
    if not report.accounts_for_all():
        click.echo("The report does not account for every item. Please report this.", err=True)
        raise SystemExit(TROUBLE)


def _check_places(newsroom: Path, files: tuple[Path, ...], media: Path | None, others: dict[str, Path | None]) -> None:
    """Give up where a file or folder is not there, or lies where only the newsroom's own things may."""
    for file in files:
        if file.is_dir():
            give_up(f"{file} is a folder. Give the file that WordPress's “Export” made.")
        if not file.is_file():
            give_up(f"There is no file {file}. Give the file that WordPress's “Export” made.")
    if media is not None and not media.is_dir():
        give_up(f"There is no folder {media}. Give a copy of wp-content/uploads.")
    for name, written in others.items():
        if written and not (written.exists() or (written.parent.is_dir() and not written.is_symlink())):
            give_up(f"{name} names a file that can't be made: {written}. Give one in a folder that is there.")
    named = {"FILES": files, "--media": (media,)} | {name: (file,) for name, file in others.items()}
    inside = os.path.realpath(newsroom)
    for name, places in named.items():
        if any(place and Path(os.path.realpath(place)).is_relative_to(inside) for place in places):
            give_up(
                f"{name} names a file inside the newsroom's folder. It tells of the old site's people: keep it elsewhere."
            )


def _write(file: Path, text: str) -> None:
    """Write a file that only its owner reads."""
    file.touch(mode=0o600)
    file.write_text(text, encoding="utf-8")


class _Line:
    """One line on the standard error that says how far it is; nothing when that is no terminal."""

    def __init__(self) -> None:
        self._stage = ""
        self._told = 0.0
        self._shown = sys.stderr.isatty()

    def stage(self, name: str) -> None:
        self.end()
        self._stage = name
        self.step(0, 0)

    def step(self, done: int, of: int) -> None:
        if not self._shown or (done and monotonic() - self._told < _EVERY_S):
            return
        self._told = monotonic()
        share = f" {100 * done // of} %" if of else f" {done:,}" if done else ""
        click.echo(f"\r\033[K{self._stage}{share}", nl=False, err=True)

    def end(self) -> None:
        if self._shown and self._stage:
            click.echo(err=True)
        self._stage = ""
