"""What stands on many pages: its form says what was found before it is saved."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from araz.desk.models import Byline, PaperSettings, Place, SectionPage
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

ADDRESS = "yaz@old.example"
_LOOKED = re.compile('name="looked" value="([^"]*)"')


def send(account: Any, address: str, **said: Any) -> str:
    """Send a form; return what the page says if it was not saved."""
    client = Client()
    sign_in(client, account)
    answer = client.post(address, said)
    return answer.content.decode() if answer.status_code == 200 else ""


def looked_at(page: str) -> str:
    found = _LOOKED.search(page)
    assert found
    return found[1]


def test_a_place_with_an_address_in_its_name_is_not_saved_before_that_was_told(newsroom: Newsroom, staff: Staff):
    address = reverse("wagtailsnippets_desk_place:add")
    page = send(staff.editor, address, name_az=f"Şuşa, {ADDRESS}")
    assert f"Here stands an e-mail address ({ADDRESS}). It was not saved." in page
    assert not Place.objects.exists()
    assert send(staff.editor, address, name_az=f"Şuşa, {ADDRESS}", looked=looked_at(page)) == ""
    assert Place.objects.count() == 1


def test_what_was_told_of_one_thing_does_not_let_another_pass(newsroom: Newsroom, staff: Staff):
    address = reverse("wagtailsnippets_desk_place:add")
    page = send(staff.editor, address, name_az=f"Şuşa, {ADDRESS}")
    assert "10.20.30.40" in send(staff.editor, address, name_az="Şuşa, 10.20.30.40", looked=looked_at(page))
    assert not Place.objects.exists()


def test_the_name_of_an_account_in_the_masthead_is_told_without_the_name(newsroom: Newsroom, staff: Staff):
    settings = PaperSettings.load()
    address = reverse("wagtailsettings:edit", args=["desk", "papersettings", settings.pk])
    name = staff.writer.get_username()
    page = send(staff.administrator, address, name_az="Araz", notice_az=f"Yazan: {name}")
    assert "Here stands the name of an account of the desk. It was not saved." in page
    settings.refresh_from_db()
    assert settings.notice == {}


def test_a_person_who_speaks_openly_gives_a_contact_and_no_form_minds(newsroom: Newsroom, staff: Staff):
    address = reverse("wagtailsnippets_desk_byline:add")
    assert send(staff.editor, address, kind="open", name_az="Ayla Tan", contact=ADDRESS) == ""
    assert Byline.objects.get().contact == ADDRESS


def test_a_section_says_so_too(newsroom: Newsroom, staff: Staff):
    section = newsroom.sections["az/news"]
    address = reverse("wagtailadmin_pages:edit", args=[section.pk])
    said = {"title": section.title, "about": f"Yazın: {ADDRESS}", "position": 1, "slug": section.slug}
    said |= {"action-publish": "1", "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    page = send(staff.administrator, address, **said)
    assert "It was not saved." in page
    assert SectionPage.objects.get(pk=section.pk).about == ""
    assert send(staff.administrator, address, **said, looked=looked_at(page)) == ""
    assert ADDRESS in SectionPage.objects.get(pk=section.pk).about
