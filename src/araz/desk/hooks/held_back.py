"""“Held back”: what the presses will not print, why, and the way to let it out."""

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from araz.desk import held_back
from araz.desk.hooks.desk_list import DeskList
from araz.desk.models.held import HeldBack


class HeldBackList(DeskList):
    page_title = _("Held back")
    header_icon = "warning"
    address = "desk_held_back"
    template_name = "desk/held/list.html"

    def get_queryset(self) -> Any:
        return held_back.held_for(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"words_are_checked": held_back.words_are_checked()}


@require_POST
def waive(request: HttpRequest) -> HttpResponse:
    """Let out what is ticked, as far as the account may."""
    subject = request.POST.get("subject", "")[:160]
    done = held_back.waive(request.user, subject, request.POST.getlist("digest"), datetime.now(UTC).date())
    if done:
        sentence = ngettext(
            "{count} finding is let out. The story is printed within seconds if nothing else is found in it.",
            "{count} findings are let out. The story is printed within seconds if nothing else is found in it.",
            done,
        )
        messages.success(request, sentence.format(count=done))
    else:
        messages.error(
            request, gettext("Nothing was let out. Tick what is no secret; for secrets ask an administrator.")
        )
    return redirect("desk_held_back")


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [
        path("held-back/", HeldBackList.as_view(), name="desk_held_back"),
        path("held-back/waive/", waive, name="desk_waive"),
    ]


class _HeldBackItem(MenuItem):
    def is_shown(self, _request: HttpRequest) -> bool:
        return HeldBack.objects.exists()


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def held_back_item() -> MenuItem:
    return _HeldBackItem(_("Held back"), reverse("desk_held_back"), icon_name="warning", order=25)
