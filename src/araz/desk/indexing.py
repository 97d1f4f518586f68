"""What the desk learns of stories that came by the second door, after they are there: its search, and who names whom."""

from collections.abc import Sequence
from typing import Final

from django.db import transaction
from django_tasks import task
from modelsearch.backends import get_search_backend
from wagtail.models import ReferenceIndex

from araz.desk.models.story import StoryPage

_AT_ONCE: Final = 20  # editors wait while a transaction writes; and each end of one waits for the disk


@task()
def index_stories(numbers: Sequence[int]) -> None:
    """Index the stories with these numbers of pages. Doing it again does no harm."""
    stories = list(StoryPage.objects.filter(pk__in=numbers).select_related("locale"))
    with transaction.atomic():
        get_search_backend().add_bulk(StoryPage, stories)
    for start in range(0, len(stories), _AT_ONCE):
        with transaction.atomic():
            for story in stories[start : start + _AT_ONCE]:
                ReferenceIndex.create_or_update_for_object(story)


def index_soon(numbers: Sequence[int]) -> None:
    """Have the stories indexed in the background, once the transaction has ended well."""
    listed = list(numbers)
    transaction.on_commit(lambda: index_stories.enqueue(listed))
