"""A translation belongs to whoever began it: that account writes it, and others approve it."""

from typing import Any

from wagtail.log_actions import get_active_log_context
from wagtail.signals import copy_for_translation_done

from araz.desk.models.story import StoryPage


def _translation_was_begun(target_obj: Any, **_: Any) -> None:
    account = get_active_log_context().user
    if account and isinstance(target_obj, StoryPage) and target_obj.owner_id != account.pk:
        target_obj.owner = account
        target_obj.save(update_fields=["owner"])


copy_for_translation_done.connect(_translation_was_begun, dispatch_uid="araz.desk.translating")
