"""A story as the desk writes it."""

from typing import Any

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from araz.desk import door, preview
from araz.desk.blocks import BodyBlock, NotesBlock
from araz.desk.copying import StoryCopyForm
from araz.desk.mending import mend
from araz.desk.models.outbox import PublicStory
from araz.desk.page_forms import InLanguageForm
from araz.desk.panels import StatePanel
from araz.desk.permissions import StoryPermissionTester
from araz.desk.story_checks import check_draft
from araz.edition.names import ID_LENGTH, KINDS, new_id

KIND_NAMES = dict(
    zip(
        KINDS,
        ("News", "Analysis", "Opinion", "Research", "Statement", "Announcement", "Page", "Document"),
        strict=True,
    )
)


class StoryPage(Page):
    """One story in one language. Wagtail's own slug is only its place in the tree; readers see `address`."""

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

    parent_page_types = ["desk.SectionPage"]
    subpage_types: list[str] = []
    base_form_class = InLanguageForm
    private_page_options: list[str] = []  # what is published, is published for everybody
    copy_form_class = StoryCopyForm
    exclude_fields_in_copy = [
        "public_id",
        "address",
        "correction_note",
        "superseded_by",
        "translated_from",
        "translated_number",
        "translation_renewed",
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("kind"),
    ]

    content_panels = [
        StatePanel(),
        FieldPanel("title", heading="Headline", classname="title"),
        FieldPanel("kind"),
        FieldPanel("standfirst"),
        InlinePanel("named", label="byline", heading="Bylines"),
        FieldPanel("place"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("picture", "picture_alt", "picture_caption", "picture_credit")],
            heading="Picture",
        ),
        FieldPanel("body"),
        FieldPanel("notes"),
    ]
    public_panels = [
        FieldPanel("correction_note"),
        FieldPanel("address"),
        InlinePanel("about", label="topic", heading="Topics"),
        InlinePanel("see_also", label="story", heading="Read also", max_num=6),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("statement_number", "issued_by", "superseded_by")],
            heading="Only for statements",
            classname="collapsed",
        ),
        MultiFieldPanel([FieldPanel("valid_until")], heading="Only for announcements", classname="collapsed"),
        MultiFieldPanel(
            [FieldPanel("translated_from"), FieldPanel("translation_renewed")],
            heading="Translation",
            classname="collapsed",
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Story"),
            ObjectList(public_panels, heading="Publication"),
            ObjectList([PublishingPanel()], heading="Schedule"),
        ]
    )

    class Meta:
        verbose_name = "story"
        verbose_name_plural = "stories"

    @property
    def language(self) -> str:
        return str(self.locale.language_code)

    def was_public(self) -> bool:
        return bool(self.pk) and PublicStory.objects.filter(page_id=self.pk).exists()

    # What keeps a draft whole

    def _set_core_field_defaults(self) -> None:
        self.slug = self.public_id
        super()._set_core_field_defaults()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        mend(self)
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        check_draft(self)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        mend(self)
        check_draft(self)
        return super().save_revision(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "StoryPage":
        """What belongs to the story as a whole is not taken back with an older version of its text."""
        story: StoryPage = super().with_content_json(content)
        story.public_id, story.slug = self.public_id, self.slug
        story.translated_number = self.translated_number
        public = PublicStory.objects.filter(page_id=self.pk).first()
        if public:
            story.address = public.slug
        return story

    # What becomes public

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page, and hand over what readers shall see of it: see `door`."""
        self.slug = self.public_id
        door.check(self)
        prepared = door.prepare(self, partly=kwargs.get("update_fields") is not None)
        super().save(*args, **kwargs)
        door.pass_story(self, prepared)

    def can_move_to(self, parent: Any) -> bool:
        return bool(super().can_move_to(parent)) and parent.locale_id == self.locale_id

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return preview.show_story(self, request)

    def permissions_for_user(self, user: Any) -> StoryPermissionTester:
        return StoryPermissionTester(user, self)


class StoryByline(Orderable):
    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="named")
    byline = models.ForeignKey("desk.Byline", on_delete=models.CASCADE, related_name="used_by")

    panels = [FieldPanel("byline")]


class StoryTopic(Orderable):
    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="about")
    topic = models.ForeignKey("desk.Topic", on_delete=models.CASCADE, related_name="used_by")

    panels = [FieldPanel("topic")]


class StoryRelated(Orderable):
    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="see_also")
    story = models.ForeignKey(StoryPage, on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("story")]
