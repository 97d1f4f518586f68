"""Each text of the editor runs in the direction of its own language."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, expect

from tests.desk.conftest import Newsroom
from tests.desk.stories import prose

pytestmark = [
    pytest.mark.database,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

QUOTE = (
    "quote",
    {"words": "<p>پل باز شد.</p>", "language": "fa", "source": "", "original": "", "original_language": ""},
)


def rich(editor: Any, name: str) -> Locator:
    """The editor of a rich text, by the name of its field."""
    found: Locator = editor.locator(f"[data-streamfield-widget]:has(> input[name='{name}']) .DraftEditor-root")
    return found


def flow(text: Locator) -> tuple[str, str]:
    """Direction and alignment as the browser lays the text out."""
    found: list[str] = text.evaluate("it => [getComputedStyle(it).direction, getComputedStyle(it).textAlign]")
    return found[0], found[1]


def test_every_field_of_a_story_runs_as_its_language_does(newsroom: Newsroom, staff: Any, open_screen: Any):
    for section, language, direction in (("az/news", "az", "ltr"), ("azb/news", "azb", "rtl")):
        page = newsroom.story(section, owner=staff.writer, title="2026 ARAZ", standfirst="A", body=[prose("Araz 12")])
        editor = open_screen(staff.administrator).open(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert editor.locator("html").get_attribute("dir") == "ltr", "the desk itself speaks English"
        for name in ("title", "standfirst", "picture_alt", "picture_caption", "correction_note"):
            field = editor.locator(f"[name='{name}']")
            assert (field.get_attribute("lang"), field.get_attribute("dir")) == (language, direction), name
        assert editor.locator("[name='address']").get_attribute("dir") == "ltr"
        text = rich(editor, "body-0-value-text")
        expect(text).to_have_attribute("lang", language)
        expect(text).to_have_attribute("dir", direction)
        paragraph = text.locator(".public-DraftStyleDefault-block")
        assert flow(paragraph) == (direction, "right" if direction == "rtl" else "left"), "not as its first letter"


def test_a_quotation_in_persian_runs_from_right_to_left_in_a_story_that_does_not(
    newsroom: Newsroom, staff: Any, open_screen: Any
):
    page = newsroom.story(owner=staff.writer, body=[prose("Çay."), QUOTE])
    editor = open_screen(staff.administrator).open(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert flow(rich(editor, "body-0-value-text"))[0] == "ltr"
    words = rich(editor, "body-1-value-words")
    expect(words).to_have_attribute("lang", "fa")
    assert flow(words)[0] == "rtl"


def test_a_block_follows_its_choice_of_language_at_once(newsroom: Newsroom, staff: Any, open_screen: Any):
    page = newsroom.story(owner=staff.writer, body=[QUOTE])
    editor = open_screen(staff.administrator).open(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    editor.select_option("[name='body-0-value-language']", "tr")
    expect(rich(editor, "body-0-value-words")).to_have_attribute("dir", "ltr")
    editor.select_option("[name='body-0-value-original_language']", "azb")
    expect(rich(editor, "body-0-value-original")).to_have_attribute("lang", "azb")
    expect(rich(editor, "body-0-value-original")).to_have_attribute("dir", "rtl")
    expect(rich(editor, "body-0-value-words")).to_have_attribute("lang", "tr")


def test_a_new_block_and_a_new_story_have_their_direction_from_the_start(
    newsroom: Newsroom, staff: Any, open_screen: Any
):
    section = newsroom.sections["azb/news"]
    screen = open_screen(staff.writer)
    editor = screen.open(reverse("wagtailadmin_pages:add", args=["desk", "storypage", section.pk]))
    assert editor.locator("[name='title']").get_attribute("dir") == "rtl"
    editor.locator("#panel-child-story-body-section button[title='Insert a block']").first.click()
    editor.get_by_role("option", name="Text").first.click()
    expect(rich(editor, "body-0-value-text")).to_have_attribute("dir", "rtl")
    assert screen.faults == []
