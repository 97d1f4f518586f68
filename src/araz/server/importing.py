"""Brings an export into a newsroom and prints what came."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from araz.edition.store import Edition
from araz.importers.wordpress.bringing import Bringing
from araz.importers.wordpress.options import Options, Progress
from araz.importers.wordpress.report import Report
from araz.importers.wordpress.surveying import Surveyed
from araz.importers.wordpress.telling import Findings
from araz.pressroom.pressroom import Pressroom, Printed
from araz.server.courier import carry, note_printed
from araz.server.newsroom import Newsroom
from araz.server.press_host import edition_of, pressroom_of


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
    with edition_of(newsroom) as edition:
        carry(edition)
        report = Bringing(options, surveyed, findings, progress, _carrier(edition)).run()
        return report, _print(newsroom, edition, progress)


def _carrier(edition: Edition) -> Callable[[], object]:
    return lambda: carry(edition)


def _print(newsroom: Newsroom, edition: Edition, progress: Progress) -> OnPaper:
    """Print what is new; after many stories, and for a new section that stands on every page, print all anew."""
    progress.stage("Printing")
    files = size = 0
    with pressroom_of(newsroom, edition) as pressroom:
        for step in _steps(pressroom):
            files += len(step.written)
            size += step.bytes
            progress.step(files, 0)
        pressroom.write_maps()
    note_printed(edition)
    return OnPaper(files=files, bytes=size)


def _steps(pressroom: Pressroom) -> Iterator[Printed]:
    yield pressroom.press_new()
    if pressroom.needs_resetting():
        yield from pressroom.reset()


def _nothing() -> None:
    """Where nothing is brought in, nothing is carried."""
