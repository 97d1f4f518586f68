"""The last part of a story's address: chosen once, at the first publication."""

import re
from typing import Final

from araz.desk.models.draft import StoryDraft
from araz.desk.models.outbox import PublicStory
from araz.desk.refused import refusal
from araz.language.slugs import MAX_LENGTH, is_reserved, slug

FIXED_ADDRESS: Final = "Readers know this story as “{slug}”; its address can't change any more. Put that name back."
_FORM: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def why_not(address: str) -> str:
    """Say why the word can't stand in an address, and what to do; empty if it can."""
    if len(address) > MAX_LENGTH:
        return f"The name in the address has {len(address)} letters; {MAX_LENGTH} are the most. Shorten it."
    if not _FORM.fullmatch(address):
        return "The name in the address has small Latin letters, digits and single hyphens only: “river-in-spring”."
    if is_reserved(address):
        return f"“{address}” is kept for another page, or names a device on Windows. Add a word."
    return ""


def address_for(page: StoryDraft, month: str) -> str:
    """Return the address that the story gets in that month. Raises ValidationError if the chosen one can't be had."""
    if page.address:
        return _chosen(page, month)
    wanted = slug(page.title, page.language)
    free, count = wanted, 1
    while _is_taken(page, month, free):
        count += 1
        free = f"{wanted[: MAX_LENGTH - 1 - len(str(count))].strip('-')}-{count}"
    return free


def _chosen(page: StoryDraft, month: str) -> str:
    reason = why_not(page.address)
    if reason:
        raise refusal(reason, field="address")
    if _is_taken(page, month, page.address):
        raise refusal(
            f"Another story of {month} has the address “{page.address}”. Choose another, or leave the field empty.",
            field="address",
        )
    return page.address


def _is_taken(page: StoryDraft, month: str, address: str) -> bool:
    others = PublicStory.objects.exclude(page_id=page.pk)
    return others.filter(language=page.language, month=month, slug=address).exists()
