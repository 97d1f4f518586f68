"""What the desk finds, and what finding costs."""

from typing import Any

import pytest
from wagtail.search import index

from araz.desk.models import StoryPage
from tests.desk.conftest import Newsroom

pytestmark = pytest.mark.database


def test_a_story_is_found_by_words_of_its_text(newsroom: Newsroom):
    page = newsroom.story(title="Göldə su qalxdı", standfirst="Yazdan bəri yağır.")
    index.insert_or_update_object(page)
    assert [found.pk for found in StoryPage.objects.all().search("yağır")] == [page.pk]


def test_one_more_story_does_not_look_at_the_others(newsroom: Newsroom, django_assert_max_num_queries: Any):
    page = newsroom.story()
    with django_assert_max_num_queries(8) as asked:
        index.insert_or_update_object(page)
    assert not [query for query in asked.captured_queries if "AVG(" in query["sql"]]
