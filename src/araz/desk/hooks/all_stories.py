"""“All stories”: what everybody wrote and what was brought in, for those who may change it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Locale

from araz.desk.hooks.desk_list import DeskList
from araz.desk.models.pages import SectionPage
from araz.desk.story_lists import (
    STEPS,
    at_step,
    in_section,
    places_edited_by,
    rows_of,
    sections_edited_by,
    stories_edited_by,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to narrow the list, as a link."""

    label: str
    query: str
    is_chosen: bool
    language: str = ""  # of the label


class AllStories(DeskList):
    page_title = "All stories"
    header_icon = "doc-full"
    address = "desk_all_stories"
    template_name = "desk/all_stories.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not edits_others(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def step(self) -> str:
        step = self.request.GET.get("step", "")
        return step if step in STEPS else ""

    @cached_property
    def languages(self) -> list[Locale]:
        return list(Locale.objects.order_by("pk"))

    @cached_property
    def language(self) -> Locale | None:
        code = self.request.GET.get("language", "")
        return next((each for each in self.languages if each.language_code == code), None)

    @cached_property
    def sections(self) -> list[SectionPage]:
        """Those of the chosen language; of all five they would fill the screen."""
        return list(sections_edited_by(self.request.user, self.language.language_code)) if self.language else []

    @cached_property
    def section(self) -> SectionPage | None:
        number = self.request.GET.get("section", "")
        return next((each for each in self.sections if str(each.pk) == number), None)

    def get_queryset(self) -> "QuerySet[Any]":
        stories = at_step(stories_edited_by(self.request.user), self.step)
        if self.section:
            return in_section(stories, self.section)
        return stories.filter(locale=self.language) if self.language else stories

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": rows_of(context["page_obj"].object_list),
            "steps": self._steps(),
            "language_choices": self._languages(),
            "section_choices": self._sections(),
            "is_narrowed": bool(self.step or self.language),
        }

    def _steps(self) -> list[Choice]:
        return [
            Choice(label=step or "all", query=self._query(step=step), is_chosen=step == self.step)
            for step in ("", *STEPS)
        ]

    def _languages(self) -> list[Choice]:
        every = Choice(label="every language", query=self._query(language="", section=""), is_chosen=not self.language)
        return [every] + [
            Choice(
                label=str(each),
                query=self._query(language=each.language_code, section=""),
                is_chosen=each == self.language,
                language=each.language_code,
            )
            for each in self.languages
        ]

    def _sections(self) -> list[Choice]:
        if self.language is None:
            return []
        every = Choice(label="every section", query=self._query(section=""), is_chosen=not self.section)
        return [every] + [
            Choice(
                label=each.title,
                query=self._query(section=str(each.pk)),
                is_chosen=each == self.section,
                language=self.language.language_code,
            )
            for each in self.sections
        ]

    def _query(self, **changed: str) -> str:
        """Return the query of this list with something else chosen, from its first portion on."""
        chosen = {
            "step": self.step,
            "language": self.language.language_code if self.language else "",
            "section": str(self.section.pk) if self.section else "",
        } | changed
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in chosen.items() if value})
        return query.urlencode()


def edits_others(account: Any) -> bool:
    """Whether the account may change stories of others anywhere."""
    places = places_edited_by(account)
    return places is None or bool(places)


class _AllStoriesItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return edits_others(request.user)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [path("all-stories/", AllStories.as_view(), name="desk_all_stories")]


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def all_stories_item() -> MenuItem:
    return _AllStoriesItem("All stories", reverse("desk_all_stories"), icon_name="doc-full", order=15)
