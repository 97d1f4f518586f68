"""What others did with an account's stories, read from Wagtail's log. Nothing is mailed and nothing is stored twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.db.models import Q, QuerySet
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from araz.desk import schedule
from araz.desk.models.story import StoryPage

KEPT: Final = timedelta(days=60)
_SEEN: Final = "desk_notices"  # among what the account has seen and put away
_TOLD: Final = (
    "wagtail.workflow.approve",
    "wagtail.workflow.reject",
    "wagtail.workflow.cancel",
    "wagtail.publish",
    "wagtail.publish.scheduled",
    "wagtail.unpublish",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    at: datetime
    page: int
    headline: str
    sentence: str
    comment: str = ""
    is_new: bool = False
    is_warning: bool = False


def entries_for(account: Any) -> "QuerySet[PageLogEntry]":
    """Return what others did with the account's stories in the last two months, newest first."""
    own = StoryPage.objects.filter(owner=account).values("pk")
    by_others = Q(user__isnull=True) | ~Q(user=account)
    since = datetime.now(UTC) - KEPT
    entries: QuerySet[PageLogEntry] = PageLogEntry.objects.filter(
        by_others, page_id__in=own, action__in=_TOLD, timestamp__gte=since
    )
    return entries.select_related("user").order_by("-pk")


def notices_of(entries: Iterable[Any], seen: int) -> list[Notice]:
    return [
        Notice(
            at=entry.timestamp,
            page=entry.page_id,
            headline=entry.label,
            sentence=_sentence(entry),
            comment=entry.data.get("comment") or "",
            is_new=entry.pk > seen,
            is_warning=entry.action == "wagtail.workflow.reject",
        )
        for entry in entries
    ]


def _sentence(entry: Any) -> str:
    who = entry.user.get_username() if entry.user else "The clock"
    workflow = entry.data.get("workflow") or {}
    step = (workflow.get("task") or {}).get("title", "")
    following = (workflow.get("next") or {}).get("title", "")
    match entry.action:
        case "wagtail.workflow.approve" if following:
            return f"{who} approved it ({step}). Now it waits for the next step: {following}."
        case "wagtail.workflow.approve":
            return f"{who} approved it ({step})."
        case "wagtail.workflow.reject":
            return f"{who} sent it back ({step}). Change it and send it to review again."
        case "wagtail.workflow.cancel":
            return f"{who} took it out of the review."
        case "wagtail.publish":
            return f"{who} published it."
        case "wagtail.publish.scheduled":
            return "It was published at the time that was set."
        case _:
            return f"{who} withdrew it."


def missed_for(account: Any, now: datetime) -> list[Notice]:
    """Return the stories that should be public by now and are not: one's own, or all for those who publish."""
    late = {int(revision.object_id): revision for revision in schedule.missed(now)}
    if not late:
        return []
    stories = StoryPage.objects.filter(pk__in=late)
    if not _publishes(account):
        stories = stories.filter(owner=account)
    return [
        Notice(
            at=late[page.pk].approved_go_live_at,
            page=page.pk,
            headline=page.draft_title,
            sentence="Its time has passed and it is not public yet. Open it and publish it, or set another time.",
            is_new=True,
            is_warning=True,
        )
        for page in stories.order_by("pk")
    ]


def _publishes(account: Any) -> bool:
    return bool(account.is_superuser or account.groups.filter(name__startswith="publisher").exists())


# What the account has seen: the number of a line, not the moment at which somebody was at the desk


def seen_by(account: Any) -> int:
    """Return the number of the newest line of the log that the account was shown; 0 if none was."""
    known = UserProfile.get_for_user(account).dismissibles.get(_SEEN)
    return known if isinstance(known, int) else 0


def mark_seen(account: Any) -> None:
    newest = entries_for(account).values_list("pk", flat=True).first()
    if newest and newest > seen_by(account):
        profile = UserProfile.get_for_user(account)
        profile.dismissibles[_SEEN] = newest
        profile.save(update_fields=["dismissibles"])
