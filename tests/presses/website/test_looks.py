"""Looks that a browser can measure: nothing sticks out, is cut off, or counts in another script's digits."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.newsroom.page_kinds import kinds_in
from tests.presses.website.looks import flaws

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_sticks_out_cuts_off_or_counts_in_foreign_digits(
    sample_tree: Path, sample_address: str, chromium: Browser, width
):
    page = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark", java_script_enabled=False
    ).new_page()
    found = {}
    for kind in kinds_in(sample_tree):
        page.goto(sample_address + kind.path)
        if wrong := flaws(page):
            found[kind.path] = wrong
    assert found == {}


def test_the_measure_sees_what_is_wrong(chromium: Browser):
    page = chromium.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=False).new_page()
    page.set_content(
        '<!doctype html><html lang="fa" dir="rtl"><body><p style="width:400px">دریاچه ۱۲</p>'
        '<p style="overflow:hidden;width:40px;white-space:nowrap">کتابخانه‌ای که شب باز می‌ماند</p><p>سال 2026</p>'
        '<p><bdi dir="ltr">10:30</bdi> <bdi lang="en" dir="ltr">Room 7</bdi></p></body></html>'
    )
    assert flaws(page) == [
        "the page is wider than the window",
        "p reaches out of the window",
        "p cuts its text off",
        "digits of another script in “سال 2026”",
    ]


def test_without_scripts_fonts_and_pictures_every_page_can_be_read(
    sample_tree: Path, sample_address: str, chromium: Browser
):
    """As in Tor Browser's strictest setting: only words and their style come."""
    page = chromium.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False).new_page()
    words_and_style = ("document", "stylesheet")
    page.route(
        "**/*",
        lambda route: route.continue_() if route.request.resource_type in words_and_style else route.abort(),
    )
    found = {}
    for kind in kinds_in(sample_tree):
        page.goto(sample_address + kind.path)
        if wrong := flaws(page):
            found[kind.path] = wrong
        assert page.locator("main h1, header h1").is_visible(), kind.path
        assert page.locator("main").inner_text().strip(), kind.path
        assert page.locator(".langs a").count() >= 5, kind.path
    assert found == {}


def text_at(tree: Path, begin: str, address: str) -> str:
    return (tree / address.removeprefix(begin)).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["az", "azb", "fa", "tr", "en"])
def test_a_reader_without_scripts_finds_every_story_by_links_from_the_front(
    sample_tree: Path, sample_address: str, chromium: Browser, code
):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.route("**/*", lambda route: route.continue_() if route.request.resource_type == "document" else route.abort())
    begin = f"{sample_address}{code}/"
    waiting, seen = [f"{begin}index.html"], {f"{begin}index.html"}
    while waiting:
        page.goto(waiting.pop())
        links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href.split('#')[0])")
        new = {link for link in links if link.startswith(begin) and link.endswith(".html")} - seen
        seen |= new
        waiting += sorted(new)
    stories = {
        f"{sample_address}{page.relative_to(sample_tree)}" for page in sample_tree.glob(f"{code}/20??/??/*.html")
    }
    public = {story for story in stories if "noindex" not in text_at(sample_tree, sample_address, story)}
    assert len(public) >= 5
    assert public <= seen
