"""Writes the rows of the outbox, in the transaction of whoever asks."""

import secrets
from datetime import UTC, datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal

from araz.desk.models.outbox import Outbox, OutboxCount
from araz.edition.names import local_day
from araz.edition.rows import SALT_BYTES, Deed

written: Final = Signal()  # sent when a row has been committed: somebody may carry it on


def write_row(deed: Deed, subject: str, payload: bytes, *, language: str = "") -> int:
    """Write one deed and return its number."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A deed is written together with what it says: open a transaction around both.")
    row = Outbox.objects.create(
        number=_next_number(),
        deed=deed,
        subject=subject,
        language=language,
        salt=secrets.token_bytes(SALT_BYTES),
        day=local_day(datetime.now(UTC), settings.ARAZ_TIME_ZONE),
        payload=payload,
    )
    announce()
    return row.number


def announce() -> None:
    """Tell whoever carries rows that there are new ones, once the transaction has ended well."""
    transaction.on_commit(lambda: written.send(sender=Outbox))


def _next_number() -> int:
    """Held until the transaction ends: the courier never sees a number before a smaller one."""
    count, _ = OutboxCount.objects.select_for_update().get_or_create(pk=1)
    count.last += 1
    count.save(update_fields=["last"])
    return count.last
