"""“My stories”, “To review” and “Notices”: each a page of the menu, and the top of each on the first page."""

from datetime import UTC, datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from araz.desk import notices
from araz.desk.hooks.desk_list import DeskList
from araz.desk.models.review import ReviewTask
from araz.desk.signin.recovery import told_to_everybody
from araz.desk.story_lists import STEPS, at_step, rows_of, stories_of, to_review

ON_FIRST_PAGE: Final = 8


class MyStories(DeskList):
    page_title = "My stories"
    header_icon = "edit"
    address = "desk_my_stories"
    template_name = "desk/my_stories.html"

    def get_queryset(self) -> "QuerySet[Any]":
        return at_step(stories_of(self.request.user), self.request.GET.get("step", ""))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": rows_of(context["page_obj"].object_list),
            "steps": STEPS,
            "step": self.request.GET.get("step", ""),
        }


class ToReview(DeskList):
    page_title = "To review"
    header_icon = "clipboard-list"
    address = "desk_to_review"
    template_name = "desk/to_review.html"

    def get_queryset(self) -> "QuerySet[Any]":
        return to_review(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"rows": rows_of(context["page_obj"].object_list)}


class Notices(DeskList):
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
        listed = [*missed, *notices.notices_of(context["page_obj"].object_list, seen)]
        return context | {"notices": listed, "recoveries": told_to_everybody()}


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
        listed = [*notices.missed_for(account, datetime.now(UTC)), *notices.notices_of(newest, seen)]
        return {"notices": listed, "recoveries": told_to_everybody()}


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
