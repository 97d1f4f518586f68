"""“Erasing”: an administrator asks, another sees what is meant and where it stands, and agrees."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from araz.desk.erasing import requests
from araz.desk.models.erasures import ErasureRequest

_KINDS = {kind for kind, _ in ErasureRequest.KINDS}


class _ErasingPage(WagtailAdminTemplateMixin, TemplateView):
    page_title = gettext_lazy("Erasing")
    header_icon = "bin"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not requests.may_erase(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": reverse("desk_erasing"), "label": self.page_title}]


class Erasing(_ErasingPage):
    """All that was asked for lately, and the form to ask."""

    template_name = "desk/erasing/all.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        asked = ErasureRequest.objects.select_related("asked_by", "agreed_by")
        return context | {"asked": asked, "kinds": ErasureRequest.KINDS, "most_letters": requests.MOST_LETTERS}

    def post(self, request: HttpRequest) -> HttpResponse:
        kind = request.POST.get("kind", "")
        made = requests.ask(
            request.user,
            kind if kind in _KINDS else "word",
            request.POST.get("what", ""),
            is_whole="whole" in request.POST,
        )
        messages.success(request, gettext("Another administrator has to agree now."))
        return redirect("desk_erasure", made.pk)


class Erasure(_ErasingPage):
    """One of them, with what is meant as long as it is not done."""

    template_name = "desk/erasing/one.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        asked = get_object_or_404(ErasureRequest, pk=kwargs["pk"])
        return context | {
            "asked": asked,
            "meant": (meant := requests.meant(asked)).what,
            "forms": meant.forms,
            "places": sorted(asked.places.items()),
            "is_own": asked.asked_by_id == self.request.user.pk,
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        asked = get_object_or_404(ErasureRequest, pk=pk)
        if "agree" in request.POST:
            requests.agree(asked, request.user)
            messages.success(request, gettext("It is being erased. This page says when it is done."))
            return redirect("desk_erasure", pk)
        if "refuse" in request.POST:
            requests.refuse(asked, request.user)
            messages.success(request, gettext("Nothing is erased, and what was meant is forgotten."))
        return redirect("desk_erasing")


class _ErasingItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return requests.may_erase(request.user)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [
        path("erasing/", Erasing.as_view(), name="desk_erasing"),
        path("erasing/<int:pk>/", Erasure.as_view(), name="desk_erasure"),
    ]


@hooks.register("register_settings_menu_item")  # type: ignore[untyped-decorator]
def erasing_item() -> MenuItem:
    return _ErasingItem(gettext_lazy("Erasing"), reverse("desk_erasing"), icon_name="bin", order=900)
