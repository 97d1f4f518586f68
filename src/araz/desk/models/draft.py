"""What a story consists of at the desk."""

from typing import Any

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page

from araz.desk.blocks import BodyBlock, NotesBlock
from araz.desk.models.outbox import PublicStory
from araz.edition.names import ID_LENGTH, KINDS, new_id

KIND_NAMES = dict(
    zip(
        KINDS,
        ("News", "Analysis", "Opinion", "Research", "Statement", "Announcement", "Page", "Document"),
        strict=True,
    )
)


class StoryDraft(Page):
    """The fields of a story: all that the door and the checks need to know. `StoryPage` says what happens with them."""

    public_id = models.CharField(max_length=ID_LENGTH, default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=12, choices=list(KIND_NAMES.items()), default="news")
    standfirst = models.TextField(blank=True, help_text="One or two sentences under the headline.")
    address = models.CharField(
        "name in the address",
        max_length=43,
        blank=True,
        help_text="Small Latin letters, digits, hyphens. Empty: made from the headline. Fixed once published.",
    )
    place = models.ForeignKey("desk.Place", null=True, blank=True, on_delete=models.SET_NULL, related_name="datelines")
    picture = models.ForeignKey("desk.DeskImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    picture_alt = models.CharField("description", max_length=300, blank=True)
    picture_caption = models.CharField("caption", max_length=500, blank=True)
    picture_credit = models.CharField("credit", max_length=200, blank=True)
    body = StreamField(BodyBlock(), blank=True)
    notes = StreamField(NotesBlock(), blank=True, help_text="[^1] in a text marks the place of the first note.")
    old_addresses = models.JSONField(default=list, blank=True, editable=False)  # see araz.edition.old_addresses

    correction_note = models.TextField(
        "what was wrong", blank=True, help_text="Readers are told at the next publication. Empty for a small repair."
    )
    statement_number = models.CharField("number", max_length=40, blank=True)
    issued_by = models.CharField(max_length=200, blank=True)
    superseded_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    valid_until = models.DateField("last day", null=True, blank=True)
    translated_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    translated_number = models.BigIntegerField(default=0, editable=False)  # line of the record that was translated
    translation_renewed = models.BooleanField(
        "the translation is up to date",
        default=False,
        help_text="Tick after bringing it up to the source's newest state.",
    )

    withdrawal_note = ""  # what readers are told when the page is unpublished; set just before

    named: Any  # its bylines
    about: Any  # its topics
    see_also: Any
    public: PublicStory  # raises DoesNotExist before the first publication

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        return str(self.locale.language_code)

    def was_public(self) -> bool:
        return bool(self.pk) and PublicStory.objects.filter(page_id=self.pk).exists()
