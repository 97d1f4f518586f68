"""How a newsroom does: how far its deeds have come, and what stands in their way."""

from datetime import UTC, datetime
from shutil import disk_usage

import msgspec
from django_tasks_db.models import DBTaskResult

from araz.desk import outbox, schedule
from araz.desk.reconciliation import differences
from araz.edition.store import Edition
from araz.pressroom.receipts import Receipts
from araz.server.counting import counted
from araz.server.newsroom import Newsroom
from araz.server.press_host import FOLLOWING, pressroom_of

_LITTLE_ROOM_BYTES = 200_000_000


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
    following: tuple[PressStatus, ...]
    files: int
    bytes: int
    deliveries: tuple[DeliveryStatus, ...]
    missed: int  # scheduled stories whose time went by
    failed_tasks: int
    free_bytes: int
    troubles: tuple[str, ...]


def status_of(newsroom: Newsroom, edition: Edition) -> Status:
    """Look at everything that can be late."""
    waiting = len(outbox.rows_after(edition.last_outbox(), 1000))
    with edition.reader() as reader:
        number = reader.number()
    with pressroom_of(newsroom, edition) as pressroom:
        printed, resetting = pressroom.account.number("number"), pressroom.needs_resetting()
        files, size = pressroom.ledger.totals()
    found = Status(
        edition=number,
        printed=printed,
        waiting=waiting,
        resetting=resetting,
        following=tuple(_press(newsroom, edition, name) for name in FOLLOWING),
        files=files,
        bytes=size,
        deliveries=_deliveries(newsroom),
        missed=len(schedule.missed(datetime.now(UTC))),
        failed_tasks=DBTaskResult.objects.failed().count(),
        free_bytes=disk_usage(newsroom.folder).free,
        troubles=(),
    )
    return msgspec.structs.replace(found, troubles=(*_troubles(found), *differences()))


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
