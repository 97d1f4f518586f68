"""Somebody who searches: the page of a tree opened from the disk in Chromium, where nothing may go wrong or go out."""

from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page


class Searcher:
    def __init__(self, chromium: Browser, tree: Path) -> None:
        self.page: Page = chromium.new_page()
        self.complaints: list[str] = []
        self._tree = tree
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._look(request.url))

    def _look(self, address: str) -> None:
        if not address.startswith(("file:", "data:")):
            self.complaints.append(address)

    def close(self) -> None:
        self.page.close()

    def ask(self, language: str, query: str, **filters: str) -> list[str]:
        """Return the addresses of what was found, in order, as far as the page shows it at first."""
        told = urlencode({"q": query, **filters})
        self.page.goto(f"file://{self._tree}/{language}/search.html?{told}")
        self.page.wait_for_selector("#found[aria-busy=false]", state="attached")
        found: list[str] = self.page.eval_on_selector_all(
            "#found h2 a", "links => links.map(link => link.getAttribute('href'))"
        )
        return found

    def told(self) -> str:
        return self.page.inner_text("#told")
