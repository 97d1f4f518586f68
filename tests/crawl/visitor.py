"""A browser that goes from page to page and writes down what a page does that none may do."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import BrowserContext, Page

FROM_INSIDE: Final = ("data:", "blob:", "about:")
AT_ONCE: Final = 4  # pages that load beside each other
_QUIET_MS: Final = 250  # in which scripts do what they do when a page is there
_NOTE: Final = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (it) => {
  violations.push(`${it.effectiveDirective}: ${it.blockedURI || it.sample} ${it.sourceFile}:${it.lineNumber}`);
});
"""
_SCRIPT: Final = re.compile(r"<script\b([^>]*)>\s*[^<\s]", re.IGNORECASE)
_DATA: Final = re.compile(
    r"""type=["'](?:application/(?:ld\+)?json|text/(?:template|x-template|django-form-template))["']"""
)
_HANDLER: Final = re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"""(?:href|action|src)\s*=\s*["']?\s*javascript:""", re.IGNORECASE)


@dataclass
class Visitor:
    """One person's browser, and what it found."""

    context: BrowserContext
    home: str
    also: tuple[str, ...] = ()  # other hosts of the newsroom's own
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    pages: int = 0

    def __post_init__(self) -> None:
        self.context.set_default_timeout(60_000)
        self.context.add_init_script(_NOTE)
        self.context.on("request", self._note_request)
        self.context.on("console", self._note_console)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self._tabs = [self.context.new_page() for _ in range(AT_ONCE)]

    def _note_request(self, request: Any) -> None:
        if not request.url.startswith((*(f"{host}/" for host in (self.home, *self.also)), *FROM_INSIDE)):
            self.elsewhere.append(request.url)

    def _note_console(self, message: Any) -> None:
        if "Content Security Policy" in message.text or "refused to" in message.text.lower():
            where = message.page.url if message.page else ""
            self.complaints.append(f"{where}: {message.text}")

    @property
    def faults(self) -> list[str]:
        return [*self.elsewhere, *self.complaints, *self.inline]

    def ask(self, address: str) -> "Asked":
        """Ask for an address without showing it, and look at what was sent."""
        response = self.context.request.get(self.home + address, max_redirects=0, fail_on_status_code=False)
        kind = response.headers.get("content-type", "")
        text = response.text() if "html" in kind or "json" in kind else ""
        self.read(address, text if "html" in kind else html_in(text))
        return Asked(address, response.status, response.headers, text)

    def read(self, address: str, html: str) -> None:
        """Note what in the page would be a script if a browser let it be one."""
        for attributes in _SCRIPT.findall(html):
            if "src=" not in attributes and not _DATA.search(attributes):
                self.inline.append(f"{address}: <script{attributes}>")
        self.inline += [f"{address}: {found[0][-90:]}" for found in _HANDLER.finditer(html)]
        self.inline += [f"{address}: {found[0]}" for found in _ADDRESS.finditer(html)]

    def visit(self, addresses: Sequence[str]) -> Iterator[tuple[str, Page]]:
        """Show pages, several beside each other; yield each when it is there."""
        for start in range(0, len(addresses), AT_ONCE):
            some = addresses[start : start + AT_ONCE]
            shown = list(zip(some, self._tabs, strict=False))
            for address, tab in shown:
                tab.goto(address if address.startswith("http") else self.home + address, wait_until="commit")
            for _, tab in shown:
                tab.wait_for_load_state("load")
            shown[-1][1].wait_for_timeout(_QUIET_MS)
            for address, tab in shown:
                yield address, tab
                self.note(tab)

    def note(self, tab: Page) -> None:
        """Take over what the page and its frames noted."""
        self.pages += 1
        for frame in tab.frames:
            found = frame.evaluate("window.violations ? window.violations.splice(0) : []")
            self.complaints += [f"{frame.url.removeprefix(self.home)}: {it}" for it in found]


@dataclass(frozen=True)
class Asked:
    address: str
    status: int
    headers: dict[str, str]
    text: str

    @property
    def is_page(self) -> bool:
        return self.status == 200 and "html" in self.headers.get("content-type", "") and "<html" in self.text


def html_in(text: str) -> str:
    """The pieces of HTML inside an answer made for a script, as the window of a chooser gets."""
    try:
        answer = json.loads(text)
    except ValueError:
        return ""
    return "\n".join(_texts(answer))


def _texts(answer: Any) -> Iterator[str]:
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, dict | list):
        for value in answer.values() if isinstance(answer, dict) else answer:
            yield from _texts(value)
