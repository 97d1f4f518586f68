"""What the editor's form says when *Publish* is pressed by somebody who may not publish those words alone."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks

from araz.desk.models.story import StoryPage
from araz.desk.two_persons import keep_first_version


@hooks.register("before_edit_page")  # type: ignore[untyped-decorator]  # Wagtail has no types
def keep_what_was_brought_in(request: HttpRequest, page: Any) -> None:
    if request.method == "POST" and isinstance(page, StoryPage):
        keep_first_version(page)


@hooks.register("before_publish_page")  # type: ignore[untyped-decorator]
def keep_as_draft(request: HttpRequest, page: Any) -> HttpResponse | None:
    """The words that came with the press of the button are saved by now, and whose they are decides."""
    if isinstance(page, StoryPage) and (reason := _reason(request, page)):
        messages.warning(request, reason)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("after_edit_page")  # type: ignore[untyped-decorator]
def say_why_it_was_only_saved(request: HttpRequest, page: Any) -> None:
    """They had saved themselves already while the button still stood there, so that Wagtail took it for *Save draft*."""
    if "action-publish" in request.POST and isinstance(page, StoryPage) and (reason := _reason(request, page)):
        messages.warning(request, reason)


def _reason(request: HttpRequest, page: StoryPage) -> str:
    return page.permissions_for_user(request.user).why_not_publish()
