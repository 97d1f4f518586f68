"""How a newsroom does: how far its deeds have come, and what stands in their way."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from shutil import disk_usage

import msgspec
from django_tasks_db.models import DBTaskResult

from araz.desk import outbox, schedule
from araz.desk.reconciliation import differences
from araz.edition.record import read_line
from araz.edition.store import Edition
from araz.pressroom.receipts import Receipts
from araz.server.backup.keeping import last_backup
from araz.server.counting import counted
from araz.server.newsroom import Newsroom
from araz.server.press_host import FOLLOWING, pressroom_of

_LITTLE_ROOM_BYTES = 200_000_000
_BACKUP_DAYS = 7


class DeliveryStatus(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    edition: int  # that arrived there


class PressStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How far a press has come that prints after the website."""

    name: str
    edition: int  # that it has printed
    resetting: bool


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of editions and counts; nothing about anybody."""

    edition: int
    printed: int  # edition on disk
    waiting: int  # deeds that the edition has not
    resetting: bool  # the whole paper is to be printed anew
    held: int  # stories, and pages that are no story's, in which something was found
    words_checked: bool  # the newsroom's own list; true as well where there is none
    following: tuple[PressStatus, ...]
    files: int
    bytes: int
    deliveries: tuple[DeliveryStatus, ...]
    missed: int  # scheduled stories whose time went by
    failed_tasks: int
    free_bytes: int
    last_backup: str  # day; empty when there was none
    troubles: tuple[str, ...]


def status_of(newsroom: Newsroom, edition: Edition) -> Status:
    """Look at everything that can be late."""
    waiting = len(outbox.rows_after(edition.last_outbox(), 1000))
    with edition.reader() as reader:
        number = reader.number()
    with pressroom_of(newsroom, edition) as pressroom:
        printed, resetting = pressroom.account.number("number"), pressroom.needs_resetting()
        files, size = pressroom.ledger.totals()
        held, words_checked = len(pressroom.holds.findings()), pressroom.holds.fact("words") != "sealed"
    found = Status(
        edition=number,
        printed=printed,
        waiting=waiting,
        resetting=resetting,
        held=held,
        words_checked=words_checked,
        following=tuple(_press(newsroom, edition, name) for name in FOLLOWING),
        files=files,
        bytes=size,
        deliveries=_deliveries(newsroom),
        missed=len(schedule.missed(datetime.now(UTC))),
        failed_tasks=DBTaskResult.objects.failed().count(),
        free_bytes=disk_usage(newsroom.folder).free,
        last_backup=day.isoformat() if (day := last_backup(newsroom)) else "",
        troubles=(),
    )
    late = _late_backup(day or _first_day(newsroom), found)
    return msgspec.structs.replace(found, troubles=(*_troubles(found), *late, *differences()))


def _first_day(newsroom: Newsroom) -> date:
    """Return since when there is something to lose: the day of the record's first line."""
    with closing(sqlite3.connect(newsroom.edition_file)) as edition:
        found = edition.execute("select line from record where number = 1").fetchone()
    return read_line(found[0]).day if found else datetime.now(UTC).date()


def _late_backup(day: date, status: Status) -> list[str]:
    days = (datetime.now(UTC).date() - day).days
    if days <= _BACKUP_DAYS:
        return []
    last = f"The last backup is {days:,} days old." if status.last_backup else "There is no backup of this newsroom."
    return [f"{last} “araz backup” makes one; see docs/operators/backup.md."]


def _press(newsroom: Newsroom, edition: Edition, name: str) -> PressStatus:
    with pressroom_of(newsroom, edition, name) as pressroom:
        printed, resetting = pressroom.account.number("number"), pressroom.needs_resetting()
    return PressStatus(name=name, edition=printed, resetting=resetting)


def _deliveries(newsroom: Newsroom) -> tuple[DeliveryStatus, ...]:
    receipts = Receipts(newsroom.receipts_file)
    try:
        names = [target.name for target in newsroom.settings.deliveries]
        return tuple(DeliveryStatus(name=name, edition=receipts.receipt(name).number) for name in names)
    finally:
        receipts.close()


def _troubles(status: Status) -> list[str]:
    told = []
    if status.waiting:
        told.append(
            f"{counted(status.waiting, 'deed of the desk waits', 'deeds of the desk wait')} for the edition. Is “araz run” (or “araz worker”) running?"
        )
    if status.printed < status.edition:
        told.append("The newest edition is not printed. Is “araz run” running? “araz press website” prints it now.")
    if status.resetting:
        told.append("The whole paper is to be printed anew. A running newsroom does it by itself.")
    if status.held:
        told.append(
            f"{counted(status.held, 'story or page is', 'stories and pages are')} held back: something was found that must not be printed. See “Held back” at the desk."
        )
    if not status.words_checked:
        told.append("Words are not checked: nobody has opened the list of words. Restart Araz with its passphrase.")
    told += [
        f"The {press.name} has edition {press.edition:,} only. A running newsroom follows by itself; “araz press {press.name}” does it now."
        for press in status.following
        if press.edition < status.printed or press.resetting
    ]
    told += [
        f"The delivery “{delivery.name}” has edition {delivery.edition:,} only. “araz deliver {delivery.name}” says why."
        for delivery in status.deliveries
        if delivery.edition < status.printed
    ]
    if status.missed:
        told.append(
            f"{counted(status.missed, 'scheduled story is', 'scheduled stories are')} late. Is “araz run” (or “araz clock”) running?"
        )
    if status.failed_tasks:
        told.append(
            f"{counted(status.failed_tasks, 'small task')} of the desk failed (search, references). Pages are not affected."
        )
    if status.free_bytes < _LITTLE_ROOM_BYTES:
        told.append(f"The disk has {status.free_bytes / 1e6:.0f} MB left. Make room before it is full.")
    return told
