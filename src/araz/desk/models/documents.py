"""Documents: written anew when they arrive, so nothing of who made them, when and with what is ever stored."""

from django.db import models
from wagtail.search import index

from araz.desk.acceptance.workshop import NewDocument


class DeskDocument(index.Indexed, models.Model):
    """A PDF for readers: the name that an editor gave it, and what its cleaned file is. The file as it came is not kept."""

    title = models.CharField(
        max_length=200, verbose_name="name", help_text="Readers see it: “Report of the commission”."
    )
    content_hash = models.CharField(max_length=32, unique=True, editable=False)
    size = models.PositiveIntegerField(editable=False)  # bytes
    pages = models.PositiveIntegerField(editable=False)

    new: NewDocument | None = None  # in the moment in which it arrives: what was found in its file is kept nowhere

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        verbose_name = "document"

    def __str__(self) -> str:
        return self.title
