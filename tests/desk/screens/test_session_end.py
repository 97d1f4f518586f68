"""A session ends while somebody writes, in Chromium: by autosave and by a plain form, no letter is lost."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from araz.desk.signin.codes import code_now
from araz.desk.signin.session_times import IDLE_S
from tests.desk.conftest import Newsroom
from tests.desk.signin.passing import later
from tests.desk.signin.signed_in import give_app

pytestmark = [
    pytest.mark.database,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
PASSPHRASE = "dörd gözəl yaşıl armud"


@pytest.fixture
def writer(staff: Any) -> Any:
    staff.writer.set_password(PASSPHRASE)
    staff.writer.save()
    return staff.writer


@pytest.fixture
def story(newsroom: Newsroom, writer: Any) -> Any:
    page = newsroom.story(owner=writer)
    page.save_revision(user=writer)
    return page


def sign_in_again(page: Page, account: Any) -> None:
    secret = give_app(account)
    page.get_by_label("Account", exact=True).fill(account.username)
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Code", exact=True).fill(code_now(secret))
    page.get_by_role("button", name="Open the desk").click()


def newest_headline(story: Any) -> str:
    story.refresh_from_db()
    return str(story.get_latest_revision_as_object().title)


def test_an_open_editor_says_that_the_session_ended_and_saves_after_signing_in_elsewhere(
    story: Any, writer: Any, open_screen: Any
):
    screen = open_screen(writer)
    editor = screen.open(f"/admin/pages/{story.pk}/edit/")
    screen.wait_until_the_form_is_watched()
    later(IDLE_S + 1)
    headline = editor.locator("#id_title")
    headline.click()
    editor.keyboard.press("End")
    editor.keyboard.type(": birinci")
    notice = editor.locator(".signed-out")
    expect(notice).to_contain_text("You were signed out. What you wrote is still in this page")

    with editor.context.expect_page() as opened:
        notice.get_by_role("link").click()
    sign_in_again(opened.value, writer)
    opened.value.wait_for_url("**/admin/")
    opened.value.close()
    editor.bring_to_front()

    with editor.expect_response(lambda answer: answer.url.endswith("/edit/") and answer.request.method == "POST"):
        headline.press("End")
        headline.press_sequentially(" və ikinci")
    expect(editor.locator(".signed-out")).to_have_count(0)
    expect(headline).to_have_value("Körpü açıldı: birinci və ikinci")
    editor.locator(".w-autosave-indicator__state--saved").wait_for()
    assert newest_headline(story) == "Körpü açıldı: birinci və ikinci"
    assert screen.elsewhere == []


def test_a_form_that_is_sent_after_the_end_is_saved_when_its_owner_has_signed_in(
    story: Any, writer: Any, open_screen: Any
):
    editor = open_screen(writer).open(f"/admin/pages/{story.pk}/edit/")
    later(IDLE_S + 1)
    editor.locator("#id_title").evaluate("field => { field.value = 'Körpü: “üç”\u200cdörd & <b>' }")
    editor.locator("#id_standfirst").evaluate("field => { field.value = ' iki\\n\\nsətir ' }")
    editor.locator("#page-edit-form").evaluate(
        "form => form.submit()"
    )  # without a script of the page's, as a plain form
    expect(editor.locator(".failed:visible")).to_contain_text("It is kept: sign in, then save it.")
    sign_in_again(editor, writer)
    editor.wait_for_url("**/accounts/kept/")
    editor.get_by_role("button", name="Save it now").click()
    editor.wait_for_url(f"**/admin/pages/{story.pk}/edit/")
    assert newest_headline(story) == "Körpü: “üç”\u200cdörd & <b>"
    standfirst = story.get_latest_revision_as_object().standfirst
    assert standfirst.replace("\r\n", "\n").strip() == "iki\n\nsətir"
