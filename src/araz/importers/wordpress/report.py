"""What an import tells at its end: every item of the files is accounted for."""

from collections.abc import Iterable
from typing import Final

import msgspec

from araz.importers.wordpress.findings import Finding, Kind

OUTCOMES: Final = ("imported", "updated", "unchanged", "merged", "left out")


_ORDER: Final[tuple[Kind, ...]] = ("doubtful", "lost", "repaired", "dropped", "left out")
_SHOWN_LINES: Final = 40


class Losses(msgspec.Struct, kw_only=True):
    """What the texts had at the old site, and what of it is not in ours. All stories together."""

    words: int = 0
    words_lost: int = 0
    links: int = 0
    links_lost: int = 0
    pictures: int = 0
    pictures_lost: int = 0
    list_items: int = 0
    list_items_lost: int = 0


class Report(msgspec.Struct, kw_only=True):
    dry_run: bool
    files: list[str]
    items: int = 0
    imported: int = 0  # stories that are new
    updated: int = 0  # stories that changed at the old site since the last import
    unchanged: int = 0  # stories that were imported before
    merged: int = 0  # parts of stories: pictures, reusable blocks
    left_out: int = 0  # with their reasons among the findings
    drafts: int = 0  # of those imported
    comments: int = 0
    stories_by_language: dict[str, int] = {}
    documents: int = 0  # different ones that stories of this import offer
    documents_refused: int = 0  # with their reasons among the findings
    documents_missing: int = 0  # to which stories lead, and of which there is no file
    other_files: dict[str, int] = {}  # by ending: to which stories lead, and which don't come
    held: int = 0  # stories of all imports that are held back at the end
    held_by_kind: dict[str, int] = {}  # how many of them for what: one may be held for several things
    losses: Losses = msgspec.field(default_factory=Losses)
    findings: list[Finding] = []
    more_findings: dict[str, int] = {}  # by kind: those that are only counted

    def accounts_for_all(self) -> bool:
        return self.items == self.imported + self.updated + self.unchanged + self.merged + self.left_out


def lines_of(report: Report, counts: dict[str, int]) -> Iterable[str]:
    """Yield the report as lines for people."""
    would = "Would bring in" if report.dry_run else "Brought in"
    yield f"{counted(report.items, 'item')} in {counted(len(report.files), 'file')}."
    drafts = f" ({report.drafts:,} of them {'draft' if report.drafts == 1 else 'drafts'})" if report.drafts else ""
    yield f"{would} {counted(report.imported, 'story')}{drafts} with {counted(report.comments, 'comment')}."
    if not report.items:
        yield "The files hold no post or page: in WordPress, choose Tools, Export, All content."
    languages = ", ".join(f"{code} {count:,}" for code, count in sorted(report.stories_by_language.items()))
    if languages:
        yield f"By language: {languages}."
    if report.updated or report.unchanged:
        yield f"Changed since the last import: {report.updated:,}; as they were: {report.unchanged:,}."
    yield f"Parts of stories: {report.merged:,}. Left out: {report.left_out:,}."
    yield from _held(report)
    losses = report.losses
    if losses.words:
        share = 100 * losses.words_lost / losses.words
        yield f"Words: {losses.words:,}, of which {losses.words_lost:,} ({share:.2f} %) did not come over."
        yield f"Pictures: {losses.pictures:,}, of which {losses.pictures_lost:,} did not come over."
    yield from _documents(report)
    told = ", ".join(f"{count:,} {kind}" for kind, count in counts.items())
    if told:
        yield f"Findings: {told}."
    yield from _told(report)


def _documents(report: Report) -> Iterable[str]:
    if report.documents or report.documents_refused or report.documents_missing:
        refused, missing = report.documents_refused, report.documents_missing
        yield f"Documents: {report.documents:,}. Refused: {refused:,}. Without a file: {missing:,}."
    if report.other_files:
        kinds = ", ".join(f"{ending} {count:,}" for ending, count in report.other_files.items())
        yield f"Other files, which do not come: {kinds}."


def _held(report: Report) -> Iterable[str]:
    if report.held:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in report.held_by_kind.items())
        verb = "is" if report.held == 1 else "are"
        yield (
            f"Of what was imported, {counted(report.held, 'story')} {verb} held back ({kinds}): something was found that may"
            " give somebody away. See “Held back” at the desk."
        )


def counted(count: int, what: str) -> str:
    """Return a number with its noun: “1 story”, “2 stories”."""
    if count == 1:
        return f"1 {what}"
    return f"{count:,} {what[:-1]}ies" if what.endswith("y") else f"{count:,} {what}s"


def _told(report: Report) -> Iterable[str]:
    """Yield the findings that a person should see first; the same sentence about many items is one line."""
    places: dict[tuple[Kind, str], list[Finding]] = {}
    for finding in report.findings:
        places.setdefault((finding.kind, finding.what), []).append(finding)
    ordered = sorted(places.items(), key=lambda each: _ORDER.index(each[0][0]))
    for (kind, what), found in ordered[:_SHOWN_LINES]:
        times = f" ({len(found):,} times; this is the first)" if len(found) > 1 else ""
        yield f"  {kind}: {_place(found[0])}{what}{times}"
    rest = sum(len(found) for _, found in ordered[_SHOWN_LINES:]) + sum(report.more_findings.values())
    if rest > 0:
        yield f"  … and {rest:,} more. “--json FILE” writes all of them to a file."


def _place(finding: Finding) -> str:
    file = f"{finding.file}:{finding.line}" if finding.line else finding.file
    parts = (file, f"“{finding.headline}”" if finding.headline else "")
    place = ", ".join(filter(None, parts))
    return f"{place}: " if place else ""
