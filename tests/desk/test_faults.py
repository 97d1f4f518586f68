"""What stands in place of a page that can't be shown: a sentence of the desk's own, for whoever comes and in any browser."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database
PERSIAN = {"Accept-Language": "fa"}  # in which Wagtail speaks, and the desk's own words are not written yet


def page(answer: Any) -> str:
    text: str = answer.content.decode()
    assert '<html lang="en" dir="ltr">' in text, "an English sentence runs as English does"
    assert "Wagtail" not in text
    assert "desk/signin.css" in text
    return text


@pytest.mark.parametrize("path", ["/nowhere", "/accounts/signup/", "/admin/documents/"])
def test_an_address_with_nothing_behind_it_leads_back_to_the_desk(client: Client, staff: Staff, path: str):
    for _ in ("a stranger", "an administrator"):
        answer = client.get(path, headers=PERSIAN)
        if answer.status_code != 302:  # strangers are asked to sign in where they could see something
            assert answer.status_code == 404
            assert "The address is wrong" in page(answer)
            assert 'href="/admin/"' in page(answer)
        sign_in(client, staff.administrator)


def test_a_fault_of_the_desk_says_to_look_what_was_saved(client: Client, staff: Staff):
    client.raise_request_exception = False
    sign_in(client, staff.administrator)
    answer = client.get("/admin/failwhale/", headers=PERSIAN)
    assert answer.status_code == 500
    assert "Look whether what you did was saved" in page(answer)


def test_what_the_account_may_not_do_is_refused_with_a_sentence(client: Client, staff: Staff):
    sign_in(client, staff.writer)
    answer = client.get("/admin/deeds/", headers={**PERSIAN, "X-Requested-With": "XMLHttpRequest"})
    assert answer.status_code == 403
    assert "Your account may not open this page" in page(answer)


def test_a_form_that_nobody_could_have_filled_in_is_refused_with_a_sentence(client: Client, staff: Staff):
    many = {f"a{number}": "" for number in range((settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0) + 1)}
    answer = client.post("/accounts/login/", many, headers=PERSIAN)
    assert answer.status_code == 400
    assert "Nothing was saved" in page(answer)


@pytest.mark.parametrize("view", ["edit", "copy", "add"])
def test_a_form_that_came_without_its_fields_is_refused_with_a_sentence(
    client: Client, newsroom: Newsroom, staff: Staff, view: str
):
    sign_in(client, staff.administrator)
    story, section = newsroom.public_story(), newsroom.sections["az/news"]
    about = ["desk", "storypage", section.pk] if view == "add" else [story.pk]
    answer = client.post(reverse(f"wagtailadmin_pages:{view}", args=about), {"title": "a"}, headers=PERSIAN)
    assert answer.status_code == 400
    assert "Nothing was saved" in page(answer)
    assert not story.revisions.filter(user=staff.administrator).exists()


def test_a_form_of_an_older_session_is_refused_in_the_desks_own_direction(staff: Staff):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/admin/pages/1/edit/", {"title": "a"}, headers=PERSIAN)
    assert answer.status_code == 403
    assert "Copy what you wrote" in page(answer)


def test_what_was_to_be_said_on_the_next_page_is_not_used_up_by_a_fault(client: Client, staff: Staff):
    sign_in(client, staff.administrator)
    client.get("/admin/")
    client.post("/admin/erasing/", {"kind": "word", "what": "Bulaqlı"})
    client.get("/nowhere")
    assert "Another administrator has to agree now." in client.get("/admin/erasing/").content.decode()
