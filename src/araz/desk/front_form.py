"""The form in which a front page is arranged."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm


class FrontForm(WagtailAdminModelForm):
    """Says beside a section that it belongs to another language: the model sees its rows only once they are saved."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for row in self.formsets["chosen_sections"].forms:
            section = row.cleaned_data.get("section") if row.is_valid() else None
            if section and section.locale != cleaned.get("locale"):
                row.add_error(
                    "section", "This section is in another language than the front page. Take it off the list."
                )
        return cleaned
