"""The editor in a browser: what it starts, keeps and shows."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from araz.desk.models import Byline
from tests.desk.conftest import Newsroom
from tests.desk.stories import prose

pytestmark = [
    pytest.mark.database,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def editor_of(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_choosers_dates_and_panels_work_without_a_script_in_the_page(newsroom: Newsroom, staff: Any, open_screen: Any):
    Byline.objects.create(name={"az": "Leyla Bulaqlı"})
    page = newsroom.story(owner=staff.writer)
    screen = open_screen(staff.administrator)
    editor = screen.open(editor_of(page))
    assert editor.locator("script:not([src]):not([type])").count() == 0

    editor.get_by_role("button", name="Add byline").click()
    editor.get_by_role("button", name="Choose byline").click()
    editor.get_by_role("link", name="Leyla Bulaqlı").click()
    editor.locator("#id_named-0-byline-title", has_text="Leyla Bulaqlı").wait_for()
    assert editor.locator("[name='named-0-byline']").input_value() == str(Byline.objects.get().pk)
    assert screen.faults == []
    assert screen.elsewhere == []


def test_a_draft_that_was_typed_and_left_is_there_afterwards(newsroom: Newsroom, staff: Any, open_screen: Any):
    page = newsroom.story("azb/news", owner=staff.writer, body=[prose("بیرینجی.")])
    page.save_revision(user=staff.writer)
    screen = open_screen(staff.writer)
    editor = screen.open(editor_of(page))
    text = editor.locator(".DraftEditor-root [contenteditable=true]").first
    text.click()
    screen.wait_until_the_form_is_watched()
    editor.keyboard.press("End")
    with editor.expect_response(lambda answer: answer.url.endswith("/edit/") and answer.request.method == "POST"):
        editor.keyboard.type(" ایکینجی.")
    editor.locator(".w-autosave-indicator__state--saved").wait_for()

    again = open_screen(staff.writer).open(editor_of(page))  # another window, another session
    expect(again.locator(".DraftEditor-root").first).to_contain_text("بیرینجی. ایکینجی.")
    assert screen.faults == []


def test_who_opens_a_story_is_told_that_another_has_it_open(newsroom: Newsroom, staff: Any, open_screen: Any):
    page = newsroom.story(owner=staff.writer)
    page.save_revision(user=staff.writer)
    open_screen(staff.writer).open(editor_of(page))
    second = open_screen(staff.administrator)
    editor = second.open(editor_of(page))
    others = editor.locator("#w-editing-sessions .w-editing-sessions__session")
    expect(others).to_have_count(1)
    others.click()
    expect(editor.locator(".tippy-box", has_text=staff.writer.username)).to_be_visible()
    assert second.faults == []
