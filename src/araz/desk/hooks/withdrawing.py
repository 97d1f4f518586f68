"""Withdrawing a story: the note that readers find at its address is asked for where the deed is confirmed."""

from typing import Any, Final

from django.http import HttpRequest
from wagtail import hooks

from araz.desk.models.story import StoryPage

MOST_LETTERS: Final = 2000


@hooks.register("before_unpublish_page")  # type: ignore[untyped-decorator]  # Wagtail has no types
def take_note(request: HttpRequest, page: Any) -> None:
    if request.method == "POST" and isinstance(page, StoryPage):
        page.withdrawal_note = request.POST.get("withdrawal_note", "").strip()[:MOST_LETTERS]
