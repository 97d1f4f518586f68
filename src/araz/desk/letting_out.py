"""Letting out what was found: who may, in one story or in all of them, and how that is taken back."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from araz.contracts import SECRET_KINDS
from araz.desk import audit
from araz.desk.held_back import WORDS
from araz.desk.models.held import HeldBack, HeldFinding, LettingOut, Waiver
from araz.desk.models.outbox import PublicStory
from araz.desk.roles import role_of
from araz.desk.story_lists import places_edited_by

_WRITES_ONLY: Final = ("", "writer")
_AT_ONCE: Final = 500


def writes_only(account: Any) -> bool:
    return not account.is_superuser and role_of(account) in _WRITES_ONLY


def may_waive(account: Any, kind: str, story: Any) -> bool:
    """Say who decides: of secrets and of the paper's own pages administrators, of all else who may edit the story."""
    if account.is_superuser:
        return True
    if kind in SECRET_KINDS or story is None or writes_only(account):
        return False
    return bool(story.permissions_for_user(account).can_edit())


def may_waive_everywhere(account: Any, kind: str) -> bool:
    """Say who decides for all stories at once: of secrets administrators, of all else who may edit every story."""
    if account.is_superuser:
        return True
    return kind not in SECRET_KINDS and not writes_only(account) and places_edited_by(account) is None


def may_waive_imported(account: Any, kind: str) -> bool:
    """Say who decides of a whole kind in what was brought in. Of a kind of secrets nobody does: each is one by one."""
    return kind not in SECRET_KINDS and may_waive_everywhere(account, kind)


@transaction.atomic
def waive(account: Any, digests: Sequence[str], today: date) -> int:
    """Note that these findings are no secrets where they are; return how many the account was allowed to let out."""
    found = HeldFinding.objects.filter(digest__in=digests).select_related("held__page").order_by("held_id", "digest")
    waived = {one.digest: one for one in found if may_waive(account, one.kind, one.held.page)}
    for digest, one in waived.items():
        decision = LettingOut.objects.create(scope=LettingOut.HERE, kind=one.kind, subject=one.held_id, day=today)
        _note(decision, [(digest, one.held_id)])
    for subject in sorted({one.held_id if one.held.page_id else "paper" for one in waived.values()}):
        audit.note("waived", account, subject)
    _strike(HeldFinding.objects.filter(digest__in=waived))
    return len(waived)


@transaction.atomic
def waive_everywhere(account: Any, thing: str, today: date) -> int:
    """Note that something is no secret in any story, now and later; return in how many it stands.

    The paper's own pages and parts are not let out by that.
    """
    findings = HeldFinding.objects.filter(thing=thing, held__page__isnull=False)
    first = findings.order_by("held_id").first() if thing else None
    if first is None or not may_waive_everywhere(account, first.kind):
        return 0
    stories = findings.values("held_id").distinct().count()
    decision = LettingOut.objects.create(
        scope=LettingOut.EVERYWHERE, kind=first.kind, subject=first.held_id, stories=stories, day=today
    )
    _note(decision, [(thing, "")])
    audit.note("waived-everywhere", account, str(decision.pk))
    _strike(findings)
    return stories


@transaction.atomic
def waive_imported(account: Any, kind: str, upto: int, today: date) -> int:
    """Note that what was found of a kind in the stories that were brought in is no secret there; return how many stories.

    `upto` is the number of the newest finding that was there when samples were looked at: what came since is not meant.
    """
    findings = HeldFinding.objects.filter(kind=kind, held__is_imported=True, held__page__isnull=False, pk__lte=upto)
    rows = list(findings.order_by("held_id").values_list("digest", "held_id"))
    if not rows or not may_waive_imported(account, kind):
        return 0
    stories = len({subject for _digest, subject in rows})
    decision = LettingOut.objects.create(
        scope=LettingOut.IMPORTED, kind=kind, subject=rows[0][1], stories=stories, day=today
    )
    _note(decision, rows)
    audit.note("waived-imported", account, str(decision.pk))
    _strike(findings)
    return stories


@transaction.atomic
def take_back(account: Any, number: int) -> LettingOut | None:
    """Take a decision back: what it let out is held again. None if there is none, or it is not the account's to take."""
    decision = LettingOut.objects.select_for_update().filter(pk=number).first()
    if decision is None or not may_take_back(account, decision, _story_of(decision)):
        return None
    audit.note("waiver-taken-back", account, str(decision.pk))
    decision.delete()
    return decision


def may_take_back(account: Any, decision: LettingOut, story: Any) -> bool:
    """Say who may have something held again: whoever may let it out. `story` is the one of a decision about one."""
    if decision.scope == LettingOut.HERE:
        return may_waive(account, decision.kind, story)
    return may_waive_everywhere(account, decision.kind)


def _story_of(decision: LettingOut) -> Any:
    public = PublicStory.objects.filter(story=decision.subject).select_related("page").first()
    return public.page if public else None


def _note(decision: LettingOut, rows: Sequence[tuple[str, str]]) -> None:
    waivers = (
        Waiver(digest=digest, subject=subject, kind=decision.kind, day=decision.day, letting_out=decision)
        for digest, subject in dict(rows).items()
    )
    Waiver.objects.bulk_create(waivers, batch_size=_AT_ONCE, ignore_conflicts=True)


def _strike(findings: "QuerySet[HeldFinding]") -> None:
    """Take what was decided off the list at once; the presses tell of what is left of it."""
    findings.delete()
    HeldBack.objects.filter(found__isnull=True).exclude(pk=WORDS).delete()
