"""Beginning a translation at the desk."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from araz.desk.models import StoryPage
from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database


def translated_sections(newsroom: Newsroom) -> None:
    """The sections of the second language become those of the first in Wagtail's sense."""
    for of in ("az", "azb"):
        newsroom.homes[of].refresh_from_db()
    for first, second in (
        (newsroom.homes["az"], newsroom.homes["azb"]),
        (newsroom.sections["az/news"], newsroom.sections["azb/news"]),
    ):
        type(first).objects.filter(pk=second.pk).update(translation_key=first.translation_key)


def test_an_editor_begins_a_translation_and_owns_it(newsroom: Newsroom, staff: Any, client: Client):
    translated_sections(newsroom)
    source = newsroom.story(owner=staff.writer, title="Körpü")
    source.save_revision(user=staff.writer)
    sign_in(client, staff.editor)
    target = Locale.objects.get(language_code="azb")
    client.post(reverse("simple_translation:submit_page_translation", args=[source.pk]), {"locales": [target.pk]})
    translation = StoryPage.objects.get(locale=target, translation_key=source.translation_key)
    assert translation.owner == staff.editor
    assert translation.translated_from == source
    assert translation.get_parent().pk == newsroom.sections["azb/news"].pk
    assert not translation.live
    source.refresh_from_db()
    assert source.owner == staff.writer


def test_a_writer_translates_only_stories_of_his_own(newsroom: Newsroom, staff: Any, client: Client):
    translated_sections(newsroom)
    own, other = newsroom.story(owner=staff.writer), newsroom.story(owner=staff.editor)
    sign_in(client, staff.writer)
    target = Locale.objects.get(language_code="azb")
    for page in (own, other):
        client.post(reverse("simple_translation:submit_page_translation", args=[page.pk]), {"locales": [target.pk]})
    assert StoryPage.objects.filter(locale=target, translation_key=own.translation_key).exists()
    assert not StoryPage.objects.filter(locale=target, translation_key=other.translation_key).exists()
