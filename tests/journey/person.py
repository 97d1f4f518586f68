"""Somebody at the desk, who does with a browser what people do."""

import base64
import hmac
import re
import time
from pathlib import Path
from typing import Final
from urllib.parse import quote

from playwright.sync_api import Browser, Page

WAIT_MS: Final = 60_000
PASSPHRASE: Final = "uzun yol boyu qovaqlar"


def code_of_app(key: str) -> str:
    """What an authenticator app shows now (RFC 6238), written down apart from the desk that checks it."""
    secret = base64.b32decode(key.replace(" ", ""))
    digest = hmac.digest(secret, int(time.time() // 30).to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


class Person:
    """One browser of one person. All that it asks for, and all it complains of, is kept."""

    def __init__(self, browser: Browser, desk: str) -> None:
        self._context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(WAIT_MS)
        self.desk = desk
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def leave(self) -> None:
        self._context.close()

    @property
    def went_elsewhere(self) -> list[str]:
        """Addresses of other hosts that the pages asked for."""
        own = (self.desk, "data:", "blob:", "about:")
        return [address for address in self.asked if not address.startswith(own)]

    # Signing in

    def enrol(self, link: str) -> None:
        """Walk from a one-time link through passphrase, code app and recovery codes to the desk."""
        page = self.page
        page.goto(link)
        page.get_by_role("button", name="Go on").click()
        page.locator("[name=passphrase]").fill(PASSPHRASE)
        page.locator("[name=again]").fill(PASSPHRASE)
        page.get_by_role("button", name="Next").click()
        page.locator("[name=code]").fill(code_of_app(page.locator("code.key").inner_text()))
        page.get_by_role("button", name="Next").click()
        page.get_by_role("link", name="to the desk").click()
        page.wait_for_url(f"{self.desk}/admin/")

    def make_link_for(self, account: str) -> str:
        """As an administrator: a one-time link for another account."""
        page = self.page
        page.goto(f"{self.desk}/admin/users/")
        page.get_by_role("link", name=account, exact=True).first.click()
        page.get_by_role("button", name="Make a sign-in link").click()
        return page.get_by_label("The link").input_value()

    # Writing

    def begin_story(self, *way: str) -> None:
        """Go down the tree by what stands in its rows (a language, a section), and add a story there."""
        page = self.page
        page.goto(f"{self.desk}/admin/pages/")
        for title in way:
            row = page.locator("tr", has=page.get_by_text(title, exact=True)).first
            row.locator("a[title*='Explore']").first.click()
        page.get_by_role("link", name="Add child page").first.click()
        page.locator("#id_title").wait_for()

    def write(self, *, title: str, standfirst: str, text: str) -> None:
        page = self.page
        page.locator("#id_title").fill(title)
        page.locator("#id_standfirst").fill(standfirst)
        self.add_block("Text")
        editor = page.locator("[data-contentpath=body] .public-DraftEditor-content").last
        editor.click()
        page.keyboard.type(text)

    def add_block(self, name: str) -> None:
        page = self.page
        page.locator("[data-contentpath=body] button.c-sf-add-button").last.click()
        page.get_by_role("option", name=name, exact=True).click()

    def put_picture_above(self, file: Path, alt: str) -> None:
        """Upload a picture in the chooser and put it above the story."""
        page = self.page
        page.get_by_role("button", name="Choose an image").first.click()
        page.get_by_role("tab", name="Upload").click()
        page.locator("#tab-upload input[type=file]").set_input_files(file)
        page.locator("#tab-upload input[name$=title]").fill(alt)
        page.locator("#tab-upload").get_by_role("button", name="Upload").click()
        page.locator(".modal-dialog").wait_for(state="detached")
        page.locator("#id_picture_alt").fill(alt)

    def press(self, button: str) -> None:
        """Press one of the buttons at the foot of the editor, opening their menu if need be."""
        page = self.page
        page.wait_for_load_state()  # a menu that is there before its script does not open
        foot = page.locator("footer")
        wanted = foot.get_by_role("button", name=button)
        if not wanted.first.is_visible():
            foot.get_by_role("button", name="More actions").click()
        wanted.first.click()

    def is_back_in_the_list(self) -> None:
        """Wait until the deed is done and the section's list is there again."""
        self.page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))

    def open_story(self, title: str) -> None:
        """Search for the story and open it in the editor."""
        page = self.page
        found = page.get_by_role("link", name=title)
        for _ in range(120):  # the search index follows a moment later
            page.goto(f"{self.desk}/admin/pages/search/?q={quote(title)}")
            if found.count():
                break
            page.wait_for_timeout(250)
        found.first.click()
        page.locator("#id_title").wait_for()
        page.wait_for_load_state()

    def withdraw(self, title: str, note: str) -> None:
        page = self.page
        self.open_story(title)
        page.locator("footer").get_by_role("button", name="More actions").click()
        page.locator("footer").get_by_role("link", name="Withdraw").click()
        page.locator("[name=withdrawal_note]").fill(note)
        page.get_by_role("button", name="withdraw").first.click()
        self.is_back_in_the_list()
