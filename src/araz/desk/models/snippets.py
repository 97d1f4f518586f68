"""Bylines, topics and places: named by stories, none of them an account."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from araz.desk.part_form import PartForm
from araz.desk.parts import PaperPart
from araz.desk.pictures import picture_of
from araz.desk.words import WordsField, first_words
from araz.edition import paper
from araz.edition.names import ID_LENGTH, StoryId, new_id
from araz.language.slugs import slug


class _Named(PaperPart, index.Indexed):
    """A part with an id, a name in every language, and a lasting name in addresses."""

    public_id = models.CharField(max_length=ID_LENGTH, default=new_id, unique=True, editable=False)
    name = WordsField()

    base_form_class = PartForm
    search_fields = [index.SearchField("all_names"), index.AutocompleteField("all_names")]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return first_words(self.name)

    def all_names(self) -> str:
        return " ".join(self.name.values())

    def clean(self) -> None:
        super().clean()
        if not self.name:
            raise ValidationError({"name": "Write the name in at least one language."})


class _Addressed(_Named):
    slug = models.SlugField(
        max_length=40, unique=True, blank=True, help_text="Its name in addresses. Empty: made from the name."
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        self.slug = self.slug or _free_slug(self)
        before = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if before and before != self.slug:
            raise ValidationError({"slug": f"Readers know this page as “{before}”; that can't change any more."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or _free_slug(self)
        super().save(*args, **kwargs)


def _free_slug(thing: _Addressed) -> str:
    language, words = next(iter(thing.name.items()), ("en", ""))
    wanted = slug(words, language)[:40].strip("-") or thing.public_id
    others = type(thing).objects.exclude(pk=thing.pk)
    return f"{wanted[:31]}-{thing.public_id}" if others.filter(slug=wanted).exists() else wanted


@register_snippet
class Byline(_Addressed):
    """Who is named above a story. It belongs to no account and says nothing about one."""

    KINDS = [
        ("pen", "Pen name"),
        ("open", "A person who speaks openly"),
        ("desk", "The newsroom or an organisation"),
    ]

    kind = models.CharField(max_length=4, choices=KINDS, default="pen")
    about = WordsField(blank=True, long=True)
    contact = models.CharField(max_length=200, blank=True, help_text="Shown to readers; only for open bylines.")
    portrait = models.ForeignKey("desk.DeskImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    panels = [FieldPanel(name) for name in ("kind", "name", "slug", "about", "contact", "portrait")]

    class Meta(_Addressed.Meta):
        verbose_name = "byline"

    def clean(self) -> None:
        super().clean()
        if self.contact and self.kind != "open":
            raise ValidationError({"contact": "Only a person who speaks openly has a contact. Empty this field."})

    def part(self) -> paper.Byline:
        return paper.Byline(
            id=self.public_id,
            slug=self.slug,
            kind=self.kind,  # type: ignore[arg-type]  # one of KINDS, which the form and the database keep
            name=self.name,
            about=self.about,
            contact=self.contact if self.kind == "open" else "",
            portrait=picture_of(self.portrait) if self.portrait else None,
        )

    def why_it_stays(self) -> str:
        return _why_it_stays(self, "stories stand under this byline")


@register_snippet
class Topic(_Addressed, ClusterableModel):
    about = WordsField(blank=True, long=True)
    old_addresses = models.JSONField(default=list, blank=True, editable=False)  # see araz.edition.old_addresses

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("about"),
        InlinePanel("reading", label="story", heading="Reading order"),
    ]

    class Meta(_Addressed.Meta):
        verbose_name = "topic"

    def part(self) -> paper.Topic:
        reading = self.reading.select_related("story") if self.pk else ()
        return paper.Topic(
            id=self.public_id,
            slug=self.slug,
            name=self.name,
            about=self.about,
            reading_order=tuple(StoryId(step.story.public_id) for step in reading),
            old_addresses=tuple(self.old_addresses),
        )

    def why_it_stays(self) -> str:
        return _why_it_stays(self, "stories belong to this topic")


class TopicStory(Orderable):
    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="reading")
    story = models.ForeignKey("desk.StoryPage", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("story", "desk.StoryPage")]


@register_snippet
class Place(_Named):
    """Where a story was filed: the dateline."""

    panels = [FieldPanel("name")]

    class Meta(_Named.Meta):
        verbose_name = "place"

    def part(self) -> paper.Place:
        return paper.Place(id=self.public_id, name=self.name)

    def why_it_stays(self) -> str:
        if self.datelines.filter(public__isnull=False).exists():
            return f"Published stories were filed from “{self}”. Change the name instead of deleting the place."
        return ""


def _why_it_stays(thing: Any, because: str) -> str:
    if thing.used_by.filter(page__public__isnull=False).exists():
        return f"“{thing}” can't be deleted: published {because}. Change the stories first, or keep it."
    return ""
