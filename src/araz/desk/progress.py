"""How far a story has come: from a draft through review and schedule to the edition that has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from wagtail.models import Revision, WorkflowState

from araz.desk.models.draft import StoryDraft
from araz.desk.models.outbox import PublicStory
from araz.desk.outbox import State, states_of

Step = Literal["draft", "in review", "sent back", "scheduled", "public", "withdrawn"]

IN_REVIEW: Final = WorkflowState.STATUS_IN_PROGRESS
SENT_BACK: Final = WorkflowState.STATUS_NEEDS_CHANGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where one story stands. A public story may be in review again, with a newer version."""

    step: Step
    state: State
    is_public: bool = False
    is_changed: bool = False  # readers have an older version than the desk
    review: str = ""  # the step of the review that waits, or that sent it back
    by: str = ""  # the account that sent it back
    comment: str = ""
    due: datetime | None = None
    is_outdated: bool = False  # a translation whose source has changed since


def progress_of(pages: Sequence[StoryDraft]) -> dict[int, Progress]:
    """Return where the stories stand, by page number. The count of queries does not depend on how many they are."""
    keys = [page.pk for page in pages]
    public = {each.page_id: each for each in PublicStory.objects.filter(page_id__in=keys)}
    reviews = _reviews(keys)
    due = _due(keys)
    states = states_of([page.public_id for page in pages])
    sources = _newest_of_sources(pages)
    return {
        page.pk: _progress(
            page,
            public=public.get(page.pk),
            review=reviews.get(page.pk),
            due=due.get(page.pk),
            state=states[page.public_id],
            is_outdated=0 < page.translated_number < sources.get(page.translated_from_id or 0, 0),
        )
        for page in pages
    }


def _progress(
    page: StoryDraft,
    *,
    public: PublicStory | None,
    review: Any,
    due: datetime | None,
    state: State,
    is_outdated: bool,
) -> Progress:
    task = review.current_task_state if review else None
    return Progress(
        step=_step(public, review, due),
        state=state,
        is_public=bool(public and public.state != "withdrawn"),
        is_changed=bool(public and page.has_unpublished_changes),
        review=task.task.name if task else "",
        by=task.finished_by.get_username() if task and task.finished_by else "",
        comment=task.comment if task and review.status == SENT_BACK else "",
        due=due,
        is_outdated=is_outdated,
    )


def _step(public: PublicStory | None, review: Any, due: datetime | None) -> Step:
    if review:
        return "sent back" if review.status == SENT_BACK else "in review"
    if due:
        return "scheduled"
    if public:
        return "withdrawn" if public.state == "withdrawn" else "public"
    return "draft"


def _reviews(keys: list[int]) -> dict[int, Any]:
    active = WorkflowState.objects.filter(
        status__in=(IN_REVIEW, SENT_BACK),
        content_type__app_label="desk",
        content_type__model="storypage",
        object_id__in=[str(key) for key in keys],
    ).select_related("current_task_state__task", "current_task_state__finished_by")
    return {int(review.object_id): review for review in active}


def _due(keys: list[int]) -> dict[int, datetime]:
    approved = Revision.page_revisions.filter(
        approved_go_live_at__isnull=False, object_id__in=[str(key) for key in keys]
    )
    return {int(key): due for key, due in approved.values_list("object_id", "approved_go_live_at")}


def _newest_of_sources(pages: Sequence[StoryDraft]) -> dict[int, int]:
    sources = [page.translated_from_id for page in pages if page.translated_from_id]
    if not sources:
        return {}
    return dict(PublicStory.objects.filter(page_id__in=sources).values_list("page_id", "edition_number"))
