"""Brings an export into a newsroom and prints what came."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass

from araz.desk import held_back
from araz.importers.wordpress.bringing import Bringing
from araz.importers.wordpress.options import Options, Progress
from araz.importers.wordpress.report import Report
from araz.importers.wordpress.surveying import Surveyed
from araz.importers.wordpress.telling import Findings
from araz.pressroom.pressroom import Pressroom, Printed
from araz.server.courier import carry, hold_what_the_desk_knows, keeping_formers, note_printed, tell_held
from araz.server.newsroom import Newsroom
from araz.server.press_host import edition_of, pressroom_of
from araz.server.proofreading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """What came to be printed."""

    files: int = 0
    bytes: int = 0


def bring_in(
    newsroom: Newsroom, options: Options, surveyed: Surveyed, findings: Findings, progress: Progress
) -> tuple[Report, OnPaper]:
    """Bring the stories in, carry them into the edition and print them. May run beside a running newsroom."""
    gc.freeze()  # What the survey holds stays to the end: looking through it again and again is a tenth of the work.
    if options.dry_run:
        return Bringing(options, surveyed, findings, progress, _nothing).run(), OnPaper()
    proofreader = Reading(newsroom).proofreader()
    with edition_of(newsroom) as edition, pressroom_of(newsroom, edition, proofreader=proofreader) as pressroom:
        hold_what_the_desk_knows(pressroom, edition, proofreader)
        keep = keeping_formers(edition, pressroom.holds, proofreader)
        carry(edition, keep)
        report = Bringing(options, surveyed, findings, progress, lambda: carry(edition, keep)).run()
        printed = _print(pressroom, progress)
        note_printed(edition)
        tell_held(pressroom.holds)
    report.held, report.held_by_kind = held_back.count_imported()
    return report, printed


def _print(pressroom: Pressroom, progress: Progress) -> OnPaper:
    """Print what is new; after many stories, and for a new section that stands on every page, print all anew."""
    progress.stage("Printing")
    files = size = 0
    for step in _steps(pressroom):
        files += len(step.written)
        size += step.bytes
        progress.step(files, 0)
    pressroom.write_maps()
    return OnPaper(files=files, bytes=size)


def _steps(pressroom: Pressroom) -> Iterator[Printed]:
    yield pressroom.press_new()
    if pressroom.needs_resetting():
        yield from pressroom.reset()


def _nothing() -> None:
    """Where nothing is brought in, nothing is carried."""
