"""“My stories”, “To review” and “Notices”: each a page of the menu, and the top of each on the first page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.views.generic import ListView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import TaskState

from araz.desk import notices
from araz.desk.models.review import ReviewTask
from araz.desk.models.story import StoryPage
from araz.desk.progress import Progress, at_step, progress_of

ON_A_PAGE: Final = 25
ON_FIRST_PAGE: Final = 8
MOST_WAITING: Final = 500  # of the stories that wait for a review, those that are shown
STEPS: Final = ("draft", "in review", "sent back", "scheduled", "public", "withdrawn")


@dataclass(frozen=True, slots=True)
class Row:
    """A story in a list, with where it stands."""

    page: StoryPage
    progress: Progress


def rows_of(pages: Sequence[StoryPage]) -> list[Row]:
    known = progress_of(pages)
    return [Row(page, known[page.pk]) for page in pages]


def stories_of(account: Any) -> "QuerySet[StoryPage]":
    """Return the account's own stories, those that were worked on last first."""
    own: QuerySet[StoryPage] = StoryPage.objects.filter(owner=account)
    return _for_a_list(own).order_by("-latest_revision_created_at", "-pk")


def to_review(account: Any) -> "QuerySet[StoryPage]":
    """Return the stories whose step of the review the account may take, those that wait longest first."""
    waiting = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__in=ReviewTask.objects.filter(active=True, groups__in=account.groups.all())
        if not account.is_superuser
        else ReviewTask.objects.filter(active=True),
        workflow_state__content_type__model="storypage",
    ).order_by("started_at", "pk")
    keys = [int(key) for key in waiting.values_list("workflow_state__object_id", flat=True)[:MOST_WAITING]]
    return _for_a_list(StoryPage.objects.filter(pk__in=keys)).order_by("latest_revision_created_at", "pk")


def _for_a_list(stories: "QuerySet[StoryPage]") -> "QuerySet[StoryPage]":
    return stories.select_related("locale", "owner").defer("body", "notes")


class _Pages(WagtailAdminTemplateMixin, ListView):  # type: ignore[type-arg]
    """A list of the desk, a portion at a time."""

    paginate_by = ON_A_PAGE
    page_kwarg = "p"
    address = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": reverse(self.address), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        shown = context["page_obj"]
        context["elided_page_range"] = shown.paginator.get_elided_page_range(shown.number)
        return context


class MyStories(_Pages):
    page_title = "My stories"
    header_icon = "edit"
    address = "desk_my_stories"
    template_name = "desk/my_stories.html"

    def get_queryset(self) -> "QuerySet[StoryPage]":
        return at_step(stories_of(self.request.user), self.request.GET.get("step", ""))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": rows_of(context["page_obj"].object_list),
            "steps": STEPS,
            "step": self.request.GET.get("step", ""),
        }


class ToReview(_Pages):
    page_title = "To review"
    header_icon = "clipboard-list"
    address = "desk_to_review"
    template_name = "desk/to_review.html"

    def get_queryset(self) -> "QuerySet[StoryPage]":
        return to_review(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"rows": rows_of(context["page_obj"].object_list)}


class Notices(_Pages):
    page_title = "Notices"
    header_icon = "info-circle"
    address = "desk_notices"
    template_name = "desk/notices.html"

    def get_queryset(self) -> Any:
        return notices.entries_for(self.request.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        answer: Any = super().get(request, *args, **kwargs)
        answer.add_post_render_callback(lambda _: notices.mark_seen(request.user))
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        seen = notices.seen_by(self.request.user)
        missed = notices.missed_for(self.request.user, datetime.now(UTC))
        return context | {"notices": [*missed, *notices.notices_of(context["page_obj"].object_list, seen)]}


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [
        path("my-stories/", MyStories.as_view(), name="desk_my_stories"),
        path("to-review/", ToReview.as_view(), name="desk_to_review"),
        path("notices/", Notices.as_view(), name="desk_notices"),
    ]


class _ReviewItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        user: Any = request.user
        return bool(user.is_superuser or ReviewTask.objects.filter(groups__in=user.groups.all()).exists())


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def my_stories_item() -> MenuItem:
    return MenuItem("My stories", reverse("desk_my_stories"), icon_name="edit", order=10)


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def to_review_item() -> MenuItem:
    return _ReviewItem("To review", reverse("desk_to_review"), icon_name="clipboard-list", order=20)


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def notices_item() -> MenuItem:
    return MenuItem("Notices", reverse("desk_notices"), icon_name="info-circle", order=30)


# The first page


class NoticesPanel(Component):
    name = "desk_notices"
    template_name = "desk/panel_notices.html"
    order = 10

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        account = parent_context["request"].user
        seen = notices.seen_by(account)
        newest = notices.entries_for(account).filter(pk__gt=seen)[:ON_FIRST_PAGE]
        return {"notices": [*notices.missed_for(account, datetime.now(UTC)), *notices.notices_of(newest, seen)]}


class ReviewPanel(Component):
    name = "desk_to_review"
    template_name = "desk/panel_review.html"
    order = 20

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"rows": rows_of(list(to_review(parent_context["request"].user)[:ON_FIRST_PAGE]))}


class MyStoriesPanel(Component):
    name = "desk_my_stories"
    template_name = "desk/panel_my_stories.html"
    order = 30

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        own = stories_of(parent_context["request"].user)
        sent_back = list(at_step(own, "sent back")[:ON_FIRST_PAGE])
        newest = list(own[:ON_FIRST_PAGE])
        rows = rows_of(list(dict.fromkeys([*sent_back, *newest])))
        return {
            "sent_back": [row for row in rows if row.progress.step == "sent back"],
            "others": [row for row in rows if row.progress.step != "sent back"],
        }


@hooks.register("construct_homepage_panels")  # type: ignore[untyped-decorator]
def first_page(_request: HttpRequest, panels: list[Any]) -> None:
    """Wagtail's own lists would say the same again, with a query for each story."""
    panels[:] = [NoticesPanel(), ReviewPanel(), MyStoriesPanel()]


@hooks.register("construct_homepage_summary_items", order=1000)  # type: ignore[untyped-decorator]
def no_counts(_request: HttpRequest, items: list[Any]) -> None:
    """How many pages there are helps nobody, and counting an archive takes long."""
    items.clear()
