"""Which pictures and documents readers see, so that none is deleted from under a page that will be published again."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from araz.desk.models.documents import DeskDocument
from araz.desk.models.images import DeskImage
from araz.desk.models.paper import PaperSettings
from araz.desk.models.snippets import Byline
from araz.desk.models.story import StoryPage


def why_picture_stays(image: DeskImage) -> str:
    """Say where readers see the picture, and what to do; empty if they don't."""
    place = _place_of(image)
    return f"Readers see this picture {place}. Take it out there first." if place else ""


def why_document_stays(document: DeskDocument) -> str:
    """Say where readers find the document, and what to do; empty if they don't."""
    story = _story_with(document)
    return f"Readers find this document in the story “{story.title}”. Take it out there first." if story else ""


def _place_of(image: DeskImage) -> str:
    above = StoryPage.objects.live().filter(picture=image).first()
    if story := above or _story_with(image):
        return f"in the story “{story.title}”"
    if byline := Byline.objects.filter(portrait=image).first():
        return f"at the byline “{byline}”"
    if PaperSettings.objects.filter(emblem=image).exists():
        return "as the emblem in the masthead"
    return ""


def _story_with(image: DeskImage | DeskDocument) -> StoryPage | None:
    """A public story with the picture or document in its text. Wagtail's index follows a publication within moments."""
    kind = ContentType.objects.get_for_model(StoryPage)
    named = ReferenceIndex.get_references_to(image).filter(content_type=kind).values_list("object_id", flat=True)
    found: StoryPage | None = StoryPage.objects.live().filter(pk__in=[int(pk) for pk in named]).first()
    return found
