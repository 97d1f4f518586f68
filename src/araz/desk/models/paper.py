"""The paper's name, its front pages and its addresses."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.forms import Select
from django.http import HttpRequest, HttpResponse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable, Page, PreviewableMixin
from wagtail.snippets.models import register_snippet

from araz.desk import door, preview
from araz.desk.front_form import FrontForm
from araz.desk.models.pages import SectionPage
from araz.desk.part_form import PartForm
from araz.desk.parts import PaperPart
from araz.desk.pictures import picture_of
from araz.desk.words import WordsField
from araz.edition import paper
from araz.edition.names import StoryId, new_id
from araz.edition.text import plain


def _new_authority() -> str:
    """A name for feed ids that nobody else has, whether or not the paper ever has an address."""
    return f"{new_id()}.invalid,2026"


@register_setting(icon="list-ul", order=10)
class PaperSettings(BaseGenericSetting):
    """The masthead: what stands on every page. Home address and time zone are settings of the newsroom's folder."""

    name = WordsField()
    tag_line = WordsField(blank=True)
    notice = WordsField(blank=True, long=True, help_text="Stands at the foot of every page.")
    emblem = models.ForeignKey("desk.DeskImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    tag_authority = models.CharField(max_length=80, default=_new_authority, editable=False)

    panels = [FieldPanel(name) for name in ("name", "tag_line", "notice", "emblem")]
    base_form_class = PartForm

    class Meta:
        verbose_name = "masthead"

    def __str__(self) -> str:
        return "Masthead"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        hand_over_masthead()

    def part(self) -> paper.Masthead:
        return paper.Masthead(
            name=self.name,
            tag_line=self.tag_line,
            languages=_languages(),
            home=settings.ARAZ_HOME,
            tag_authority=self.tag_authority,
            time_zone=settings.ARAZ_TIME_ZONE,
            notice=self.notice,
            emblem=picture_of(self.emblem) if self.emblem else None,
        )


def hand_over_masthead() -> None:
    """Hand the masthead over if it differs from what was handed over last."""
    door.arrange(PaperSettings.load().part())


def paper_at_desk() -> list[paper.Part]:
    """The masthead and the sections as they stand at the desk: what every preview needs, printed or not."""
    sections = SectionPage.objects.live().select_related("locale")
    return [PaperSettings.load().part(), *(section.part() for section in sections)]


def _languages() -> tuple[str, ...]:
    """The paper's languages, in the order in which their homes stand."""
    homes = Page.objects.live().filter(newsroomhome__isnull=False)
    return tuple(homes.order_by("path").values_list("locale__language_code", flat=True))


@register_snippet
class FrontOrder(PreviewableMixin, PaperPart, ClusterableModel):
    """The order of one language's front page. What is left empty is filled with the newest stories."""

    locale = models.OneToOneField("wagtailcore.Locale", on_delete=models.PROTECT, verbose_name="language")
    lead = models.ForeignKey("desk.StoryPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    headlines = models.PositiveSmallIntegerField(
        "headlines of a section", default=4, validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    corner = models.BooleanField(
        "corner of statements and announcements", default=True, help_text="Off: they stand with their sections."
    )

    panels = [
        FieldPanel("locale"),
        PageChooserPanel("lead", "desk.StoryPage"),
        InlinePanel("second_stories", label="story", heading="Second stories", max_num=6),
        InlinePanel("pins", label="page", heading="Always offered", max_num=6),
        InlinePanel(
            "chosen_sections",
            label="section",
            heading="Sections",
            help_text="Which sections stand below, in which order. None: all, in the order of the paper.",
        ),
        MultiFieldPanel([FieldPanel("headlines"), FieldPanel("corner")], heading="Below the lead"),
    ]
    base_form_class = FrontForm

    class Meta(PaperPart.Meta):
        verbose_name = "front page"

    def __str__(self) -> str:
        return str(self.locale)

    def clean(self) -> None:
        super().clean()
        if self.lead and self.lead.locale_id != self.locale_id:
            raise ValidationError({"lead": "The lead is in another language than this front page. Choose another."})

    def part(self) -> paper.Front:
        second = self.second_stories.select_related("story")
        pins = self.pins.select_related("story")
        return paper.Front(
            language=self.locale.language_code,
            lead=StoryId(self.lead.public_id if self.lead else ""),
            second=tuple(StoryId(step.story.public_id) for step in second),
            pins=tuple(StoryId(step.story.public_id) for step in pins),
            sections=tuple(step.section.public_id for step in self.chosen_sections.select_related("section")),
            headlines=self.headlines,
            corner=self.corner,
        )

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return preview.show_front(self.part(), self, request, paper_at_desk())


class FrontSecond(Orderable):
    front = ParentalKey(FrontOrder, on_delete=models.CASCADE, related_name="second_stories")
    story = models.ForeignKey("desk.StoryPage", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("story", "desk.StoryPage")]


class FrontPin(Orderable):
    front = ParentalKey(FrontOrder, on_delete=models.CASCADE, related_name="pins")
    story = models.ForeignKey("desk.StoryPage", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("story", "desk.StoryPage")]


class FrontSection(Orderable):
    front = ParentalKey(FrontOrder, on_delete=models.CASCADE, related_name="chosen_sections")
    section = models.ForeignKey("desk.SectionPage", on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("section", widget=Select)]  # there are few: no tree has to be walked for them


@register_setting(icon="site", order=20)
class AddressBook(BaseGenericSetting, ClusterableModel):
    """Every official address of the paper."""

    about = WordsField(blank=True, long=True, help_text="Stands above the list.")
    moved = models.JSONField(
        default=list, blank=True, editable=False
    )  # old addresses of feeds and fronts: [path, target]

    panels = [FieldPanel("about"), InlinePanel("entries", label="address", heading="Addresses")]
    base_form_class = PartForm

    class Meta:
        verbose_name = "addresses"

    def __str__(self) -> str:
        return "Addresses"

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        door.arrange(self.part())
        if self.moved:
            door.arrange(self.old_addresses())

    def old_addresses(self) -> paper.OldAddresses:
        return paper.OldAddresses(entries=tuple(paper.Moved(path=path, target=to) for path, to in self.moved))

    def part(self) -> paper.Addresses:
        return paper.Addresses(
            entries=tuple(entry.other_address() for entry in self.entries.all()),
            about={code: plain(words) for code, words in self.about.items()},
        )


class AddressEntry(Orderable):
    KINDS = [
        ("site", "Website"),
        ("mirror", "Mirror"),
        ("onion", "Onion service"),
        ("channel", "Channel"),
        ("feed", "Feed"),
    ]

    book = ParentalKey(AddressBook, on_delete=models.CASCADE, related_name="entries")
    address = models.URLField(max_length=300)
    kind = models.CharField(max_length=7, choices=KINDS, default="site")
    note = WordsField(blank=True)

    panels = [FieldPanel(name) for name in ("address", "kind", "note")]

    def other_address(self) -> paper.OtherAddress:
        return paper.OtherAddress(
            address=self.address,
            kind=self.kind,  # type: ignore[arg-type]  # one of KINDS, which the form keeps
            note=self.note,
        )
