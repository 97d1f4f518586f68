"""What the desk's own lists have in common."""

from typing import Any, Final

from django.urls import reverse
from django.views.generic import ListView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

ON_A_PAGE: Final = 25


class DeskList(WagtailAdminTemplateMixin, ListView):  # type: ignore[type-arg]
    """A list of the desk, a portion at a time."""

    paginate_by = ON_A_PAGE
    page_kwarg = "p"
    address = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": reverse(self.address), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        shown = context["page_obj"]
        context["elided_page_range"] = shown.paginator.get_elided_page_range(shown.number)
        return context
