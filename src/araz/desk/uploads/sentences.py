"""What was found in a file, in sentences for the person who brought it. They are shown once and kept nowhere."""

from collections.abc import Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from araz.desk.acceptance.answers import Found, Kind

_SENTENCES: Final[dict[Kind, Promise]] = {
    "place": gettext_lazy("It said where it was made."),
    "camera": gettext_lazy("It named the camera or phone:"),
    "serial": gettext_lazy("It had numbers by which a camera, a lens or a file can be recognised:"),
    "people": gettext_lazy("It named people or holders of rights:"),
    "dates": gettext_lazy("It said when it was made or changed:"),
    "programs": gettext_lazy("It named programs and machines:"),
    "thumbnail": gettext_lazy("It had a small copy of itself inside, which may show what was cut off."),
    "maker_notes": gettext_lazy("It had notes of the camera's maker, which nobody but the maker can read."),
    "comments": gettext_lazy("It had comments:"),
    "keywords": gettext_lazy("It had keywords:"),
    "profile": gettext_lazy("It had a colour profile, which may name a screen or its owner:"),
    "history": gettext_lazy("It told how it was worked on."),
    "title": gettext_lazy("It had a title or description of its own:"),
    "more_frames": gettext_lazy("It moves or has several pages: only the first one is kept."),
    "more_data": gettext_lazy("Something else was hidden behind the picture."),
    "unreadable": gettext_lazy("It had notes that can't be read."),
    "attachments": gettext_lazy("It had other files inside:"),
    "scripts": gettext_lazy("It had programs or orders that run when it is opened."),
    "notes": gettext_lazy(
        "It had notes or stamps on its pages. What is seen of stamps and drawings became part of the page:"
    ),
    "form": gettext_lazy(
        "It was a form or was signed. What was filled in became part of the page; signatures are gone."
    ),
    "layers": gettext_lazy("It had layers. What was switched off is gone; the rest became part of the page."),
    "bookmarks": gettext_lazy("It had bookmarks."),
    "structure": gettext_lazy(
        "It had a structure for screen readers, in which names can stand. Say in the story what it holds."
    ),
    "pictures_inside": gettext_lazy("Pictures in it had notes of their own."),
    "earlier_versions": gettext_lazy("It had earlier versions of itself inside."),
}
_STAYS: Final[dict[Kind, Promise]] = {
    "unseen_words": gettext_lazy(
        "It has words that are not seen, such as a scanner's reading of the page. They stay: search the document for what must not be in it."
    ),
}


def removed(found: Sequence[Found]) -> list[tuple[str, tuple[str, ...]]]:
    """Return a sentence and what it is about for everything that was taken away."""
    return [
        (str(_SENTENCES[each.kind]).rstrip(":" if not each.values else ""), each.values)
        for each in found
        if each.kind in _SENTENCES
    ]


def left(found: Sequence[Found]) -> list[str]:
    """Return a sentence for everything that could not be taken away."""
    return [str(_STAYS[each.kind]) for each in found if each.kind in _STAYS]
