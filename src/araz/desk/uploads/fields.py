"""Form fields for files: what they give to a form is the file made anew, never the one that came."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.images.fields import WagtailImageField

from araz.desk.acceptance.workshop import (
    LARGEST_UPLOAD,
    LARGEST_UPLOAD_BYTES,
    NewDocument,
    NewPicture,
    Refused,
    make_document,
    make_picture,
)

_Made = TypeVar("_Made")


class NewPictureFile(ContentFile):  # type: ignore[type-arg]  # Django's own annotations leave it open
    """The accepted picture as a file, and all that is known about it in this moment."""

    def __init__(self, new: NewPicture) -> None:
        super().__init__(new.accepted.master, name="picture.webp")
        self.new = new


class PictureField(WagtailImageField):
    """Looks at what a picture is and not at its name, and has it made anew in a process of its own."""

    default_validators: list[Callable[[Any], None]] = []

    def to_python(self, data: Any) -> NewPictureFile | None:
        if data in self.empty_values:
            return None
        return NewPictureFile(made(make_picture, data))


class DocumentField(forms.FileField):
    """A PDF, written anew."""

    widget = forms.FileInput(attrs={"accept": "application/pdf,.pdf"})

    def to_python(self, data: Any) -> NewDocument | None:  # type: ignore[override]  # not the file that came
        return None if data in self.empty_values else made(make_document, data)


def made(make: Callable[[bytes], _Made], upload: Any) -> _Made:
    """Have an upload made anew. Raises ValidationError with the sentence that says why not."""
    if upload.size > LARGEST_UPLOAD_BYTES:
        raise ValidationError(
            f"The file is larger than {LARGEST_UPLOAD}, which is the most. Make it smaller and try again."
        )
    upload.seek(0)
    try:
        return make(upload.read())
    except Refused as refusal:
        raise ValidationError(str(refusal), code="invalid_image") from refusal
