"""Addresses of articles are not lost without a word."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from araz.desk.models import StoryPage
from tests.desk.conftest import Newsroom
from tests.desk.forms import story_form
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

STATUTE = "<h2>Maddə 1. Ad</h2><p>Bir.</p><h2>Maddə 2. Yer</h2><p>İki.</p>"


@pytest.fixture
def desk(client: Client, staff: Any) -> Client:
    sign_in(client, staff.publisher)
    return client


def said(desk: Client, page: StoryPage, text: str, action: str = "") -> str:
    """What the desk says when the page is saved with that text."""
    page.body = page.body.stream_block.to_python([{"type": "prose", "value": {"text": text, "language": ""}}])
    page.get_latest_revision_as_object = lambda: page
    answer = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), story_form(page, action), follow=True)
    return answer.content.decode()


def statute(newsroom: Newsroom, **fields: Any) -> StoryPage:
    page = newsroom.story(kind="page", **fields)
    page.body = page.body.stream_block.to_python([{"type": "prose", "value": {"text": STATUTE, "language": ""}}])
    page.save_revision().publish()
    public: StoryPage = StoryPage.objects.get(pk=page.pk)
    return public


@pytest.mark.parametrize("action", ["", "publish"])
def test_an_editor_is_told_which_known_address_a_new_text_would_lose(
    newsroom: Newsroom, desk: Client, settings: Any, action: str
):
    settings.ARAZ_APPROVAL = "one"
    answer = said(desk, statute(newsroom), STATUTE.replace("Maddə 2", "Maddə 3"), action)
    assert "has nothing there: #article-2." in answer


def test_new_words_and_new_articles_are_no_loss(newsroom: Newsroom, desk: Client):
    answer = said(desk, statute(newsroom), STATUTE.replace("Yer", "Ünvan") + "<h2>Maddə 3. Dil</h2>")
    assert "has nothing there" not in answer
