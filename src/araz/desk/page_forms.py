"""Forms of pages: every text field says in which language it is written and which way it runs."""

from typing import Any, Final

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

from araz.language import LANGUAGES

_ADDRESSES: Final = ("address", "slug")  # of a-z whatever the language


class InLanguageForm(WagtailAdminPageForm):
    """Marks the fields by the page's language, never by the language in which the desk speaks to its editor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.locale_id:
            return
        row = LANGUAGES[self.instance.locale.language_code]
        for name, field in self.fields.items():
            if name in _ADDRESSES:
                field.widget.attrs["dir"] = "ltr"
            elif isinstance(field.widget, forms.TextInput | forms.Textarea):
                field.widget.attrs |= {"lang": row.html_tag, "dir": row.direction}
