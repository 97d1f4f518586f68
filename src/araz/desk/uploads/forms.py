"""The form of a picture, and the one by which its own caption and credit are taken over."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy
from wagtail.images.forms import BaseImageForm

from araz.desk.acceptance.answers import LONGEST_VALUE
from araz.desk.acceptance.workshop import NewPicture
from araz.desk.uploads.fields import PictureField
from araz.language import LANGUAGES, repair
from araz.language.direction import text_direction_of

_MORE_LETTERS: Final = 8
_LONGEST_CREDIT: Final = 200


class PictureForm(BaseImageForm):
    """A picture's title is given by a person: the file's name may tell who took it, with what and when."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=forms.FileInput())


class Offer(forms.CheckboxInput):
    """A tick that brings the words it stands beside: they are held by nobody between the two pages."""

    def __init__(self, words: str) -> None:
        super().__init__(attrs={"value": words}, check_test=lambda value: False)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:  # type: ignore[override]  # the words, not a yes
        return str(data.get(name, ""))


class TakeOverForm(forms.Form):
    """What the file said about the picture, each with a tick. Nothing is ticked."""

    caption_language = forms.ChoiceField(required=False, label=gettext_lazy("Its language"))

    def __init__(self, data: Any = None, *, new: NewPicture | None = None) -> None:
        super().__init__(data)
        caption, credit = (new.caption, new.credit) if new else ("", "")
        if caption or data is not None:
            self.fields["take_caption"] = _offer(
                gettext_lazy("Take over the caption"), caption, LONGEST_VALUE + _MORE_LETTERS
            )
        if credit or data is not None:
            self.fields["take_credit"] = _offer(gettext_lazy("Take over the credit"), credit, _LONGEST_CREDIT)
        language = self.fields["caption_language"]
        language.choices = [(code, row.own_name) for code, row in LANGUAGES.items()]  # type: ignore[attr-defined]
        language.initial = _language_of(caption)
        if not caption and data is None:
            del self.fields["caption_language"]
        self.order_fields(["take_caption", "caption_language", "take_credit"])

    @property
    def has_offers(self) -> bool:
        return bool(self.fields)

    def take_over(self, image: Any) -> bool:
        """Give the picture what was ticked; say whether there was anything. Saves nothing."""
        if not self.is_valid():
            return False
        caption, credit = self.cleaned_data["take_caption"], self.cleaned_data["take_credit"]
        language = self.cleaned_data["caption_language"] or next(iter(LANGUAGES))
        if caption:
            image.caption = {**image.caption, language: repair(caption, language)}
        if credit:
            image.credit = credit
        return bool(caption or credit)


def _offer(label: Any, words: str, most: int) -> forms.CharField:
    field = forms.CharField(required=False, max_length=most, label=label, widget=Offer(words))
    field.help_text = words
    return field


def _language_of(words: str) -> str:
    """Return the first language that is written in the direction of the words."""
    direction = text_direction_of(words)
    return next((code for code, row in LANGUAGES.items() if row.direction == direction), "")
