"""A volume as a phone's file viewer shows it: no neighbours, no network, no scripts."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from tests.presses.volume.shelf import Shelf

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", ["with-pictures/story/aaaaaaaa", "day/azb/2026-11-24", "month/az/2026-11"])
def test_a_volume_opens_alone_with_its_pictures_and_style(shelf: Shelf, tmp_path: Path, chromium: Browser, page: str):
    folder = tmp_path / "card"
    folder.mkdir()
    file = folder / "volume.html"
    file.write_text(shelf.all()[page], encoding="utf-8")
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False, offline=True)
    shown = context.new_page()
    asked: list[str] = []
    troubles: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith("data:"):
            asked.append(request.url)

    shown.on("request", note)
    shown.on("console", lambda message: troubles.append(message.text))
    shown.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert troubles == []
    body = shown.locator("body")
    assert body.evaluate("element => getComputedStyle(element).backgroundColor") == "rgb(253, 253, 251)"
    assert shown.locator("html").evaluate("element => element.scrollWidth") <= 360
    pictures = shown.locator("img")
    assert pictures.count() > 0 if page.startswith("with-pictures/story") else True
    assert all(
        picture.evaluate("element => element.complete && element.naturalWidth > 0") for picture in pictures.all()
    )
    context.close()
    shutil.rmtree(folder)
