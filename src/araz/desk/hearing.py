"""Hears Wagtail save a page by its base class, which passes over `StoryPage.save`.

Moving and unpublishing in bulk do so. The signal of Django comes inside the transaction of that save, unlike Wagtail's
own `page_published`, `page_unpublished` and `post_page_move`, which nobody here listens to.
"""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page

from araz.desk import door
from araz.desk.models.pages import SectionPage
from araz.desk.models.story import StoryPage

_PUBLIC = {"live", "live_revision", "path", "locale"}


def connect() -> None:
    post_save.connect(_page_was_saved, sender=Page, dispatch_uid="araz.desk.door")


def _page_was_saved(
    instance: Any, *, created: bool, update_fields: frozenset[str] | None = None, raw: bool = False, **_: Any
) -> None:
    if created or raw or (update_fields is not None and not _PUBLIC & update_fields):
        return
    if instance.specific_class is StoryPage:
        door.pass_again(instance.specific)
    elif instance.specific_class is SectionPage:
        section = SectionPage.objects.get(pk=instance.pk)
        door.check_section(section)
        door.pass_section(section)
