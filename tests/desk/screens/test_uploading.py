"""Bringing pictures and documents in a browser: with scripts, without them, and inside the editor."""

import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from araz.desk.models import DeskDocument, DeskImage, StoryPage
from tests.desk.acceptance import planted
from tests.desk.conftest import Newsroom

pytestmark = [
    pytest.mark.database,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    # Wagtail leaves the closing of thumbnails to Python
    pytest.mark.filterwarnings("ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning"),
]

PHOTO: Any = {"name": "IMG_1234.jpg", "mimeType": "image/jpeg", "buffer": planted.jpeg()}
REPORT: Any = {"name": "report.pdf", "mimeType": "application/pdf", "buffer": planted.pdf()}


def look(page: Page, name: str) -> None:
    """Keep a picture of the page, where somebody asked for one."""
    if folder := os.environ.get("ARAZ_SCREENS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_one_picture_is_brought_and_its_caption_taken_over_without_scripts(
    newsroom: Newsroom, staff: Any, open_screen: Any
):
    screen = open_screen(staff.writer, java_script_enabled=False)
    page = screen.open(reverse("wagtailimages:add"))
    page.locator("#id_title").fill("Göl")
    page.locator("#id_file").set_input_files(PHOTO)
    page.locator("button[type=submit]", has_text="Upload").click()
    expect(page.locator(".found")).to_contain_text("It said where it was made")
    expect(page.locator(".found")).to_contain_text("PLANTED CAMERA")
    look(page, "found")
    assert page.locator("input[type=checkbox]:checked").count() == 0
    page.get_by_label("Take over the caption").check()
    page.locator("select[name=caption_language]").select_option("az")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("[name=caption_az]")).to_have_value("PLANTED IPTC CAPTION")
    assert screen.elsewhere == []


def test_several_pictures_are_brought_and_each_says_what_it_said(newsroom: Newsroom, staff: Any, open_screen: Any):
    screen = open_screen(staff.writer)
    page = screen.open(reverse("wagtailimages:add_multiple"))
    page.locator("#fileupload").set_input_files([PHOTO, {**PHOTO, "name": "b.png", "buffer": planted.png()}])
    expect(page.locator(".found")).to_have_count(2)
    look(page, "several")
    first = page.locator("#upload-list > li").first
    expect(first.locator("input[name$=-title]")).to_have_value("Picture " + DeskImage.objects.first().title[-4:])
    first.get_by_label("Take over the credit").check()
    first.get_by_role("button", name="Update").click()
    expect(page.locator("#upload-list > li")).to_have_count(1)
    assert DeskImage.objects.filter(credit__startswith="PLANTED IPTC BYLINE").count() == 1
    assert screen.faults == []


def test_a_document_is_brought_from_inside_a_story(newsroom: Newsroom, staff: Any, open_screen: Any):
    story = newsroom.story(owner=staff.writer)
    screen = open_screen(staff.writer)
    page = screen.open(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    page.locator("#panel-child-story-body-section button[title='Insert a block']").first.click()
    page.get_by_role("option", name="Document to take along").click()
    page.get_by_role("button", name="Choose document").click()
    modal = page.locator(".modal-body")
    modal.get_by_role("tab", name="Upload").click()
    modal.locator("input[name$=title]").fill("Hesabat")
    modal.locator("input[type=file]").set_input_files(REPORT)
    modal.get_by_role("button", name="Upload").click()
    expect(modal.locator(".found")).to_contain_text("PLANTED AUTHOR")
    look(page, "document")
    modal.get_by_role("button", name="Use this document").click()
    expect(page.locator(".chooser__title", has_text="Hesabat")).to_be_visible()
    look(page, "chosen")
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").first.click()
    latest = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert [block.value["document"] for block in latest.body if block.block_type == "file"] == [
        DeskDocument.objects.get()
    ]
    assert screen.faults == []


def test_a_picture_is_brought_from_inside_a_story(newsroom: Newsroom, staff: Any, open_screen: Any):
    story = newsroom.story(owner=staff.writer)
    screen = open_screen(staff.writer)
    page = screen.open(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    page.get_by_role("button", name="Choose an image").first.click()
    modal = page.locator(".modal-body")
    modal.get_by_role("tab", name="Upload").click()
    modal.get_by_role("textbox", name="Tags").press_sequentially("su, sü")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, context=".modal")
        assert found.violations_count == 0, f"{scheme}\n{found.generate_report()}"
    modal.locator("input[name$=title]").fill("Göl")
    modal.locator("input[type=file]").set_input_files(PHOTO)
    modal.get_by_role("button", name="Upload").click()
    expect(modal.locator(".found")).to_contain_text("PLANTED CAMERA")
    look(page, "chooser")
    modal.get_by_label("Take over the credit").check()
    modal.get_by_role("button", name="Use this picture").click()
    expect(page.locator(".modal-body")).to_have_count(0)
    assert DeskImage.objects.get().credit.startswith("PLANTED IPTC BYLINE")
    assert screen.faults == []
