"""The tree: a home for each language, its sections, and under them the stories."""

from typing import Any

from django.db import models, transaction
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from araz.desk import door
from araz.desk.page_forms import InLanguageForm
from araz.desk.part_form import LookedThrough
from araz.desk.permissions import SectionPermissionTester, StandingPermissionTester
from araz.desk.refused import refusal
from araz.edition import paper
from araz.edition.names import ID_LENGTH, PartKey, new_id
from araz.language.slugs import slug as slug_of


class NewsroomHome(Page):
    """One language of the paper. Its order among the homes is the order in which languages are offered."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["desk.SectionPage"]
    preview_modes: list[tuple[str, str]] = []  # there is nothing to see before stories are in it
    private_page_options: list[str] = []
    content_panels = [FieldPanel("title")]
    promote_panels: list[Any] = []
    settings_panels: list[Any] = []

    class Meta:
        verbose_name = "language home"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and not self.live and (reason := why_home_stays(self)):
            raise refusal(reason)
        super().save(*args, **kwargs)

    def permissions_for_user(self, user: Any) -> StandingPermissionTester:
        return StandingPermissionTester(user, self)

    def can_move_to(self, parent: Any) -> bool:
        return False


def why_home_stays(home: Page) -> str:
    """Say why the language can't be taken out of the paper, and what to do; empty if it can."""
    if home.get_children().exists():
        return (
            f"“{home.title}” still has sections, so the language can't be taken out of the paper."
            " Move or delete its sections first."
        )
    return ""


class SectionForm(LookedThrough, InLanguageForm):
    """The address may be left empty: it is made from the title, in the section's language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False


class SectionPage(Page):
    """A section in one language; those that correspond to each other are translations in Wagtail's sense."""

    public_id = models.CharField(max_length=ID_LENGTH, default=new_id, unique=True, editable=False)
    about = models.TextField(blank=True, help_text="Stands under the section's name.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Its place in the paper: 1 comes first.")
    old_addresses = models.JSONField(default=list, blank=True, editable=False)  # see araz.edition.old_addresses

    parent_page_types = ["desk.NewsroomHome"]
    subpage_types = ["desk.StoryPage"]
    preview_modes: list[tuple[str, str]] = []
    private_page_options: list[str] = []
    content_panels = [FieldPanel("title"), FieldPanel("about"), FieldPanel("position")]
    promote_panels = [MultiFieldPanel([FieldPanel("slug")], heading="Address")]
    settings_panels: list[Any] = []
    exclude_fields_in_copy = ["public_id", "old_addresses"]
    base_form_class = SectionForm
    MAX_SLUG = 40

    class Meta:
        verbose_name = "section"

    def _set_core_field_defaults(self) -> None:
        if not self.locale_id:
            self.locale = self.get_default_locale()
        wanted = getattr(self, "slug", "") or self.title
        self.slug: str = slug_of(wanted, self.locale.language_code, self.MAX_SLUG)
        super()._set_core_field_defaults()

    def with_content_json(self, content: dict[str, Any]) -> "SectionPage":
        section: SectionPage = super().with_content_json(content)
        section.public_id, section.old_addresses = self.public_id, self.old_addresses
        return section

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        door.check_section(self)
        super().save(*args, **kwargs)
        door.pass_section(self)

    def key(self) -> PartKey:
        return PartKey(f"section/{self.public_id}")

    def part(self) -> paper.Section:
        return paper.Section(
            id=self.public_id,
            language=self.locale.language_code,
            slug=self.slug,
            name=self.title,
            about=self.about,
            position=self.position,
            group=door.group_of(self),
            old_addresses=tuple(self.old_addresses),
        )

    def permissions_for_user(self, user: Any) -> SectionPermissionTester:
        return SectionPermissionTester(user, self)

    def can_move_to(self, parent: Any) -> bool:
        """A section never leaves its language; there is nowhere else to go."""
        return False
