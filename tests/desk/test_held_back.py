"""“Held back”: the desk says where something was found, and those who may let it out."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from araz.desk import held_back
from araz.desk.audit.models import AuditLine
from araz.desk.models import HeldBack, StoryPage, Waiver
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

ADDRESS, WORD = "a" * 32, "b" * 32


def client_of(account: Any) -> Client:
    client = Client()
    sign_in(client, account)
    return client


@pytest.fixture
def story(newsroom: Newsroom, staff: Staff) -> StoryPage:
    page = newsroom.public_story(title="Körpü", owner=staff.writer)
    found = [("block 3", "e-mail", ADDRESS), ("headline", "word", WORD)]
    held_back.tell({page.public_id: found, "az/index.html": [("page", "account", "c" * 32)]})
    return page


def listed(account: Any) -> str:
    return client_of(account).get(reverse("desk_held_back")).content.decode()


def waive(account: Any, subject: str, *digests: str) -> None:
    answer = client_of(account).post(reverse("desk_waive"), {"subject": subject, "digest": digests})
    assert answer.status_code == 302


def waived() -> set[str]:
    return set(Waiver.objects.values_list("digest", flat=True))


def test_an_editor_reads_where_and_what_sort_of_thing_was_found(story: StoryPage, staff: Staff):
    page = listed(staff.editor)
    assert "Körpü" in page
    assert "an e-mail address, in paragraph or block 3 of the text" in page
    assert "a word of the list of words that must never appear, in the headline" in page
    assert "az/index.html" in page


def test_a_writer_reads_of_own_stories_only(story: StoryPage, staff: Staff, newsroom: Newsroom):
    other = newsroom.public_story(title="Qar", owner=staff.editor)
    held_back.tell({story.public_id: [("headline", "word", WORD)], other.public_id: [("headline", "word", "d" * 32)]})
    page = listed(staff.writer)
    assert "Körpü" in page
    assert "Qar" not in page


def test_an_editor_lets_out_an_address_and_it_is_noted(story: StoryPage, staff: Staff):
    waive(staff.editor, story.public_id, ADDRESS)
    assert waived() == {ADDRESS}
    line = AuditLine.objects.order_by("-pk").first()
    assert line is not None
    assert story.public_id in str(vars(line))


def test_only_an_administrator_lets_out_a_word_of_the_list(story: StoryPage, staff: Staff):
    for account in (staff.writer, staff.editor, staff.publisher):
        waive(account, story.public_id, WORD)
    assert waived() == set()
    waive(staff.administrator, story.public_id, WORD)
    assert waived() == {WORD}


def test_a_writer_lets_out_nothing_and_an_editor_nothing_of_the_paper(story: StoryPage, staff: Staff):
    waive(staff.writer, story.public_id, ADDRESS)
    waive(staff.editor, "az/index.html", "c" * 32)
    assert waived() == set()


def test_nothing_is_let_out_that_was_not_found(story: StoryPage, staff: Staff):
    waive(staff.administrator, story.public_id, "e" * 32)
    waive(staff.administrator, "k3v9q2aa", ADDRESS)
    assert waived() == set()


def test_the_editor_of_a_held_story_says_so(story: StoryPage, staff: Staff):
    page = client_of(staff.editor).get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "This story is held back." in page
    assert "an e-mail address, in paragraph or block 3 of the text" in page


def test_what_is_in_order_again_is_no_longer_listed(story: StoryPage, staff: Staff):
    held_back.tell({})
    assert not HeldBack.objects.exists()
    assert "Nothing is held back." in listed(staff.editor)
    assert "Held back" not in client_of(staff.editor).get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_says_when_nobody_has_opened_the_words(newsroom: Newsroom, staff: Staff):
    held_back.tell({}, words_checked=False)
    assert "Words are not checked" in listed(staff.editor)
    held_back.tell({}, words_checked=True)
    assert "Words are not checked" not in listed(staff.editor)
