"""Wagtail's checks of a page (descriptions, order of headings, contrast) look at what the editor can change: the text."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem


class StoryChecks(ContentCheckerItem):
    axe_include = ["main"]


@hooks.register("construct_wagtail_userbar")  # type: ignore[untyped-decorator]  # Wagtail has no types
def look_at_the_text(_request: HttpRequest, items: list[Any], _page: Any) -> None:
    items[:] = [
        StoryChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]
