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
