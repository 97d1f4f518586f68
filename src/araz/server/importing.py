"""Brings an export into a newsroom and prints what came."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from araz.edition.store import Edition
from araz.importers.wordpress.bringing import Bringing, Surveyed
from araz.importers.wordpress.options import Options, Progress
from araz.importers.wordpress.report import Findings, Report
from araz.server.courier import carry, note_printed
from araz.server.newsroom import Newsroom
from araz.server.press_host import edition_of, pressroom_of

MANY: Final = (
    1_000  # deeds; printing the whole paper anew then costs less than printing each of its lists again and again
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    files: int
    bytes: int


def bring_in(
    newsroom: Newsroom, options: Options, surveyed: Surveyed, findings: Findings, progress: Progress
) -> tuple[Report, Printed]:
    """Bring the stories in, carry them into the edition and print them. May run beside a running newsroom."""
    if options.dry_run:
        return Bringing(options, surveyed, findings, progress, _nothing).run(), Printed(files=0, bytes=0)
    with edition_of(newsroom) as edition:
        carry(edition)
        report = Bringing(options, surveyed, findings, progress, _carrier(edition)).run()
        return report, _print(newsroom, edition, progress, report)


def _carrier(edition: Edition) -> Callable[[], object]:
    return lambda: carry(edition)


def _print(newsroom: Newsroom, edition: Edition, progress: Progress, report: Report) -> Printed:
    progress.stage("Printing")
    files = size = 0
    with pressroom_of(newsroom, edition) as pressroom:
        many = report.imported + report.updated >= MANY
        for step in pressroom.reset() if many else [pressroom.press_new()]:
            files += len(step.written)
            size += step.bytes
            progress.step(files, 0)
    note_printed(edition)
    return Printed(files=files, bytes=size)


def _nothing() -> None:
    """Where nothing is brought in, nothing is carried."""
