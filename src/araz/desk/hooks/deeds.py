"""“Deeds”: the log of what was done, for administrators, and whether its chain holds."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from araz.desk.audit.deeds import DEEDS
from araz.desk.audit.log import first_fault, head
from araz.desk.audit.models import AuditLine
from araz.desk.hooks.desk_list import DeskList


class Deeds(DeskList):
    page_title = gettext_lazy("Deeds")
    header_icon = "history"
    address = "desk_deeds"
    template_name = "desk/deeds.html"
    paginate_by = 50

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_superuser:
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    def get_queryset(self) -> Any:
        return AuditLine.objects.order_by("-number")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        lines = [
            {
                "number": line.number,
                "hour": line.hour,
                "who": line.account,
                "deed": DEEDS[line.deed],
                "about": line.about,
            }
            for line in context["page_obj"].object_list
        ]
        return context | {"lines": lines, "head": head(), "fault": first_fault()}


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [path("deeds/", Deeds.as_view(), name="desk_deeds")]


class _ForAdministrators(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)


@hooks.register("register_reports_menu_item")  # type: ignore[untyped-decorator]
def deeds_item() -> MenuItem:
    return _ForAdministrators("Deeds", reverse("desk_deeds"), icon_name="history", order=50)
