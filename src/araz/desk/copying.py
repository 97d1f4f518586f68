"""What is asked when a story is copied. A copy is always a draft of its own: it goes through the review like any story."""

from typing import Any

from django import forms
from wagtail.admin.forms.pages import CopyForm

from araz.edition.names import new_id


class StoryCopyForm(CopyForm):
    """Headline and section only: an alias would be a second address, and a copy's address is made when it is published."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
        self.fields["new_title"].label = "Headline of the copy"
        self.fields["new_slug"] = forms.CharField(widget=forms.HiddenInput, initial=new_id)
        self.fields["new_parent_page"].label = "Section"
        self.fields["new_parent_page"].help_text = "The copy will be a draft there."
