"""Takes over what changed at the old site since the last import, unless it was changed here too."""

import json

from django.db import transaction

from araz.desk.imported import Arrival, Numbers
from araz.desk.models import Origin, Outbox, PublicStory, StoryByline, StoryPage, StoryTopic
from araz.desk.outbox_rows import write_row
from araz.edition.upgrades import encode


@transaction.atomic
def update(arrival: Arrival, numbers: Numbers) -> bool:
    """Bring the page up to the arrival; False if somebody has worked on it here, which then stays."""
    page = StoryPage.objects.select_for_update().filter(pk=arrival.origin.page_number).first()
    if page is None or page.latest_revision_id is not None or not _is_as_brought(arrival.origin, page):
        _remember(arrival, arrival.origin.brought)
        return False
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
    public = PublicStory.objects.filter(page_id=page.pk).first()
    _remember(arrival, public.digest if public else "")
    return True


@transaction.atomic
def give_way(arrival: Arrival) -> bool:
    """Remove a draft as it was brought, for the story that it has become; then it can come with its old date.

    False if it is public here already, or somebody has worked on it.
    """
    page = StoryPage.objects.select_for_update().filter(pk=arrival.origin.page_number).first()
    if page is None or page.live or page.latest_revision_id is not None or not _is_as_brought(arrival.origin, page):
        return False
    page.delete()
    Origin.objects.filter(pk=arrival.origin.pk).update(source="", brought="")  # whatever happens now, it comes again
    return True


@transaction.atomic
def add_comments(arrival: Arrival) -> int:
    """Hand over the comments that were not yet, if their story is public here; return how many."""
    if not PublicStory.objects.filter(page_id=arrival.origin.page_number, state="live").exists():
        return 0
    ids = [comment.id for comment in arrival.comments]
    known = set(Outbox.objects.filter(deed="comment", subject__in=ids).values_list("subject", flat=True))
    new = [comment for comment in arrival.comments if comment.id not in known]
    for comment in new:
        write_row("comment", comment.id, encode(comment), language=arrival.story.language)
    return len(new)


def _is_as_brought(origin: Origin, page: StoryPage) -> bool:
    public = PublicStory.objects.filter(page_id=page.pk).first()
    return (public.digest if public else "") == origin.brought


def _remember(arrival: Arrival, brought: str) -> None:
    """So that the same export asks no second time."""
    Origin.objects.filter(pk=arrival.origin.pk).update(source=arrival.source, brought=brought)
