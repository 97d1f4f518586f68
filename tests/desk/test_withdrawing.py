"""The screen on which a story is withdrawn, and the newsroom's words on Wagtail's buttons."""

from importlib.resources import files
from io import BytesIO
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database


@pytest.fixture
def desk(client: Client, staff: Any) -> Client:
    sign_in(client, staff.publisher)
    return client


def test_the_note_is_asked_for_in_the_storys_language(newsroom: Newsroom, desk: Client):
    page = newsroom.public_story("azb/news", title="کؤرپو آچیلدی")
    shown = desk.get(reverse("wagtailadmin_pages:unpublish", args=[page.pk])).content.decode()
    assert '<textarea id="id_withdrawal_note" name="withdrawal_note" rows="4" maxlength="2000" lang="azb"' in shown
    assert "Yes, withdraw it" in shown
    assert "npublish" not in shown.replace("/unpublish/", "")


def test_readers_are_told_the_note(newsroom: Newsroom, desk: Client):
    page = newsroom.public_story()
    note = {"withdrawal_note": " Mənbə səhv etmişdi. "}
    answer = desk.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), note, follow=True)
    (row,) = newsroom.rows("withdraw")
    assert "Mənbə səhv etmişdi." in bytes(row.payload).decode()
    assert "is withdrawn. Readers are told" in answer.content.decode()


def test_a_story_is_withdrawn_without_a_note_too(newsroom: Newsroom, desk: Client):
    page = newsroom.public_story()
    desk.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert len(newsroom.rows("withdraw")) == 1


def test_the_editor_offers_to_withdraw_and_to_send_to_review(newsroom: Newsroom, desk: Client, staff: Any):
    public = newsroom.public_story(owner=staff.writer)
    shown = desk.get(reverse("wagtailadmin_pages:edit", args=[public.pk])).content.decode()
    assert "Withdraw" in shown
    assert "Unpublish" not in shown
    assert "Send to Review" in shown
    assert "moderation" not in shown


def test_the_words_are_compiled_as_they_are_written():
    folder = files("araz.desk") / "locale" / "en" / "LC_MESSAGES"
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO((folder / "django.po").read_bytes()), locale="en"))
    assert (folder / "django.mo").read_bytes() == compiled.getvalue(), "run the command at the top of django.po"
