"""Erasing by two persons: one asks, another agrees, and what was meant is forgotten."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pyrage
from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from pyrage import x25519

from araz.desk import audit
from araz.desk.models.erasures import ErasureRequest
from araz.desk.refused import refusal
from araz.desk.signin.second_person import is_new
from araz.seal.keys import KeyPair, pair_from

KEPT: Final = timedelta(days=2)  # while nobody agrees
DONE_KEPT: Final = timedelta(days=14)  # the counts, without what was erased
MOST_LETTERS: Final = 200


@dataclass(frozen=True, slots=True)
class Meant:
    """What is to be erased, as long as it is not forgotten."""

    what: str = ""  # as it was asked for
    forms: tuple[str, ...] = ()  # how it was written where it was counted; none for a story or picture


def may_erase(account: Any) -> bool:
    return bool(account.is_active and account.is_superuser)


def _check_person(account: Any) -> None:
    if not may_erase(account):
        raise refusal(gettext("Only administrators erase. Ask one of them."))
    if is_new(account):
        raise refusal(
            gettext("Your account was made or changed in the last week, so it can't do this. Ask another one.")
        )


@transaction.atomic
def ask(account: Any, kind: str, what: str, *, is_whole: bool = False) -> ErasureRequest:
    """Keep what is to be erased, sealed, until another agrees. Raises ValidationError."""
    what = what.strip()
    _check_person(account)
    if not any(letter.isalnum() for letter in what) or len(what) > MOST_LETTERS:
        raise refusal(gettext("Write what is to be erased: a word or a name, an address, or a picture's file."))
    request = ErasureRequest.objects.create(
        kind=kind,
        sealed=_sealed(what),
        is_whole=is_whole,
        asked_by=account,
        asked_on=datetime.now(UTC).date(),
    )
    audit.note("erasure-asked", account, str(request.pk))
    return request


def meant(request: ErasureRequest) -> Meant:
    """Return what is to be erased; empty when it is forgotten."""
    sealed = bytes(request.sealed)
    if not sealed:
        return Meant()
    what, *forms = json.loads(pyrage.decrypt(sealed, [x25519.Identity.from_str(_keys().secret)]))
    return Meant(what, tuple(forms))


def _sealed(what: str, forms: Iterable[str] = ()) -> bytes:
    sealed: bytes = pyrage.encrypt(json.dumps([what, *forms]).encode(), [x25519.Recipient.from_str(_keys().public)])
    return sealed


@transaction.atomic
def agree(request: ErasureRequest, account: Any) -> None:
    """Let it be done. Raises ValidationError for who asked, who may not or is new, and where it was not counted yet."""
    request = ErasureRequest.objects.select_for_update().get(pk=request.pk)
    _check_person(account)
    if request.asked_by_id == account.pk:
        raise refusal(gettext("You asked for it, so another administrator has to agree."))
    if not may_erase(request.asked_by):
        raise refusal(gettext("Whoever asked for it is no administrator any more. Ask for it anew."))
    if request.state != "asked" or not request.is_counted:
        raise refusal(gettext("It is being counted, or was decided already. Look again in a moment."))
    request.state, request.agreed_by = "agreed", account
    request.save(update_fields=["state", "agreed_by"])


@transaction.atomic
def refuse(request: ErasureRequest, account: Any) -> None:
    """Forget it. Whoever asked may do that too. Raises ValidationError."""
    request = ErasureRequest.objects.select_for_update().get(pk=request.pk)
    if not may_erase(account) or request.state != "asked":
        raise refusal(gettext("It was decided already."))
    audit.note("erasure-refused", account, str(request.pk))
    request.delete()


def to_count() -> list[ErasureRequest]:
    return list(ErasureRequest.objects.filter(state="asked", is_counted=False).order_by("pk"))


def to_do() -> list[ErasureRequest]:
    return list(ErasureRequest.objects.filter(state="agreed").order_by("pk"))


def note_count(request: ErasureRequest, places: dict[str, int], forms: Iterable[str] = ()) -> None:
    """Keep where it stands, and beside what was asked for, under the same seal, how it is written there: who agrees sees both."""
    sealed = _sealed(meant(request).what, forms)
    ErasureRequest.objects.filter(pk=request.pk, state="asked").update(is_counted=True, places=places, sealed=sealed)


@transaction.atomic
def note_done(request: ErasureRequest, places: dict[str, int], *, is_done: bool) -> None:
    """Forget what was erased. Places that a run before had counted stay when this one found nothing more."""
    state = "done" if is_done else "left"
    ErasureRequest.objects.filter(pk=request.pk).update(state=state, sealed=b"", places=places or request.places)
    audit.note("erased", request.agreed_by, str(request.pk))


def forget_old(now: datetime) -> None:
    """Throw away what nobody agreed to in time, and what was done long ago."""
    day = now.date()
    ErasureRequest.objects.filter(state="asked", asked_on__lt=day - KEPT).delete()
    ErasureRequest.objects.filter(state__in=["done", "left"], asked_on__lt=day - DONE_KEPT).delete()


def _keys() -> KeyPair:
    """Made of the newsroom's own key. A passphrase of age would cost seconds, and fail to open on a busy machine."""
    return pair_from(
        salted_hmac("araz.desk.erasing", "request", secret=settings.SECRET_KEY, algorithm="sha256").digest()
    )
