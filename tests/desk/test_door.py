"""What comes out of the door when a page is published by Wagtail."""

import pytest

from araz.desk.models import StoryPage
from araz.edition.blocks import texts_of
from araz.edition.text import words_of
from araz.edition.upgrades import read_story
from tests.desk.conftest import Newsroom
from tests.desk.stories import prose

pytestmark = pytest.mark.database


def test_publishing_a_page_writes_exactly_one_row(newsroom: Newsroom):
    page = newsroom.story(title="Göldə su qalxdı", standfirst="Yazdan bəri.", body=[prose("Birinci.", "İkinci.")])
    assert newsroom.rows() == []

    page.save_revision().publish()

    (row,) = newsroom.rows()
    story = read_story(bytes(row.payload))
    assert (row.deed, row.subject, row.language) == ("publish", page.public_id, "az")
    assert (story.headline, story.slug) == ("Göldə su qalxdı", "golde-su-qalxdi")
    assert [words_of(text) for block in story.body for text in texts_of(block)] == ["Birinci.", "İkinci."]
    assert story.section == newsroom.sections["az/news"].public_id


def test_publishing_again_without_a_change_writes_nothing(newsroom: Newsroom):
    page = newsroom.public_story()
    page.save_revision().publish()
    assert len(newsroom.rows()) == 1


def test_a_later_publication_is_a_correction_and_tells_its_note_once(newsroom: Newsroom):
    page = newsroom.public_story()
    page.title = "Körpü bağlandı"
    page.correction_note = "Körpü açılmamışdı."
    page.save_revision().publish()
    page = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.standfirst = "Bir söz."
    page.save_revision().publish()

    rows = newsroom.rows()
    assert [row.deed for row in rows] == ["publish", "correct", "correct"]
    told = [read_story(bytes(row.payload)).corrections for row in rows]
    assert [len(corrections) for corrections in told] == [0, 1, 1]
    assert told[1][0].note[0].text == "Körpü açılmamışdı."


def test_a_draft_of_a_public_story_writes_nothing(newsroom: Newsroom):
    page = newsroom.public_story()
    page.title = "Hələ yox"
    page.save_revision()
    assert len(newsroom.rows()) == 1


def test_unpublishing_withdraws(newsroom: Newsroom):
    page = newsroom.public_story()
    page.withdrawal_note = "Mənbə səhv etmişdi."
    page.unpublish()
    rows = newsroom.rows()
    assert [row.deed for row in rows] == ["publish", "withdraw"]
    assert "Mənbə səhv etmişdi." in bytes(rows[1].payload).decode()


def test_a_withdrawn_story_that_returns_is_published_again(newsroom: Newsroom):
    page = newsroom.public_story()
    page.unpublish()
    page.save_revision().publish()
    assert [row.deed for row in newsroom.rows()] == ["publish", "withdraw", "publish"]


def test_a_section_hands_itself_over_once(newsroom: Newsroom):
    section = newsroom.sections["az/news"]
    before = len(newsroom.rows("arrange"))
    section.save()
    section.about = "Günün xəbəri."
    section.save_revision().publish()
    rows = newsroom.rows("arrange")[before:]
    assert [row.subject for row in rows] == [f"section/{section.public_id}"]
