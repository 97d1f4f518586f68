"""`araz press`: prints."""

import os
import sys
from pathlib import Path
from typing import Final

import click
import msgspec

from araz.cli.place import dry_run_option, folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import in_sentences
from araz.cli.with_desk import start_desk
from araz.cli.words import opened_words
from araz.contracts import Proofreader
from araz.edition.store import Edition
from araz.pressroom.pressroom import Pressroom
from araz.server.newsroom import Newsroom, open_newsroom
from araz.server.press_host import edition_of, pressroom_of
from araz.server.proofreading import Reading, Told, has_desk

_GIVES_WAY: Final = 10  # of 19: publishing and serving come first


class Report(msgspec.Struct, kw_only=True):
    press: str
    edition: int
    deeds: int  # that were not printed before
    resetting: bool  # the whole paper
    written: int = 0
    removed: int = 0
    bytes: int = 0
    dry_run: bool = False


@click.command()
@click.argument("name")
@folder_argument
@click.option("--resetting", is_flag=True, help="Print every page anew; those that readers want first come first.")
@click.option("--gently", is_flag=True, help="Give way to everything else on this machine.")
@click.option("--quiet", is_flag=True, help="Say nothing unless something fails.")
@click.option("--told", is_flag=True, hidden=True, help="Read from the standard input what must not be printed.")
@dry_run_option
@json_option
@in_sentences
def command(
    name: str, folder: Path, *, resetting: bool, gently: bool, quiet: bool, told: bool, dry_run: bool, as_json: bool
) -> None:
    """Print what the edition has and the press NAME (website or search) has not.

    The first run and the run after a new design print the whole paper. Interrupt it whenever you like: the next run
    goes on. The newsroom may be running meanwhile.
    """
    newsroom = open_newsroom(folder)
    if gently:
        os.nice(_GIVES_WAY)
    proofreader = _told() if told else _own(newsroom)
    with edition_of(newsroom) as edition, pressroom_of(newsroom, edition, name, proofreader) as pressroom:
        report = _plan(name, pressroom, edition, resetting=resetting)
        report.dry_run = dry_run
        if not dry_run:
            if not told:  # else whoever told it has that done
                _look_again(newsroom, pressroom, edition, proofreader)
            _carry_out(report, pressroom, show=not (quiet or as_json))
            pressroom.write_maps()
    if not quiet:
        tell(report, _lines(report), as_json=as_json)


def _look_again(newsroom: Newsroom, pressroom: Pressroom, edition: Edition, proofreader: Proofreader) -> None:
    if has_desk(newsroom):
        from araz.server.courier import hold_what_the_desk_knows

        hold_what_the_desk_knows(pressroom, edition, proofreader)
    pressroom.look_again(proofreader)
    while pressroom.look_on():
        pass


def _told() -> Proofreader:
    """The proofreader of the process that started this one."""
    return msgspec.json.decode(sys.stdin.buffer.read(), type=Told).proofreader()


def _own(newsroom: Newsroom) -> Proofreader:
    """A proofreader who knows the desk's accounts, if there is a desk, and the list of words, if somebody opens it."""
    if has_desk(newsroom):
        start_desk(newsroom)
    return Reading(newsroom, opened_words(newsroom)).proofreader()


def _plan(name: str, pressroom: Pressroom, edition: Edition, *, resetting: bool) -> Report:
    with edition.reader() as reader:
        number = reader.number()
    return Report(
        press=name,
        edition=number,
        deeds=max(0, number - pressroom.account.number("number")),
        resetting=resetting or pressroom.needs_resetting(),
    )


def _carry_out(report: Report, pressroom: Pressroom, *, show: bool) -> None:
    if report.resetting:
        _reset(report, pressroom, show=show)
        return
    printed = pressroom.press_new()
    report.written, report.removed, report.bytes = len(printed.written), len(printed.removed), printed.bytes


def _reset(report: Report, pressroom: Pressroom, *, show: bool) -> None:
    for step in pressroom.reset():
        report.written += len(step.written)
        report.removed += len(step.removed)
        report.bytes += step.bytes
        if show:
            click.echo(f"\r{report.written:,} files written", nl=False, err=True)
    if show:
        click.echo(err=True)


def _lines(report: Report) -> str:
    what = "the whole paper anew" if report.resetting else f"{report.deeds:,} deeds"
    if report.dry_run:
        return f"Would print {what}, up to edition {report.edition:,}."
    size = f"{report.written:,} files written ({report.bytes / 1e6:.1f} MB), {report.removed:,} taken away"
    return f"Edition {report.edition:,} is printed: {size}."
