"""Addresses that Wagtail opens and the desk has no use for."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import hooks

_CHOSEN_ONLY: Final = ("byline", "frontorder", "place", "topic")


def _nothing_is_made_there(_request: HttpRequest, **_: Any) -> HttpResponse:
    """These choosers have no form for something new, but Wagtail answers at its address, and trips over it."""
    raise Http404


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [path(f"snippets/choose/desk/{part}/create/", _nothing_is_made_there) for part in _CHOSEN_ONLY]
