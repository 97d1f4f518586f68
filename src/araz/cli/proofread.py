"""`araz proofread`: searches anything for what must not be in an output."""

from collections import Counter
from pathlib import Path
from typing import Final

import click
import msgspec

from araz.cli.place import json_option
from araz.cli.report import tell
from araz.cli.sentences import TROUBLE, in_sentences
from araz.cli.with_desk import start_desk
from araz.cli.words import opened_words
from araz.contracts import Proofreader as Reads
from araz.leaks.places import look_at
from araz.leaks.proofreader import Proofreader
from araz.server.newsroom import SETTINGS_FILE, open_newsroom
from araz.server.proofreading import Reading, has_desk
from araz.typesetting.dead_links import dead_links

_SHOWN: Final = 200  # lines for people; the report as JSON has all


class FoundIn(msgspec.Struct, frozen=True):
    """What sort of thing is in a file, and how many different ones; never what it is."""

    path: str
    kind: str
    count: int


class DeadLink(msgspec.Struct, frozen=True):
    page: str
    link: str


class Report(msgspec.Struct, kw_only=True):
    files: int
    bytes: int
    largest: tuple[tuple[str, int], ...]
    words_checked: bool
    found: tuple[FoundIn, ...]
    dead_links: tuple[DeadLink, ...]
    not_read: tuple[str, ...]  # too large


@click.command()
@click.argument("place", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--newsroom",
    "folder",
    envvar="ARAZ_NEWSROOM",
    type=click.Path(path_type=Path, file_okay=False),
    help="The newsroom whose accounts, names and words are searched for; without it the folder one is in, if it is one.",
)
@json_option
@in_sentences
def command(place: Path, folder: Path | None, as_json: bool) -> None:
    """Search PLACE (a folder, a zip, PDF, EPUB, SQLite file, disc image, picture, …) for what must not be printed.

    Tells in which files something is and of which sort, links that lead nowhere, and sizes. Outside a newsroom only
    patterns are searched: addresses, positions, times, metadata. Ends with 3 when something is found.
    """
    reader, words_checked = _reader(folder)
    report = _search(place, reader, words_checked=words_checked)
    tell(report, _lines(report), as_json=as_json)
    if report.found or report.dead_links or report.not_read:
        raise SystemExit(TROUBLE)


def _reader(folder: Path | None) -> tuple[Reads, bool]:
    here = Path()
    chosen = folder or (here if (here / SETTINGS_FILE).is_file() else None)
    if chosen is None:
        return Proofreader(), False
    newsroom = open_newsroom(chosen)
    if has_desk(newsroom):
        start_desk(newsroom)
    words = opened_words(newsroom)
    return Reading(newsroom, words).proofreader(), bool(words)


def _search(place: Path, reader: Reads, *, words_checked: bool) -> Report:
    found: list[FoundIn] = []
    sizes: list[tuple[str, int]] = []
    not_read: list[str] = []
    for file in look_at(place, reader):
        sizes.append((file.path, file.bytes))
        counted = Counter(hit.kind for hit in file.hits)
        found += (FoundIn(file.path, kind, count) for kind, count in sorted(counted.items()))
        if file.is_too_large:
            not_read.append(file.path)
    links = dead_links(place) if place.is_dir() else ()
    return Report(
        files=len(sizes),
        bytes=sum(size for _, size in sizes),
        largest=tuple(sorted(sizes, key=lambda row: (-row[1], row[0]))[:5]),
        words_checked=words_checked,
        found=tuple(found),
        dead_links=tuple(DeadLink(page, link) for page, link in links),
        not_read=tuple(not_read),
    )


def _lines(report: Report) -> str:
    lines = [f"{one.path}: {one.kind}" + (f" ({one.count})" if one.count > 1 else "") for one in report.found]
    lines += [f"{one.page}: leads nowhere: {one.link}" for one in report.dead_links]
    lines += [f"{path}: too large to be read" for path in report.not_read]
    if len(lines) > _SHOWN:
        lines = [*lines[:_SHOWN], f"… and {len(lines) - _SHOWN:,} more; --json has all."]
    largest = ", ".join(f"{path} ({size / 1e6:.1f} MB)" for path, size in report.largest[:3])
    lines.append(f"{report.files:,} files, {report.bytes / 1e6:.1f} MB; the largest: {largest}.")
    lines.append("Words of the list were searched for." if report.words_checked else "Words were not checked.")
    if not (report.found or report.dead_links or report.not_read):
        lines.append("Nothing was found.")
    return "\n".join(lines)
