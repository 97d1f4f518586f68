"""Takes a whole story out of every table of the desk."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.admin.models import FormState
from wagtail.models import ModelLogEntry, PageLogEntry

from araz.desk.erasing import search
from araz.desk.erasing.finds import Finds
from araz.desk.models import Outbox, PublicStory, StoryCorrection, StoryPage
from araz.language.wanted import MARK


def find(story: str, comments: Sequence[str]) -> Finds:
    """Return what the desk has of the story with this id; `comments` are the ids of what readers wrote under it."""
    finds = Finds()
    for page in StoryPage.objects.filter(public_id=story):
        finds.add("desk.storypage", "stories", page.pk)
        for called, found in (
            ("versions of pages", page.revisions.all()),
            ("notes of corrections", StoryCorrection.objects.filter(page=page)),
            ("lines of the log", PageLogEntry.objects.filter(page_id=page.pk)),
            ("comments of editors", page.wagtail_admin_comments.all()),
            ("forms that were not saved", _forms_of(page)),
        ):
            for key in found.values_list("pk", flat=True):
                finds.add(found.model._meta.label_lower, called, key)
    for number in _deeds_of(story, comments).exclude(payload=b"").values_list("pk", flat=True):
        finds.add("desk.outbox", "deeds in the outbox", number)
    return finds


def take_out(story: str, comments: Sequence[str]) -> None:
    """Delete the story and all that was said about it. What is left are lines of the log without its name. In a transaction."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("What is erased is erased as a whole: open a transaction around it.")
    page = StoryPage.objects.filter(public_id=story).first()
    _deeds_of(story, comments).update(payload=b"", salt=b"")
    if page is None:
        return
    number = page.pk
    StoryCorrection.objects.filter(page=page).delete()
    PublicStory.objects.filter(page=page).delete()
    _forms_of(page).delete()
    page.revisions.all().delete()
    page.delete()
    PageLogEntry.objects.filter(page_id=number).update(label=MARK, data={})
    ModelLogEntry.objects.filter(object_id=str(number), content_type=_kind()).update(label=MARK, data={})
    search.renew({})


def _deeds_of(story: str, comments: Sequence[str]) -> Any:
    return Outbox.objects.filter(Q(subject=story) | Q(subject__in=list(comments)))


def _forms_of(page: StoryPage) -> Any:
    return FormState.objects.filter(content_type=_kind(), object_id=str(page.pk))


def _kind() -> ContentType:
    return ContentType.objects.get_for_model(StoryPage)
