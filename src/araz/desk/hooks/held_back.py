"""“Held back”: what the presses will not print, why, and the ways to let it out."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from araz.desk.deciding import Decider
from araz.desk.held_back import words_are_checked
from araz.desk.held_groups import Findings, findings_for, groups_in, in_full, kinds_in, places_in, stories_with
from araz.desk.held_words import in_short
from araz.desk.hooks import letting_out
from araz.desk.hooks.all_stories import Choice
from araz.desk.hooks.below_held_back import BelowHeldBack
from araz.desk.hooks.desk_list import DeskList
from araz.desk.models.held import HeldBack

_GROUPS_ON_A_PAGE = 15


class HeldBackList(DeskList):
    """What was found, each thing once."""

    page_title = _("Held back")
    header_icon = "warning"
    address = "desk_held_back"
    template_name = "desk/held/list.html"
    paginate_by = _GROUPS_ON_A_PAGE

    @cached_property
    def decider(self) -> Decider:
        return Decider(self.request.user)

    @cached_property
    def all_findings(self) -> Findings:
        return findings_for(self.decider)

    @cached_property
    def findings(self) -> Findings:
        """Those of the stories that are looked at: all, those that were brought in, or those that were written here."""
        match self.origin:
            case "imported":
                return self.all_findings.filter(held__is_imported=True)
            case "own":
                return self.all_findings.filter(held__is_imported=False)
            case _:
                return self.all_findings

    @cached_property
    def origin(self) -> str:
        chosen = self.request.GET.get("origin", "")
        return chosen if chosen in ("imported", "own") else ""

    @cached_property
    def kinds(self) -> list[tuple[str, int]]:
        return kinds_in(self.findings)

    @cached_property
    def kind(self) -> str:
        chosen = self.request.GET.get("kind", "")
        return chosen if chosen in dict(self.kinds) else ""

    def get_queryset(self) -> Any:
        return groups_in(self.findings.filter(kind=self.kind) if self.kind else self.findings)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "groups": in_full(context["page_obj"].object_list, self.findings, self.decider),
            "kinds": self._kinds(),
            "origins": self._origins(),
            "imported_of_kind": self._imported_of_kind(),
            "words_are_checked": words_are_checked(),
            "may_see_decisions": not self.decider.writes_only,
        }

    def _kinds(self) -> list[Choice]:
        if len(self.kinds) < 2 and not self.kind:
            return []
        every = Choice(label=gettext("everything"), query=self._query(kind=""), is_chosen=not self.kind)
        return [every] + [
            Choice(label=f"{in_short(kind)} ({count:,})", query=self._query(kind=kind), is_chosen=kind == self.kind)
            for kind, count in self.kinds
        ]

    def _origins(self) -> list[Choice]:
        if not self.origin and not self.all_findings.filter(held__is_imported=True).exists():
            return []
        labels = {"": gettext("all stories"), "imported": gettext("brought in"), "own": gettext("written here")}
        return [
            Choice(label=label, query=self._query(origin=origin), is_chosen=origin == self.origin)
            for origin, label in labels.items()
        ]

    def _query(self, **changed: str) -> str:
        query = QueryDict(mutable=True)
        query.update(
            {name: value for name, value in ({"kind": self.kind, "origin": self.origin} | changed).items() if value}
        )
        return query.urlencode()

    def _imported_of_kind(self) -> str:
        """The kind of which all that was brought in may be let out at once, if there is anything of it."""
        may = self.kind and self.decider.may_waive_imported(self.kind)
        has = may and self.all_findings.filter(held__is_imported=True, kind=self.kind).exists()
        return self.kind if has else ""


class HeldThing(BelowHeldBack, DeskList):
    """The stories in which one thing stands."""

    page_title = _("Where it stands")
    header_icon = "warning"
    address = "desk_held_thing"
    template_name = "desk/held/thing.html"

    @cached_property
    def decider(self) -> Decider:
        return Decider(self.request.user)

    @cached_property
    def findings(self) -> Findings:
        return findings_for(self.decider)

    def get_queryset(self) -> Any:
        return stories_with(self.findings, self.kwargs["thing"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        of_thing = self.findings.filter(thing=self.kwargs["thing"], held__page__isnull=False)
        groups = in_full(groups_in(of_thing), of_thing, self.decider)
        return context | {
            "group": groups[0] if groups else None,
            "places": places_in(list(context["page_obj"].object_list), self.kwargs["thing"], self.decider),
        }


class _HeldBackItem(MenuItem):
    def is_shown(self, _request: HttpRequest) -> bool:
        return HeldBack.objects.exists()


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [
        path("held-back/", HeldBackList.as_view(), name="desk_held_back"),
        path("held-back/thing/<slug:thing>/", HeldThing.as_view(), name="desk_held_thing"),
        path("held-back/waive/", letting_out.waive_here, name="desk_waive"),
        path("held-back/everywhere/", letting_out.waive_everywhere, name="desk_waive_everywhere"),
        path("held-back/imported/", letting_out.Imported.as_view(), name="desk_waive_imported"),
        path("held-back/let-out/", letting_out.LetOut.as_view(), name="desk_let_out"),
        path("held-back/take-back/", letting_out.take_back, name="desk_take_back"),
    ]


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def held_back_item() -> MenuItem:
    return _HeldBackItem(_("Held back"), reverse("desk_held_back"), icon_name="warning", order=25)
