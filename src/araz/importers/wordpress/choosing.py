"""Which items of an export become stories, and why the others do not."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Kind, finding_of
from araz.importers.wordpress.gone import LEFT_OUT_NOW, is_public_here, missing_from, why_it_should_go
from araz.importers.wordpress.mapping import Placement
from araz.importers.wordpress.options import Progress
from araz.importers.wordpress.reading import read_export
from araz.importers.wordpress.report import Report
from araz.importers.wordpress.survey import is_story, why_left_out
from araz.importers.wordpress.surveying import Surveyed
from araz.importers.wordpress.telling import Findings

_NUMBER_IS_TAKEN: Final = "An item before it has its number, and other content. That one came. If the files are of two sites, import one after the other."


class Choosing:
    """Reads the files the second time."""

    def __init__(self, files: Sequence[Path], surveyed: Surveyed, report: Report, findings: Findings) -> None:
        self._files = files
        self._survey = surveyed.survey
        self._plan = surveyed.plan
        self._report = report
        self._findings = findings
        self._doubled: set[str] = set()  # keys of several items, of which the first has come
        self._left_out: set[str] = set()  # keys of items that might have come

    def coming(self, progress: Progress) -> Iterator[tuple[Item, Placement]]:
        """Yield what becomes a story; say of everything else why it does not."""
        size = sum(file.stat().st_size for file in self._files)
        read = 0

        def step(count: int) -> None:
            nonlocal read
            read += count
            progress.step(read, size)

        for entry in read_export(self._files, _nobody, progress=step, people=self._survey.people):
            if isinstance(entry, Item):
                with self._findings.about(entry):
                    placement = self._look_at(entry)
                if placement:
                    yield entry, placement

    def tell_missing(self) -> None:
        """After all have come, say what came before and is not in the files any longer."""
        stories = self._survey.stories

        def is_in_files(name: str) -> bool:
            return stories.find(name) is not None or stories.key_of(name) in self._left_out

        for finding in missing_from(is_in_files, stories.key_of):
            self._findings(finding)

    def _look_at(self, item: Item) -> Placement | None:
        if item.kind in ("attachment", "wp_block"):
            return None  # told at the end, when it is known which of them stories show
        kinds = self._survey.kinds
        reason = self._why_left_out(item) if is_story(item, kinds) else why_left_out(item, kinds)
        placement = None if reason else self._plan.place_of(item)
        if placement and placement.left_out:
            reason, placement = placement.left_out, None
            self._tell_if_public(item, LEFT_OUT_NOW)
        elif item.state == "trash":
            self._tell_if_public(item, why_it_should_go(item))
        if reason:
            self._report.left_out += 1
            self._find(item, "left out", reason)
        return placement

    def _tell_if_public(self, item: Item, what: str) -> None:
        """Say of what does not come that it came before."""
        key = self._survey.key_of(item)
        self._left_out.add(key)
        if is_public_here(key):
            self._find(item, "doubtful", what)

    def _why_left_out(self, item: Item) -> str:
        """Say why a story does not come whose number an earlier one of the files has."""
        if not self._survey.is_doubled(item):
            return ""
        name = self._survey.key_of(item)
        was_seen = name in self._doubled
        self._doubled.add(name)
        return _NUMBER_IS_TAKEN if was_seen else ""

    def _find(self, item: Item, kind: Kind, what: str) -> None:
        self._findings(finding_of(item, kind, what))


def _nobody(_: object) -> None:
    """What the second reading finds was told by the first."""
