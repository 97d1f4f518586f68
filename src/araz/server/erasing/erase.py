"""Erases: the desk and the outbox in one transaction, then the edition, the tree, the copies, and the pages of all files.

Every step looks for what is left and not for what it did before, so a run that was cut off is finished by the next one.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from hashlib import sha256
from typing import Final

import msgspec
from django.contrib.sessions.models import Session
from django.db import transaction
from wagtail.admin.models import FormState
from wagtail.search.models import IndexEntry

from araz.desk.erasing import search
from araz.desk.erasing.columns import tables
from araz.desk.erasing.finds import Finds
from araz.desk.models import ErasureRequest, HandedOver, Outbox, OutboxCount, PublicStory
from araz.desk.outbox_rows import write_row
from araz.edition.erasure import Erasure, mark_of
from araz.edition.holdings import Held, Sort
from araz.edition.paper import MASTHEAD
from araz.edition.store import Edition
from araz.edition.upgrades import encode
from araz.pressroom.catalogue import PRESSES
from araz.pressroom.ledger import Ledger
from araz.pressroom.receipts import Receipts
from araz.server.backup import before_upgrade
from araz.server.courier import carry, note_printed
from araz.server.erasing import held_back, proof
from araz.server.erasing.targets import FileTarget, Target
from araz.server.newsroom import Newsroom
from araz.server.press_host import deliver, pressroom_of

MOST_ROUNDS: Final = 5  # while others go on writing what is to be erased
_CALLED: Final[dict[Sort, str]] = {
    "story": "stories of the edition",
    "comment": "comments of readers",
    "part": "parts of the paper",
}

Stage = Callable[[str], object]


class Report(msgspec.Struct, kw_only=True):
    """What was found and done. It never says what was erased."""

    what: str
    dry_run: bool
    places: dict[str, int]  # how many things had it, by what they are called
    files: int = 0  # of the tree that lay under a name that is gone
    left: dict[str, int] = {}  # where the search found it afterwards
    searched_files: int = 0
    searched_bytes: int = 0
    not_reached: tuple[str, ...] = ()
    not_scrubbed: tuple[str, ...] = ()  # files of which the log could not be emptied

    @property
    def is_done(self) -> bool:
        return not self.left and not self.not_scrubbed


def look(newsroom: Newsroom, edition: Edition, target: Target, stage: Stage) -> Report:
    """Say where it stands. Nothing is changed."""
    stage("Looking through the edition")
    places = Counter(_CALLED[sort] for sort, _ in _in_edition(edition, target))
    with edition.reader() as reader:
        places["forms of held stories"] += held_back.count(newsroom, reader, target)
    stage("Looking through the desk")
    finds = target.find(_silent)
    with closing(Ledger(newsroom.ledger_file)) as ledger:
        files = len(set(target.paths(ledger)))
    return Report(what=target.kind, dry_run=True, places=dict(+(places + finds.places)), files=files)


def erase(newsroom: Newsroom, edition: Edition, target: Target, stage: Stage) -> Report:
    """Erase it everywhere in the newsroom's folder and search the folder afterwards. Raises RowRefused."""
    places: Counter[str] = Counter()
    files: set[str] = set()
    touched: set[str] = set()
    for _ in range(MOST_ROUNDS):
        carry(edition)
        stage("Looking through the edition")
        number = _number(edition)
        held = list(_in_edition(edition, target))
        stage("Looking through the desk")
        finds = target.find(_silent)
        paths = _unmarked(newsroom, edition, target)
        if not held and not finds and not paths:
            break
        stage("Erasing")
        if _take_out(edition, target, held, finds, number, paths):
            places += Counter(_CALLED[sort] for sort, _ in held) + finds.places
            files |= paths
            touched |= set(finds.rows)
    report = Report(what=target.kind, dry_run=False, places=dict(places), files=len(files))
    _finish(newsroom, edition, target, report, touched, stage)
    return report


def _in_edition(edition: Edition, target: Target) -> Iterable[tuple[Sort, str]]:
    return [(held.sort, held.subject) for held in edition.holdings() if target.erasure_of(held)]


def _unmarked(newsroom: Newsroom, edition: Edition, target: Target) -> set[str]:
    """Files of the tree, here or taken away already, that go and are not in `REMOVED` yet."""
    with edition.reader() as reader, closing(Ledger(newsroom.ledger_file)) as ledger:
        known = frozenset(reader.removed())
        return {path for path in target.paths(ledger) if mark_of(path) not in known}


def _number(edition: Edition) -> int:
    with edition.reader() as reader:
        return reader.number()


def _take_out(
    edition: Edition, target: Target, held: list[tuple[Sort, str]], finds: Finds, number: int, paths: set[str]
) -> bool:
    """Change the desk and write the deeds, all or nothing; False when a deed of somebody else came in between."""
    with transaction.atomic():
        OutboxCount.objects.select_for_update().get_or_create(pk=1)  # no deed comes while this is held
        newest = Outbox.objects.order_by("-number").values_list("number", flat=True).first() or 0
        if _number(edition) != number or newest > edition.last_outbox():
            return False
        target.take_out(finds)
        marks = tuple(sorted(map(mark_of, paths)))
        for sort, subject in held:
            thing = edition.held(sort, subject)
            if thing and (left := target.erasure_of(thing)):
                _write(thing, msgspec.structs.replace(left, removed=marks))
                marks = ()
        if marks and (masthead := edition.held("part", MASTHEAD)):  # nothing else has a line: the paper takes them
            stays = Erasure(what="part", stored=msgspec.Raw(encode(masthead.thing)), removed=marks)
            _write(masthead, stays)
    return True


def _write(held: Held, left: Erasure) -> None:
    """Write the deed; what the desk remembers of what it handed over last is now what is left."""
    Outbox.objects.filter(subject=held.subject).update(payload=b"", salt=b"")  # the edition has them all
    write_row("erase", held.subject, encode(left), language=held.language)
    digest = sha256(bytes(left.stored)).hexdigest()
    if left.what == "story":
        PublicStory.objects.filter(story=held.subject).update(digest=digest)
    elif left.what == "part":
        HandedOver.objects.filter(subject=held.subject).update(digest=digest)


# What follows from it, which every run does whole


def _finish(
    newsroom: Newsroom, edition: Edition, target: Target, report: Report, touched: set[str], stage: Stage
) -> None:
    carry(edition)
    with edition.reader() as reader:
        report.places |= {"forms of held stories": held} if (held := held_back.count(newsroom, reader, target)) else {}
        held_back.take_out(newsroom, reader, target)
    stage("Printing")
    _press(newsroom, edition)
    note_printed(edition)
    if isinstance(target, FileTarget):
        _delete_content(newsroom, edition, target)
    _delete_loose_files(newsroom, target)
    stage("Delivering")
    failures = [done.failure for name in newsroom.settings.deliveries if (done := deliver(newsroom, name)).failure]
    stage("Writing the databases anew")
    report.not_scrubbed = tuple(_scrub(newsroom, edition, touched))
    stage("Searching the whole folder")
    found = proof.search(newsroom.folder, target.count, _silent)
    report.left = {target.masked(path): count for path, count in found.hits.items()}
    report.searched_files, report.searched_bytes = found.files, found.bytes
    report.not_reached = (*failures, *NOT_REACHED)


def _press(newsroom: Newsroom, edition: Edition) -> None:
    for name in PRESSES:
        with pressroom_of(newsroom, edition, name) as pressroom:
            if not pressroom.account.fact("design"):  # it never printed anything
                continue
            pressroom.press_new()
            if pressroom.needs_resetting():
                for _ in pressroom.reset():
                    pass
            pressroom.write_maps()


def _delete_content(newsroom: Newsroom, edition: Edition, target: FileTarget) -> None:
    """Also files that a run left behind which was cut off: the desk's copy is known by its content."""
    target.delete_files()
    edition.forget_picture(target.content)
    for row in Outbox.objects.filter(deed="erase", edition_number__isnull=False).exclude(payload=b""):
        if target.content.encode() in bytes(row.payload):
            Outbox.objects.filter(pk=row.pk).update(payload=b"", salt=b"")
    for file in (newsroom.media / "desk").rglob("*.webp"):
        if sha256(file.read_bytes()).hexdigest().startswith(target.content):
            file.unlink(missing_ok=True)


def _delete_loose_files(newsroom: Newsroom, target: Target) -> None:
    """What lies in folders of ours under the name and belongs to nothing any longer; and uploads that were broken off."""
    for folder in (newsroom.media, newsroom.public):
        for file in folder.rglob("*"):
            if file.is_file() and target.count(file.name):
                file.unlink(missing_ok=True)
    if newsroom.scratch.is_dir():
        for path in proof.search(newsroom.scratch, target.count, _silent).hits:
            file = newsroom.scratch / path
            if file.is_file():
                file.unlink(missing_ok=True)


def _scrub(newsroom: Newsroom, edition: Edition, touched: set[str]) -> Iterable[str]:
    with edition.reader() as reader:
        marks = frozenset(reader.removed())
    before_upgrade.forget(newsroom)
    with closing(Ledger(newsroom.ledger_file)) as ledger, closing(Receipts(newsroom.receipts_file)) as receipts:
        ledger.forget(marks)
        receipts.forget_marked(marks, ledger.has)
        done = {
            "ledger.db": ledger.scrub(),
            "receipts.db": receipts.scrub(),
            "holds.db": _scrub_holds(newsroom),
            "edition.db": edition.scrub(),
            "the desk's database": search.scrub(_tables_with(touched)),
        }
    return [name for name, is_done in done.items() if not is_done]


def _scrub_holds(newsroom: Newsroom) -> bool:
    with held_back.holds_of(newsroom) as holds:
        return holds.scrub()


def _tables_with(labels: set[str]) -> list[str]:
    """The tables that were changed, and those that are always written anew."""
    named = {table.label: table.name for table in tables()}
    always = {model._meta.db_table for model in (Outbox, ErasureRequest, Session, FormState, IndexEntry)}
    return sorted({named[label] for label in labels if label in named} | always)


def _silent(_count: int) -> None:
    """Who waits for this is told of stages, not of rows."""


NOT_REACHED: Final = (
    "Backups that were made before. Throw them away, or erase again after one was brought back.",
    "Sticks, discs, printed paper, mirrors and copies that others have. Mirrors find what must go in the file REMOVED.",
    "What readers, search engines and archives of the web have kept, and the memory of programs that are open now.",
    "Exports and notes outside of this folder: an old export that is brought in again brings the word again.",
    "Blocks of the disk that were freed and not overwritten, swap, and the history of the shell.",
    "On PostgreSQL: its write-ahead log, archives and replicas of it.",
)
