"""Stories for the desk's lists: whose, at which step, in which language and section.

They are asked for in the table of all pages, whose rows are short and which has indexes for these orders
(migrations/0009_lists_of_stories.py), and not in that of stories, whose rows hold the texts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import GroupPagePermission, Page, Revision, TaskState, WorkflowState

from araz.desk.models.outbox import PublicStory
from araz.desk.models.pages import NewsroomHome, SectionPage
from araz.desk.models.review import ReviewTask
from araz.desk.models.story import StoryPage
from araz.desk.progress import IN_REVIEW, SENT_BACK, Progress, Step, progress_of

STEPS: Final[tuple[Step, ...]] = ("draft", "in review", "sent back", "scheduled", "public", "withdrawn")
MOST_WAITING: Final = 500  # of the stories that wait for a review, those that are shown


@dataclass(frozen=True, slots=True)
class Row:
    """A story in a list, with where it stands."""

    page: StoryPage
    progress: Progress
    section: str


def rows_of(pages: Sequence[Any]) -> list[Row]:
    """Return the stories to show for rows of the table of pages, in the same order."""
    loaded = (
        StoryPage.objects.select_related("locale", "owner").defer("body", "notes").in_bulk([page.pk for page in pages])
    )
    known = progress_of(list(loaded.values()))
    sections = dict(SectionPage.objects.filter(path__in={_above(page) for page in pages}).values_list("path", "title"))
    return [Row(loaded[page.pk], known[page.pk], sections.get(_above(page), "")) for page in pages if page.pk in loaded]


def stories_of(account: Any) -> "QuerySet[Any]":
    """Return the account's own stories, those that were worked on last first."""
    return _stories().filter(owner=account)


def stories_edited_by(account: Any) -> "QuerySet[Any]":
    """Return what the account may change whoever wrote it, those that were worked on last first; then what was brought in."""
    places = places_edited_by(account)
    return _stories() if places is None else _stories().filter(_under(places))


def places_edited_by(account: Any) -> set[str] | None:
    """Return the paths of the pages under which the account may change all stories; None if that is everywhere."""
    if account.is_superuser:
        return None
    granted = GroupPagePermission.objects.filter(group__user=account, permission__codename="change_page")
    paths = set(granted.values_list("page__path", flat=True))
    homes = NewsroomHome.objects.values_list("path", flat=True)
    return None if all(any(home.startswith(path) for path in paths) for home in homes) else paths


def sections_edited_by(account: Any, language: str) -> "QuerySet[SectionPage]":
    """Return the sections of the language in which the account may change all stories, in the order of the paper."""
    sections: QuerySet[SectionPage] = SectionPage.objects.filter(locale__language_code=language)
    places = places_edited_by(account)
    return (sections if places is None else sections.filter(_under(places))).order_by("position", "title")


def to_review(account: Any) -> "QuerySet[Any]":
    """Return the stories whose step of the review the account may take, those that wait longest first."""
    tasks = ReviewTask.objects.filter(active=True)
    waiting = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__in=tasks if account.is_superuser else tasks.filter(groups__in=account.groups.all()),
        workflow_state__content_type=_kind(),
    ).order_by("started_at", "pk")
    keys = [int(key) for key in waiting.values_list("workflow_state__object_id", flat=True)[:MOST_WAITING]]
    return _stories().filter(pk__in=keys).order_by("latest_revision_created_at", "pk")


def at_step(stories: "QuerySet[Any]", step: str) -> "QuerySet[Any]":
    """Return those of the stories that are at the step; all of them for a step that there is not.

    A story that is public stands there also while a newer version of it is being reviewed.
    """
    was_public = Exists(PublicStory.objects.filter(page_id=OuterRef("pk")))
    match step:
        case "in review":
            return stories.filter(pk__in=_reviewed(IN_REVIEW))
        case "sent back":
            return stories.filter(pk__in=_reviewed(SENT_BACK))
        case "scheduled":
            return stories.filter(pk__in=_scheduled())
        case "public":
            return stories.filter(live=True)
        case "withdrawn":
            return stories.filter(was_public, live=False)
        case "draft":
            busy = Q(pk__in=_reviewed(IN_REVIEW, SENT_BACK)) | Q(pk__in=_scheduled())
            return stories.filter(~was_public, ~busy, live=False)
        case _:
            return stories


def in_section(stories: "QuerySet[Any]", section: SectionPage) -> "QuerySet[Any]":
    return stories.filter(path__startswith=section.path)


def _stories() -> "QuerySet[Any]":
    pages: QuerySet[Any] = Page.objects.filter(content_type=_kind())
    return pages.order_by(F("latest_revision_created_at").desc(nulls_last=True), "-pk")


def _kind() -> ContentType:
    return ContentType.objects.get_for_model(StoryPage)


def _above(page: Any) -> str:
    return str(page.path[: -Page.steplen])


def _under(paths: Iterable[str]) -> Q:
    found = Q(pk__in=())
    for path in sorted(paths):
        found |= Q(path__startswith=path)
    return found


def _reviewed(*status: str) -> "QuerySet[Any]":
    return _numbers(WorkflowState.objects.filter(status__in=status, content_type=_kind()))


def _scheduled() -> "QuerySet[Any]":
    return _numbers(Revision.page_revisions.filter(approved_go_live_at__isnull=False))


def _numbers(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """The pages that the rows are about; Wagtail keeps their numbers as text."""
    return rows.values(number=Cast("object_id", BigIntegerField()))
