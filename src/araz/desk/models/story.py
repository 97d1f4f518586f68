"""A story as the desk writes it."""

from typing import Any

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.models import Orderable, Page
from wagtail.search import index

from araz.desk import door, preview
from araz.desk.copying import StoryCopyForm
from araz.desk.mending import mend
from araz.desk.models.draft import StoryDraft
from araz.desk.models.outbox import PublicStory
from araz.desk.models.paper import paper_at_desk
from araz.desk.page_forms import InLanguageForm
from araz.desk.panels import StatePanel
from araz.desk.permissions import StoryPermissionTester
from araz.desk.story_checks import check_draft


class StoryPage(StoryDraft):
    """One story in one language. Wagtail's own slug is only its place in the tree; readers see `address`."""

    parent_page_types = ["desk.SectionPage"]
    subpage_types: list[str] = []
    base_form_class = InLanguageForm
    private_page_options: list[str] = []  # what is published, is published for everybody
    copy_form_class = StoryCopyForm
    exclude_fields_in_copy = [
        "public_id",
        "address",
        "old_addresses",
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
        story.old_addresses = self.old_addresses
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
        return preview.show_story(self, request, paper_at_desk())

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
