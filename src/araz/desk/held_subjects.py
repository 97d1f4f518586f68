"""Parts of the paper that are held back: what they are called, and where they are changed at the desk."""

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from araz.desk.models.pages import SectionPage
from araz.desk.models.paper import FrontOrder
from araz.desk.models.snippets import Byline, Place, Topic

_NAMES: Final = {
    "masthead": _("The masthead"),
    "addresses": _("The addresses of the paper"),
    "front": _("A front page"),
    "section": _("A section"),
    "byline": _("A byline"),
    "topic": _("A topic"),
    "place": _("A place"),
}
_SETTINGS: Final = {"masthead": "papersettings", "addresses": "addressbook"}
_SNIPPETS: Final = {"byline": Byline, "topic": Topic, "place": Place}


def name_of(subject: str) -> str:
    """Say which part of the paper is meant; the path of one of its pages says so itself."""
    return str(_NAMES.get(subject.partition("/")[0], subject))


def address_of(subject: str) -> str:
    """Return where the part is changed; empty for a page, and for what is there no longer."""
    sort, _slash, name = subject.partition("/")
    if subject in _SETTINGS:
        return reverse("wagtailsettings:edit", args=["desk", _SETTINGS[subject]])
    if sort == "section":
        section = SectionPage.objects.filter(public_id=name).first()
        return reverse("wagtailadmin_pages:edit", args=[section.pk]) if section else ""
    if sort == "front":
        front = FrontOrder.objects.filter(locale__language_code=name).first()
        return reverse("wagtailsnippets_desk_frontorder:edit", args=[front.pk]) if front else ""
    thing = _SNIPPETS[sort].objects.filter(public_id=name).first() if sort in _SNIPPETS else None
    return reverse(f"wagtailsnippets_desk_{sort}:edit", args=[thing.pk]) if thing else ""
