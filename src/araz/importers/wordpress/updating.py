"""Takes over what changed at the old site since the last import, unless it was changed here too."""

import json
from datetime import datetime
from typing import Final, Literal

from django.db import transaction

from araz.desk.imported import Arrival, Numbers
from araz.desk.models import Origin, Outbox, PublicStory, StoryByline, StoryPage, StoryTopic
from araz.desk.outbox_rows import write_row
from araz.edition.comments import Comment
from araz.edition.upgrades import encode

_VERSION: Final = "version/"  # in `Origin.brought`, with its number: the page's only version is the import's own

Outcome = Literal[
    "updated",
    "changed here",  # too: it stays as it is here
    "still public",  # here, and no longer there: it stays as it is here
]


def outcome_of(origin: Origin, *, is_public: bool) -> Outcome:
    """Say what becomes of a story that is here, if it changed at the old site and is public there or not."""
    page = StoryPage.objects.filter(pk=origin.page_number).first()
    if page is None or not _is_as_brought(origin, page):
        return "changed here"
    return "still public" if page.live and not is_public else "updated"


def gives_way(origin: Origin) -> bool:
    """Whether a story is here as a draft that nobody has worked on, for which a public one may come with its old date."""
    page = StoryPage.objects.filter(pk=origin.page_number).first()
    return page is not None and not page.live and _is_as_brought(origin, page) and not _was_public(page)


@transaction.atomic
def update(arrival: Arrival, numbers: Numbers) -> Outcome:
    """Bring the page up to the arrival, if nothing speaks against it."""
    page = StoryPage.objects.select_for_update().filter(pk=arrival.origin.page_number).first()
    outcome = outcome_of(arrival.origin, is_public=arrival.is_public)
    if outcome == "changed here":
        _remember(arrival, arrival.origin.brought)
    if page is None or outcome != "updated":
        return outcome
    story = arrival.story
    page.title = page.draft_title = story.headline
    page.standfirst, page.kind, page.valid_until = story.standfirst, story.kind, story.valid_until
    page.body, page.notes = json.dumps(arrival.body), json.dumps(arrival.notes)
    page.picture_id = arrival.picture
    page.picture_alt = story.picture.alt if story.picture else ""
    page.old_addresses = list(dict.fromkeys([*page.old_addresses, *story.old_addresses]))
    page.named = [StoryByline(byline_id=numbers.bylines[byline]) for byline in story.bylines]
    page.about = [StoryTopic(topic_id=numbers.topics[topic]) for topic in story.topics]
    page.save()
    if page.latest_revision_id is not None:  # it was scheduled: what is in its version is what is published
        _remember(arrival, _publish_version(page))
        return outcome
    public = PublicStory.objects.filter(page_id=page.pk).first()
    _remember(arrival, public.digest if public else "")
    return outcome


@transaction.atomic
def give_way(arrival: Arrival) -> bool:
    """Remove a draft as it was brought, for the story that it has become; then it can come with its old date.

    False if it is public here already, or somebody has worked on it.
    """
    page = StoryPage.objects.select_for_update().filter(pk=arrival.origin.page_number).first()
    if page is None or not gives_way(arrival.origin):
        return False
    page.delete()
    Origin.objects.filter(pk=arrival.origin.pk).update(source="", brought="")  # whatever happens now, it comes again
    return True


@transaction.atomic
def schedule(number: int, moment: datetime) -> None:
    """Have a story published at a moment that is to come, unless somebody has decided otherwise here."""
    page = StoryPage.objects.select_for_update().filter(pk=number, live=False).first()
    origin = Origin.objects.filter(page_number=number).first()
    if page is None or origin is None or page.go_live_at == moment or not _is_as_brought(origin, page):
        return
    page.go_live_at = moment
    Origin.objects.filter(pk=origin.pk).update(brought=_publish_version(page))


def comments_to_come(origin: Origin, comments: tuple[Comment, ...]) -> list[Comment]:
    """Return the comments that were not handed over yet, if their story is public here."""
    if not comments or not PublicStory.objects.filter(page_id=origin.page_number, state="live").exists():
        return []
    ids = [comment.id for comment in comments]
    known = set(Outbox.objects.filter(deed="comment", subject__in=ids).values_list("subject", flat=True))
    return [comment for comment in comments if comment.id not in known]


@transaction.atomic
def add_comments(arrival: Arrival) -> int:
    """Hand over the comments that were not yet; return how many."""
    new = comments_to_come(arrival.origin, arrival.comments)
    for comment in new:
        write_row("comment", comment.id, encode(comment), language=arrival.story.language)
    return len(new)


def _publish_version(page: StoryPage) -> str:
    """Publish the page as it is, at once or when its moment comes; return how that is remembered."""
    version = page.save_revision(clean=False)
    version.publish()
    return f"{_VERSION}{version.pk}"


def _is_as_brought(origin: Origin, page: StoryPage) -> bool:
    if page.latest_revision_id is not None:
        return bool(origin.brought == f"{_VERSION}{page.latest_revision_id}")
    public = PublicStory.objects.filter(page_id=page.pk).first()
    return (public.digest if public else "") == origin.brought


def _was_public(page: StoryPage) -> bool:
    return bool(PublicStory.objects.filter(page_id=page.pk).exists())


def _remember(arrival: Arrival, brought: str) -> None:
    """So that the same export asks no second time."""
    Origin.objects.filter(pk=arrival.origin.pk).update(source=arrival.source, brought=brought)
