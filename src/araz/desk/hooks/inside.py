"""Takes out of Wagtail's menus what leads to other hosts (nobody outside shall learn that there is a newsroom) or nowhere."""

from typing import Any, Final

from django.http import HttpRequest
from wagtail import hooks

_CLOSED: Final = ("documents",)
_KEPT_HELP: Final = ("keyboard-shortcuts-trigger",)


@hooks.register("construct_help_menu", order=1000)  # type: ignore[untyped-decorator]  # Wagtail has no types
def help_menu(_request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name in _KEPT_HELP]


@hooks.register("construct_main_menu", order=1000)  # type: ignore[untyped-decorator]
def main_menu(_request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in _CLOSED]
