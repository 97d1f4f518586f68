"""The rule of two persons: nobody publishes a story that is his own, nor words that he saved last himself.

All ways out ask here: the buttons and lists by `StoryPermissionTester`, the review by `ReviewTask`, and whatever they have let
pass by the door itself, in the moment in which a version becomes public or gets its hour.
"""

import json
import re
from typing import Any, Final

from django.conf import settings
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Revision, TaskState

from araz.desk.mending import mend
from araz.desk.models.draft import StoryDraft
from araz.desk.refused import refusal

OWN_STORY: Final = (
    "You began this story, so another publisher or administrator publishes it. What you wrote is kept as a draft."
    " Send it to review, or ask one of them."
)
OWN_WORDS: Final = (
    "You saved the newest words of this story, so another publisher or administrator publishes it. Your words are kept as"
    " a draft. Send it to review, or ask one of them."
)

_BLOCK: Final = {"id", "type", "value"}
_NUMBERS_OF_ROWS: Final = {"pk", "page", "sort_order"}
_KEY_OF_PARAGRAPH: Final = re.compile(r' data-block-key="[^"]*"')


def is_own(story: Any, user: Any) -> bool:
    """Say whether the rule keeps the user from deciding about the story, which he began."""
    return bool(settings.ARAZ_APPROVAL == "two" and user and story.owner_id == user.pk)


def why_another(story: Any, user: Any, revision: Revision | None = None) -> str:
    """Say why somebody else has to publish the version, or else the newest one; empty if the user may."""
    if is_own(story, user):
        return OWN_STORY
    return "" if another_knows(story, user, revision) else OWN_WORDS


def another_knows(story: Any, user: Any, revision: Revision | None = None) -> bool:
    """Say whether somebody else has saved the version's words last, or has approved them as they are.

    Whoever saves a version without changing a word has not written it, so those of the user himself are passed over.
    """
    version = revision or story.latest_revision
    if settings.ARAZ_APPROVAL != "two" or version is None:
        return True
    while version.user_id == user.pk and not _was_approved_by_another(version, user):
        before = story.revisions.filter(pk__lt=version.pk).order_by("-pk").first()
        if _words_of(version.as_object()) != _words_of(before.as_object() if before else _as_stored(story)):
            return False
        if before is None:
            return True
        version = before
    return True


def check(story: Any, revision: Revision | None) -> None:
    """Refuse what the account that is at the desk at this moment may not publish. Raises ValidationError with a sentence.

    The clock, an import and the shell have no account; what the clock publishes was decided when it got its hour.
    """
    user = get_active_log_context().user
    if user and revision and (reason := why_another(story, user, revision)):
        raise refusal(reason)


def keep_first_version(story: Any) -> None:
    """Keep a draft that was brought in as a version, before it is changed: whoever changes it shall not seem to have found it so."""
    if story.latest_revision_id is None and not story.live:
        mend(story)
        Page.save_revision(story, user=story.owner, changed=False, clean=False)


def _was_approved_by_another(version: Revision, user: Any) -> bool:
    """A version that saves itself is written over, so only what was approved since counts."""
    approved = TaskState.objects.filter(revision=version, status="approved", finished_at__gt=version.created_at)
    return bool(approved.exclude(finished_by=None).exclude(finished_by=user).exists())


def _as_stored(story: Any) -> StoryDraft:
    """The story as it was brought in: it has no version yet."""
    stored: StoryDraft = type(story).objects.get(pk=story.pk)
    mend(stored)
    return stored


def _words_of(story: Any) -> dict[str, Any]:
    """What a person decides about a story, without the hour and without what Wagtail counts and numbers itself."""
    wagtails_own = {field.name for field in Page._meta.get_fields()} - {"title"}
    fields = story.serializable_data()
    words = {name: value for name, value in fields.items() if name not in wagtails_own | {"pk", "page_ptr"}}
    words |= {name: json.loads(words[name]) for name in ("body", "notes")}
    return {name: _without_numbers(value) for name, value in words.items()}


def _without_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        numbers = {"id"} if set(value) >= _BLOCK else _NUMBERS_OF_ROWS if "pk" in value else set()
        return {name: _without_numbers(part) for name, part in value.items() if name not in numbers}
    if isinstance(value, list):
        return [_without_numbers(part) for part in value]
    return _KEY_OF_PARAGRAPH.sub("", value) if isinstance(value, str) else value
