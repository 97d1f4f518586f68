"""What the pages to which “Held back” leads have in common."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext


class BelowHeldBack:
    """Says on a page of the desk's that it lies below “Held back”."""

    page_title: Any

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("desk_held_back"), "label": gettext("Held back")},
            {"url": "", "label": self.page_title},
        ]
