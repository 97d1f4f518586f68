"""Wagtail's own logs, which the desk's lists read: to the hour, for 90 days; and what of them is a deed that is noted."""

from datetime import UTC, datetime
from typing import Any, Final

from django.db.models.functions import TruncHour
from django.db.models.signals import post_save, pre_save
from wagtail.models import Locale, ModelLogEntry, PageLogEntry, Site

from araz.desk.audit.log import KEPT, note
from araz.desk.models.paper import AddressBook, FrontOrder, PaperSettings
from araz.desk.models.snippets import Byline, Place, Topic
from araz.desk.models.story import StoryPage

_LOGS: Final = (PageLogEntry, ModelLogEntry)
_OF_PAGES: Final = {
    "wagtail.workflow.approve": "approved",
    "wagtail.publish.schedule": "scheduled",
    "wagtail.publish": "published",
    "wagtail.publish.scheduled": "published",  # by the clock
    "wagtail.unpublish": "withdrawn",
    "wagtail.unpublish.scheduled": "withdrawn",
    "wagtail.move": "moved",
    "wagtail.delete": "deleted",
}
_OF_THINGS: Final = {
    PaperSettings: "masthead-changed",
    AddressBook: "masthead-changed",
    Locale: "masthead-changed",
    Site: "masthead-changed",
    Byline: "part-changed",
    Topic: "part-changed",
    Place: "part-changed",
    FrontOrder: "part-changed",
}


def connect() -> None:
    for log in _LOGS:
        pre_save.connect(_forget_minute, sender=log, dispatch_uid=f"araz.desk.audit.hour.{log.__name__}")
    post_save.connect(_note_page, sender=PageLogEntry, dispatch_uid="araz.desk.audit.page")
    post_save.connect(_note_thing, sender=ModelLogEntry, dispatch_uid="araz.desk.audit.thing")


def prune(now: datetime) -> None:
    """Throw away lines older than 90 days, with their headlines; and the minutes of lines that an older Araz has written."""
    for log in _LOGS:
        log.objects.filter(timestamp__lt=now - KEPT).delete()
        hour = TruncHour("timestamp", tzinfo=UTC)
        log.objects.exclude(timestamp=hour).update(timestamp=hour)


def _forget_minute(instance: Any, **_about: Any) -> None:
    instance.timestamp = instance.timestamp.replace(minute=0, second=0, microsecond=0)


def _note_page(instance: PageLogEntry, *, created: bool, raw: bool = False, **_about: Any) -> None:
    if created and not raw and instance.action in _OF_PAGES:
        name = StoryPage.objects.filter(pk=instance.page_id).values_list("public_id", flat=True).first()
        note(_OF_PAGES[instance.action], instance.user, name or f"page-{instance.page_id}")


def _note_thing(instance: ModelLogEntry, *, created: bool, raw: bool = False, **_about: Any) -> None:
    model = instance.content_type.model_class()
    deed = next((deed for kind, deed in _OF_THINGS.items() if model and issubclass(model, kind)), "")
    if created and not raw and deed:
        note(deed, instance.user, f"{instance.content_type.model}-{instance.object_id}")
