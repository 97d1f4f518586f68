"""Recovery of an account that is set up: one administrator asks, another one agrees, and neither is its owner.

One person alone, or whoever has taken that person's account over, shall not get into somebody else's. Where there are fewer
than three administrators the host's shell is the way (`araz account recover`). Everybody at the desk is told of each step.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext

from araz.desk.audit import note
from araz.desk.audit.log import this_hour
from araz.desk.audit.models import AuditLine
from araz.desk.refused import refusal
from araz.desk.signin.factors import begin_anew, has_second_factor
from araz.desk.signin.links import make_link
from araz.desk.signin.models import Recovery
from araz.desk.signin.second_person import is_new

ASKED_LASTS: Final = timedelta(days=3)
TOLD_FOR: Final = timedelta(days=7)
NEEDED: Final = 3  # administrators: the owner, one who asks, one who agrees
_TOLD: Final = ("recovery-asked", "recovery-refused", "recovery-agreed", "recovered-by-host")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A step of a recovery, as everybody at the desk is told of it."""

    hour: datetime
    sentence: str


def asked_for(account: Any) -> Recovery | None:
    """Return the recovery of the account that waits for a second administrator."""
    since = datetime.now(UTC) - ASKED_LASTS
    return Recovery.objects.filter(account=account, hour__gte=since).select_related("asked_by").first()


def others_who_could(account: Any) -> int:
    """Return how many administrators there are who could ask or agree for the account."""
    administrators = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(pk=account.pk)
    return sum(has_second_factor(each) and not is_new(each) for each in administrators)


@transaction.atomic
def ask(account: Any, by: Any) -> None:
    """Ask another administrator to agree that the account begins anew. Raises ValidationError."""
    _check_person(account, by)
    if others_who_could(account) < NEEDED - 1:
        raise refusal(
            gettext(
                "There is no second administrator who could agree: one of at least a week, with a second factor. "
                "Whoever runs the host can let the account begin anew: araz account recover {account}"
            ).format(account=account.get_username())
        )
    Recovery.objects.update_or_create(account=account, defaults={"asked_by": by, "hour": this_hour()})
    note("recovery-asked", by, account.get_username())


@transaction.atomic
def refuse(account: Any, by: Any) -> None:
    """Take back or refuse what was asked for."""
    gone, _ = Recovery.objects.filter(account=account).delete()
    if gone:
        note("recovery-refused", by, account.get_username())


@transaction.atomic
def agree(account: Any, by: Any) -> str:
    """Let the account begin anew; return the path of its one-time link. Raises ValidationError."""
    _check_person(account, by)
    asked = asked_for(account)
    if asked is None:
        raise refusal(gettext("Nobody has asked for this lately, or it was decided already. Look again."))
    if asked.asked_by_id == by.pk:
        raise refusal(gettext("You asked for it, so another administrator has to agree."))
    if not (asked.asked_by.is_active and asked.asked_by.is_superuser):
        raise refusal(gettext("Whoever asked for it is no administrator any more. Ask for it anew."))
    gone, _ = Recovery.objects.filter(pk=asked.pk, asked_by=asked.asked_by).delete()
    if not gone:
        raise refusal(gettext("Another administrator was faster. Look again."))
    begin_anew(account)
    note("recovery-agreed", by, account.get_username())
    return make_link(account)


@transaction.atomic
def recover_by_host(account: Any) -> str:
    """Let the account begin anew, from the host's shell; return the path of its one-time link."""
    Recovery.objects.filter(account=account).delete()
    begin_anew(account)
    note("recovered-by-host", None, account.get_username())
    return make_link(account)


def told_to_everybody() -> list[Told]:
    """Return the recoveries of the last week, the newest first."""
    lines = AuditLine.objects.filter(deed__in=_TOLD, hour__gte=datetime.now(UTC) - TOLD_FOR)
    return [Told(hour=line.hour, sentence=_sentence(line)) for line in lines.order_by("-number")]


def _sentence(line: AuditLine) -> str:
    match line.deed:
        case "recovery-asked":
            text = gettext(
                "{who} asked for the recovery of {account}. If that is your account and you know nothing of it, "
                "tell an administrator at once: any of them can refuse it."
            )
        case "recovery-refused":
            text = gettext("{who} refused the recovery of {account}.")
        case "recovery-agreed":
            text = gettext("{who} agreed: {account} begins anew with a one-time link, and all its sessions have ended.")
        case _:
            text = gettext("{account} was recovered in the host's shell: it begins anew with a one-time link.")
    return text.format(who=line.account, account=line.about)


def _check_person(account: Any, by: Any) -> None:
    if not (by.is_active and by.is_superuser):
        raise refusal(gettext("Only administrators recover accounts. Ask one of them."))
    if by.pk == account.pk:
        raise refusal(gettext("Nobody recovers the own account. Ask two other administrators."))
    if is_new(by):
        raise refusal(
            gettext("Your account was made or changed in the last week, so it can't do this. Ask another one.")
        )
    if not has_second_factor(account):
        raise refusal(gettext("This account isn't set up: a sign-in link is enough."))
