"""When a session ends, what keeps it up, and what becomes of a form that was open."""

import re
from html import unescape
from typing import Any, Final

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from araz.desk.signin.codes import code_now
from araz.desk.signin.ended import SENT_AGAIN
from araz.desk.signin.factors import begin_anew
from araz.desk.signin.links import make_link
from araz.desk.signin.own_sessions import sessions_of
from araz.desk.signin.session_times import IDLE_S, LONGEST_S
from tests.desk.conftest import Newsroom, Staff
from tests.desk.forms import story_form
from tests.desk.signin.passing import later
from tests.desk.signin.signed_in import enrol_with_app, give_app, secret_on, sign_in

pytestmark = pytest.mark.database
PASSPHRASE: Final = "dörd gözəl yaşıl armud"
_HIDDEN: Final = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def writer(staff: Staff) -> Client:
    client = Client()
    sign_in(client, staff.writer)
    return client


def rows() -> list[dict[str, Any]]:
    return [row.get_decoded() for row in Session.objects.all()]


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def test_a_session_ends_after_half_an_hour_in_which_nobody_did_anything(writer: Client):
    later(IDLE_S - 120)
    assert is_in(writer), "which is a doing"
    later(IDLE_S - 120)
    assert is_in(writer)
    later(IDLE_S + 1)
    assert not is_in(writer)


def test_a_session_ends_eight_hours_after_signing_in_whatever_is_done(writer: Client):
    for _ in range(LONGEST_S // (IDLE_S - 300)):
        assert is_in(writer)
        later(IDLE_S - 300)
    assert is_in(writer), "not quite eight hours"
    later(IDLE_S - 300)
    assert not is_in(writer)


def test_what_a_page_asks_for_by_itself_keeps_no_session_up(newsroom: Newsroom, staff: Staff, writer: Client):
    page = newsroom.story(owner=staff.writer)
    later(IDLE_S - 120)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    ping = reverse("wagtailadmin_editing_sessions:ping", args=["desk", "storypage", page.pk, 1])
    for path in (ping, preview):
        assert writer.post(path).status_code == 200
    later(180)
    assert not is_in(writer)


def test_autosave_keeps_a_session_up(newsroom: Newsroom, staff: Staff, writer: Client):
    page = newsroom.story(owner=staff.writer)
    page.save_revision(user=staff.writer)
    later(IDLE_S - 120)
    assert autosave(writer, page, "Yeni").json()["success"]
    later(180)
    assert is_in(writer)


def test_a_session_row_holds_no_address_no_browser_and_no_second(staff: Staff):
    client = Client(headers={"User-Agent": "Brauzer/7.5"}, REMOTE_ADDR="203.0.113.9")
    sign_in(client, staff.writer)
    client.get("/admin/")
    text = repr(rows())
    assert "203.0.113" not in text
    assert "Brauzer" not in text
    assert not [number for number in _numbers(rows()) if number > 10**9 and number % 60]
    assert all(row.expire_date.second == 0 for row in Session.objects.all())


def _numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for each in value.values() for number in _numbers(each)]
    if isinstance(value, list):
        return [number for each in value for number in _numbers(each)]
    return [value] if isinstance(value, int | float) else []


def test_signing_in_gives_a_new_session_so_that_one_put_under_somebody_opens_nothing(staff: Staff):
    client = Client()
    enrol_with_app(Client(), staff.writer, PASSPHRASE)
    client.post("/accounts/login/", {"login": staff.writer.username, "password": PASSPHRASE})
    before = client.cookies["desk"].value
    thief = Client()
    thief.cookies["desk"] = before
    sign_in(client, staff.writer)
    assert client.cookies["desk"].value != before
    assert not is_in(thief)


def test_the_session_changes_again_when_the_second_factor_is_set_up(staff: Staff):
    client, thief = Client(), Client()
    client.post(make_link(staff.writer))
    client.post("/accounts/passphrase/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    thief.cookies["desk"] = client.cookies["desk"].value
    assert thief.get("/accounts/app/").status_code == 200, "which is the session of setting up"
    secret = secret_on(client.get("/accounts/app/"))
    client.post("/accounts/app/", {"code": code_now(secret)})
    assert is_in(client)
    assert not is_in(thief)


def test_nothing_of_a_form_is_kept_while_somebody_says_once_more_who_it_is(staff: Staff):
    client = Client(headers={"User-Agent": "Brauzer/7.5"}, REMOTE_ADDR="203.0.113.9")
    sign_in_again(client, with_passphrase(staff.writer), "/")
    sent = client.post("/accounts/passphrase/", {"passphrase": "yavaş axan çay", "again": "yavaş axan çay"})
    assert sent["Location"] == "/accounts/confirm/?next=%2Faccounts%2Fpassphrase%2F"
    assert not [word for word in ("axan", "%C3%A7ay", "Brauzer", "203.0.113") if word in repr(rows())]
    assert "then write it again" in client.get(sent["Location"]).content.decode()
    assert client.post(sent["Location"], {"password": PASSPHRASE})["Location"] == "/accounts/passphrase/"


# One's own sessions


def test_own_sessions_are_listed_by_the_hour_and_one_can_be_ended(staff: Staff, writer: Client):
    other, stranger = Client(), Client()
    sign_in(other, staff.writer)
    sign_in(stranger, staff.editor)
    page = writer.get("/accounts/sessions/").content.decode()
    assert page.count("Begun ") == 2
    assert page.count("this one") == 1
    assert ":00 " in page
    handle = next(each.handle for each in sessions_of(staff.writer, writer.session.session_key) if not each.is_this)
    stranger.post("/accounts/sessions/", {"session": handle})
    assert is_in(other), "nobody ends somebody else's"
    writer.post("/accounts/sessions/", {"session": handle})
    assert (is_in(writer), is_in(other), is_in(stranger)) == (True, False, True)


def test_signing_out_everywhere_ends_all_of_ones_sessions(staff: Staff, writer: Client):
    other, stranger = Client(), Client()
    sign_in(other, staff.writer)
    sign_in(stranger, staff.editor)
    assert writer.post("/accounts/sessions/", {"everywhere": "yes"})["Location"] == "/accounts/login/"
    assert (is_in(writer), is_in(other), is_in(stranger)) == (False, False, True)
    assert len([content for content in rows() if content.get(SESSION_KEY) == str(staff.writer.pk)]) == 0


def test_signing_out_everywhere_ends_what_is_half_way_too(staff: Staff):
    account = with_passphrase(staff.writer)
    secret = give_app(account)
    thief = Client()
    thief.post("/accounts/login/", {"login": account.username, "password": PASSPHRASE})
    assert thief.get("/accounts/login/second-factor/").status_code == 200
    owner = Client()
    owner.post(make_link(account))
    owner.post("/accounts/login/second-factor/", {"code": code_now(secret)})
    owner.post("/accounts/sessions/", {"everywhere": "yes"})
    assert thief.get("/accounts/login/second-factor/")["Location"] == "/accounts/login/"


@pytest.mark.parametrize("path", ["/accounts/logout/", "/admin/logout/", "/accounts/sessions/"])
def test_nobody_is_signed_out_by_a_form_on_another_page(staff: Staff, path: str):
    client = Client(enforce_csrf_checks=True)
    helper = Client()
    sign_in(helper, staff.writer)
    client.cookies = helper.cookies
    assert client.post(path, {"everywhere": "yes"}).status_code == 403
    client.get(path)
    assert is_in(client), "nor by an address in a picture"


def test_closing_an_account_ends_its_sessions(staff: Staff, writer: Client):
    chief = Client()
    sign_in(chief, staff.administrator)
    chief.post(reverse("wagtailusers_users:edit", args=[staff.writer.pk]), {"role": "writer"})
    assert not is_in(writer)
    assert len([content for content in rows() if content.get(SESSION_KEY) == str(staff.writer.pk)]) == 0


def test_beginning_anew_leaves_no_row_of_a_session(staff: Staff, writer: Client):
    begin_anew(staff.writer)
    assert rows() == []


@pytest.mark.parametrize("end", ["sign out", "by time"])
def test_what_the_desk_still_had_to_say_is_told_to_nobody_else(staff: Staff, end: str):
    browser = Client()
    sign_in(browser, staff.administrator)
    browser.post(reverse("wagtailusers_users:add"), {"role": "writer"})
    assert "messages" in browser.cookies, "that the account is made, which nobody has looked at yet"
    if end == "sign out":
        browser.post("/accounts/logout/")
        assert browser.cookies["messages"].value == ""
    else:
        later(IDLE_S + 1)
    sign_in(browser, staff.writer)
    assert "is made" not in browser.get("/admin/").content.decode()


# A form that was open


def autosave(client: Client, page: Any, headline: str) -> Any:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, story_form(page, title=headline), headers={"Accept": "application/json"})


@pytest.fixture
def draft(newsroom: Newsroom, staff: Staff) -> Any:
    page = newsroom.story(owner=staff.writer)
    page.save_revision(user=staff.writer)
    return page


def headline_of(page: Any) -> str:
    page.refresh_from_db()
    return str(page.get_latest_revision_as_object().title)


def sign_in_again(client: Client, account: Any, goal: str) -> Any:
    """With passphrase and code, as the page of signing in leads; returns where it led in the end."""
    secret = give_app(account)
    client.post("/accounts/login/?" + goal.partition("?")[2], {"login": account.username, "password": PASSPHRASE})
    return client.post("/accounts/login/second-factor/", {"code": code_now(secret)})


def with_passphrase(account: Any) -> Any:
    account.set_password(PASSPHRASE)
    account.save()
    return account


def test_autosave_is_told_in_a_sentence_that_the_session_ended(draft: Any, writer: Client):
    later(IDLE_S + 1)
    told = autosave(writer, draft, "Yeni")
    assert told.status_code == 403
    assert "What you wrote is still in this page." in told.json()["error_message"]
    assert headline_of(draft) != "Yeni"


def test_a_form_that_is_sent_too_late_is_kept_and_saved_after_signing_in(staff: Staff, draft: Any):
    writer, account = Client(), with_passphrase(staff.writer)
    sign_in(writer, account)
    later(IDLE_S + 1)
    text = 'Körpü “yenə” açıldı & <b>qaldı</b>\u200c "sonra"'
    form = story_form(draft, title=text)
    sent = writer.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form)
    assert sent["Location"] == "/accounts/login/?next=%2Faccounts%2Fkept%2F"
    assert "It is kept: sign in, then save it." in writer.get(sent["Location"]).content.decode()
    assert sign_in_again(writer, account, sent["Location"])["Location"] == "/accounts/kept/"
    page = writer.get("/accounts/kept/")
    assert "no-store" in page["Cache-Control"]
    fields = {unescape(name): unescape(value) for name, value in _HIDDEN.findall(page.content.decode())}
    fields.pop("csrfmiddlewaretoken", "")
    assert fields == form
    assert headline_of(draft) != text, "nothing was done with it yet"
    writer.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), {**fields, SENT_AGAIN: "yes"})
    assert headline_of(draft) == text
    assert writer.get("/accounts/kept/")["Location"] == "/admin/", "it is kept no longer"


@pytest.mark.parametrize("path", ["/accounts/passphrase/", "/accounts/confirm/", "/accounts/confirm/code/"])
def test_passphrases_and_codes_that_are_sent_too_late_are_kept_nowhere(writer: Client, path: str):
    later(IDLE_S + 1)
    writer.post(path, {"passphrase": PASSPHRASE, "again": PASSPHRASE, "password": PASSPHRASE, "code": "123456"})
    assert not [content for content in rows() if "sealed" in content]
    assert "sealed" not in writer.cookies


def test_what_is_kept_can_be_read_neither_from_the_database_nor_without_the_browser(staff: Staff, draft: Any):
    writer, account = Client(), with_passphrase(staff.writer)
    sign_in(writer, account)
    later(IDLE_S + 1)
    sent = writer.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), story_form(draft, title="Vulkanizator"))
    assert "Vulkanizator" not in repr(rows())
    sign_in_again(writer, account, sent["Location"])
    del writer.cookies["sealed"]
    assert writer.get("/accounts/kept/")["Location"] == "/admin/"


def test_another_account_in_the_same_browser_does_not_get_what_was_kept(staff: Staff, draft: Any):
    browser, other = Client(), with_passphrase(staff.editor)
    sign_in(browser, with_passphrase(staff.writer))
    later(IDLE_S + 1)
    sent = browser.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), story_form(draft, title="Yeni"))
    sign_in_again(browser, other, sent["Location"])
    assert browser.get("/accounts/kept/")["Location"] == "/admin/"
    assert not [content for content in rows() if "sealed" in content]


def test_what_was_kept_is_thrown_away_when_its_owner_says_so(staff: Staff, draft: Any):
    writer, account = Client(), with_passphrase(staff.writer)
    sign_in(writer, account)
    later(IDLE_S + 1)
    sent = writer.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), story_form(draft, title="Yeni"))
    sign_in_again(writer, account, sent["Location"])
    writer.post("/accounts/kept/")
    assert not [content for content in rows() if "sealed" in content]


def test_a_session_that_was_ended_on_purpose_keeps_nothing(staff: Staff, writer: Client, draft: Any):
    begin_anew(staff.writer)
    sent = writer.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), story_form(draft, title="Yeni"))
    assert sent["Location"] == "/accounts/login/"
    assert rows() == []


def test_strangers_cannot_have_anything_kept(client: Client, draft: Any):
    client.cookies["desk"] = "a" * 32
    client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), story_form(draft, title="Yeni"))
    assert rows() == []


@pytest.mark.parametrize("is_same", [True, False])
def test_pages_that_were_open_can_be_sent_after_signing_in_again_by_the_same_account_only(
    staff: Staff, draft: Any, is_same: bool
):
    writer = Client(enforce_csrf_checks=True)
    helper = Client()
    account = with_passphrase(staff.writer)
    sign_in(helper, account)
    writer.cookies = helper.cookies
    token = _TOKEN.search(writer.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode())
    assert token
    later(IDLE_S + 1)
    writer.get("/accounts/login/")
    writer.handler.enforce_csrf_checks = False
    sign_in_again(writer, account if is_same else with_passphrase(staff.administrator), "/")
    writer.handler.enforce_csrf_checks = True
    form = story_form(draft, title="Yeni") | {"csrfmiddlewaretoken": token[1]}
    answer = writer.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form)
    assert (answer.status_code, headline_of(draft) == "Yeni") == ((302, True) if is_same else (403, False))


def test_a_page_that_another_account_left_open_says_what_to_do_with_its_text(staff: Staff, draft: Any):
    client = Client(enforce_csrf_checks=True)
    helper = Client()
    sign_in(helper, staff.administrator)
    client.cookies = helper.cookies
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    page = client.post(address, story_form(draft, title="Yeni"))
    assert (page.status_code, headline_of(draft) == "Yeni") == (403, False)
    assert "Copy what you wrote" in page.content.decode()
    told = client.post(address, story_form(draft, title="Yeni"), headers={"Accept": "application/json"})
    assert "Copy what you wrote" in told.json()["error_message"]
