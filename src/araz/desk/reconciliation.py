"""Looks, when the newsroom starts, whether the pages say the same as what was handed over. It reports and changes nothing.

The door can't be passed by, except with the database's own tools: then a person decides what is right.
"""

from collections.abc import Iterator
from typing import Final

from django.db.models import F

from araz.desk.models.outbox import PublicStory
from araz.desk.models.story import StoryPage

_SHOWN: Final = 20  # a report is read by people


def differences() -> list[str]:
    """Return a sentence for each story whose page and outbox disagree, at most twenty. Walks over all stories once."""
    found = _found()
    return [sentence for _, sentence in zip(range(_SHOWN), found, strict=False)]


def _found() -> Iterator[str]:
    stories = StoryPage.objects.order_by("pk")
    for story in stories.filter(live=True, public__isnull=True).values_list("public_id", flat=True):
        yield f"Story {story} is marked as public in the desk, but was never handed over. Publish it again."
    for story in stories.filter(live=True, public__state="withdrawn").values_list("public_id", flat=True):
        yield f"Story {story} is marked as public in the desk, but readers were told that it is withdrawn. Publish it again."
    gone = PublicStory.objects.exclude(state="withdrawn").filter(page__live=False)
    for story in gone.order_by("pk").values_list("story", flat=True):
        yield f"Story {story} is not public in the desk, but readers have it. Publish it again, then withdraw it."
    other = PublicStory.objects.exclude(state="withdrawn").filter(page__live=True)
    other = other.exclude(revision=F("page__live_revision_id"))
    other = other.exclude(revision__isnull=True, page__live_revision__isnull=True)  # brought in without a version
    for story in other.order_by("pk").values_list("story", flat=True):
        yield f"Story {story} was published in a version that readers have not. Publish it again."
