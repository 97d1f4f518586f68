"""Pictures: made anew when they arrive, so nothing of the camera, the place or the file's name is ever stored."""

from functools import cached_property
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from araz.desk.acceptance.workshop import NewPicture, Refused, make_picture
from araz.desk.words import WordsField
from araz.edition.names import new_id
from araz.typesetting.pictures import FolderMediaStore

_KEYWORD: Final = [  # Wagtail's chooser also narrows a search by it, and its own picture forgets to allow that
    index.SearchField("name", boost=10),
    index.AutocompleteField("name"),
    index.FilterField("name"),
]


class DeskImage(AbstractImage):
    alt = WordsField(blank=True, long=True, help_text="What the picture shows, for those who can't see it.")
    caption = WordsField(blank=True, long=True)
    credit = models.CharField(max_length=200, blank=True)
    content_hash = models.CharField(max_length=32, blank=True, editable=False, db_index=True)

    search_fields = [
        *(field for field in AbstractImage.search_fields if field.field_name != "tags"),
        index.RelatedFields("tags", _KEYWORD),
    ]
    admin_form_fields = ("title", "file", "alt", "caption", "credit", "collection", "tags")

    new: NewPicture | None = None  # in the moment in which it arrives: what was found in its file is kept nowhere

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"

    def get_upload_to(self, filename: str) -> str:
        """The name of the file that arrived may name its maker; it is not kept."""
        return f"pictures/{new_id()}.webp"

    def clean(self) -> None:
        super().clean()
        if self._has_new_file():
            self._accepted  # noqa: B018  raises here what a form can show beside its field

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._has_new_file():
            self._take_over(self._accepted)
        super().save(*args, **kwargs)

    def _has_new_file(self) -> bool:
        return bool(self.file) and not getattr(self.file, "_committed", True)

    @cached_property
    def _accepted(self) -> NewPicture:
        new: NewPicture | None = getattr(self.file.file, "new", None)
        if new:
            return new  # a form has had it made already
        self.file.seek(0)
        try:
            return make_picture(self.file.read())
        except Refused as refusal:
            raise ValidationError({"file": str(refusal)}) from refusal

    def _take_over(self, new: NewPicture) -> None:
        accepted = new.accepted
        FolderMediaStore(settings.ARAZ_MEDIA).keep(accepted)
        self.new = new
        self.file = ContentFile(accepted.master, name="picture.webp")
        self.content_hash = accepted.hash
        self._set_image_file_metadata()
        del self._accepted

    @property
    def default_alt_text(self) -> str:
        return next(iter(self.alt.values()), "")


class DeskRendition(AbstractRendition):
    """A thumbnail for the desk; readers get what `FolderMediaStore` has."""

    image = models.ForeignKey(DeskImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_of_a_kind")
        ]
