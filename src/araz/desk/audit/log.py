"""Notes deeds, tells the newest line, checks the chain, and throws away what is older than 90 days."""

import json
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from araz.desk.audit.deeds import DEEDS
from araz.desk.audit.models import AuditChain, AuditLine

KEPT: Final = timedelta(days=90)
_MADE_NAME: Final = re.compile(r"[a-zA-Z0-9._:-]{0,60}")  # no blank, no “@”, no “/”: no headline, no address


@dataclass(frozen=True, slots=True)
class Head:
    """The newest line of the log. Whoever keeps this elsewhere can later prove that no line before it was changed."""

    number: int
    hash: str  # empty before the first deed

    def __str__(self) -> str:
        return f"{self.number} {self.hash}".strip()


def this_hour() -> datetime:
    return datetime.now(UTC).replace(minute=0, second=0, microsecond=0)


@transaction.atomic
def note(deed: str, account: Any = None, about: str = "") -> None:
    """Note that the account (none: the host's shell or the clock) did a deed of `DEEDS`.

    `about` is a made name (of a story, an account) or a number. Raises ValueError for other deeds and for texts. Within a
    transaction the line stands or falls with it.
    """
    if deed not in DEEDS:
        raise ValueError(f"“{deed}” is not a deed that is noted. Add it to araz.desk.audit.deeds.")
    if not _MADE_NAME.fullmatch(about):
        raise ValueError("The log of deeds takes made names and numbers only, no texts and no addresses.")
    chain = _held()
    line = AuditLine(
        number=chain.last + 1,
        hour=this_hour(),
        deed=deed,
        account=account.get_username() if account is not None and account.pk else "",
        about=about,
        salt=secrets.token_hex(16),
    )
    line.hash = _hash(chain.head, line)
    line.save(force_insert=True)
    AuditChain.objects.filter(pk=chain.pk).update(last=line.number, head=line.hash)


def head() -> Head:
    chain = AuditChain.objects.first() or AuditChain()
    return Head(chain.last, chain.head)


def first_fault() -> int | None:
    """Return the number of the first line that was changed, put in or taken out; nothing if the chain holds."""
    chain = AuditChain.objects.first() or AuditChain()
    number, before = chain.base, chain.base_hash
    for line in AuditLine.objects.order_by("number").iterator():
        number += 1
        if line.number != number or line.hash != _hash(before, line):
            return number
        before = line.hash
    return None if (number, before) == (chain.last, chain.head) else number + 1


@transaction.atomic
def prune(now: datetime) -> None:
    """Throw away lines older than 90 days. The hash of the newest of them stays, so that the rest can be checked."""
    if not AuditLine.objects.filter(hour__lt=now - KEPT).exists():
        return
    chain = _held()
    newest = AuditLine.objects.filter(hour__lt=now - KEPT).order_by("-number").first()
    if newest is None:
        return  # another clock was faster
    AuditLine.objects.filter(number__lte=newest.number).delete()
    AuditChain.objects.filter(pk=chain.pk).update(base=newest.number, base_hash=newest.hash)


def _held() -> AuditChain:
    """Return the chain's row, held until the end of the transaction: deeds get their numbers one after the other."""
    AuditChain.objects.get_or_create(pk=1)
    AuditChain.objects.filter(pk=1).update(last=F("last"))
    return AuditChain.objects.get(pk=1)


def _hash(before: str, line: AuditLine) -> str:
    told = [before, line.number, line.hour.astimezone(UTC).isoformat(), line.deed, line.account, line.about, line.salt]
    return sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
