"""Letting out what was found, in one story or in all of them, and taking that back."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from araz.desk import audit
from araz.desk.deciding import Decider
from araz.desk.held_back import WORDS
from araz.desk.models.held import HeldBack, HeldFinding, LettingOut, Waiver
from araz.desk.models.outbox import PublicStory

_AT_ONCE: Final = 500


@transaction.atomic
def waive(account: Any, digests: Sequence[str], today: date) -> int:
    """Note that these findings are no secrets where they are; return how many the account was allowed to let out."""
    found = HeldFinding.objects.filter(digest__in=digests).select_related("held__page").order_by("held_id", "digest")
    decider = Decider(account)
    waived = {one.digest: one for one in found if decider.may_waive(one.kind, one.held.page)}
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
    if first is None or not Decider(account).may_waive_everywhere(first.kind):
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
    if not rows or not Decider(account).may_waive_imported(kind):
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
    if decision is None or not Decider(account).may_take_back(decision, _story_of(decision)):
        return None
    audit.note("waiver-taken-back", account, str(decision.pk))
    decision.delete()
    return decision


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
