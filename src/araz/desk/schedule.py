"""What is due by the clock: scheduled stories, and announcements whose last day is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Revision

from araz.desk import door
from araz.desk.models.outbox import PublicStory
from araz.edition.names import local_day

LATE: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One thing that the clock did, or could not do: then `hindrance` says why and what to do."""

    what: Literal["publish", "expire"]
    page: int
    due: datetime | None = None
    was_late: bool = False
    hindrance: str = ""


def publish_due(now: datetime) -> list[Done]:
    """Publish what is due and mark what has run out, each exactly once, also when several clocks run."""
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    done = [_publish(pk, now) for pk in due.values_list("pk", flat=True)]
    today = local_day(now, settings.ARAZ_TIME_ZONE)
    run_out = PublicStory.objects.filter(valid_until__lt=today, state="live").order_by("pk")
    done += [Done(what="expire", page=public.pk) for public in run_out if door.expire(public)]
    return [each for each in done if each]


def missed(now: datetime) -> list[Revision]:
    """Return what should have been public more than five minutes ago and is not."""
    return list(Revision.objects.filter(approved_go_live_at__lt=now - LATE).order_by("approved_go_live_at"))


def _publish(pk: int, now: datetime) -> Any:
    """Publish one revision, if it is still due when its row is held."""
    try:
        with transaction.atomic():
            revision = (
                Revision.objects.select_for_update().filter(pk=pk, approved_go_live_at__lte=now).first()
            )  # another clock may have been here
            if revision is None:
                return None
            due = revision.approved_go_live_at
            page = int(revision.object_id)
            revision.publish(log_action="wagtail.publish.scheduled")
    except ValidationError as error:
        return Done(what="publish", page=page, due=due, was_late=True, hindrance=" ".join(error.messages))
    return Done(what="publish", page=page, due=due, was_late=due < now - LATE)
