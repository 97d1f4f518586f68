"""A browser at the desk, which notes everything that a page may not do."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from playwright.sync_api import Browser, Page
from wagtail.models import Collection, Locale
from wagtail.models import Page as WagtailPage

from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

FROM_INSIDE = ("data:", "blob:", "about:")
# Wagtail watches a form from two seconds after it was ready: what is written before that counts as having stood there.
WATCHING = """
let ready = 0, watched = 0;
document.addEventListener("w-unsaved:ready", () => { ready += 1; });
document.addEventListener("w-unsaved:watch-edits", () => { watched += 1; });
window.isWatched = () => watched > 0 && watched >= ready;
"""


@dataclass
class Screen:
    """One page of the browser, signed in."""

    page: Page
    address: str
    elsewhere: list[str] = field(default_factory=list)  # what was asked from another host
    faults: list[str] = field(default_factory=list)  # what the browser's console and the server complained about

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def wait_until_the_form_is_watched(self) -> None:
        self.page.wait_for_function("() => isWatched()")

    def watch(self) -> None:
        self.page.add_init_script(WATCHING)
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_answer)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._note_console)

    def _note_request(self, request: Any) -> None:
        if not request.url.startswith((self.address, *FROM_INSIDE)):
            self.elsewhere.append(request.url)

    def _note_answer(self, response: Any) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status} {response.url}")

    def _note_console(self, message: Any) -> None:
        is_icon = message.location["url"].endswith("/favicon.ico")  # which the readers' pages have none of
        if message.type == "error" and not is_icon and "axe.run" not in message.text:  # Wagtail's findings stand there
            self.faults.append(message.text)


@pytest.fixture
def newsroom(planted: None, newsroom: Newsroom) -> Newsroom:
    return newsroom


@pytest.fixture
def planted(transactional_db: None) -> None:
    """The roots that Wagtail's migrations made, and that the test before has swept away with everything else."""
    Locale.objects.get_or_create(language_code="en")
    if not WagtailPage.get_first_root_node():
        WagtailPage.add_root(title="Root", slug="root")
    if not Collection.get_first_root_node():
        Collection.add_root(name="Root")


@pytest.fixture
def in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let requests take turns: the database in memory has one connection, which the server's threads share."""
    turn = RLock()
    answer = WSGIHandler.__call__

    def answer_in_turn(self: WSGIHandler, environ: Any, start_response: Any) -> Any:
        with turn:
            return answer(self, environ, start_response)

    monkeypatch.setattr(WSGIHandler, "__call__", answer_in_turn)


@pytest.fixture
def open_screen(
    chromium: Browser,
    django_db_serialized_rollback: None,
    in_turn: None,
    live_server: Any,
    settings: Any,
    tmp_path: Any,
) -> Iterator[Callable[..., Screen]]:
    """Return what opens a screen for an account: `open_screen(account, width=360)`."""
    settings.ARAZ_SITE_FOLDER = tmp_path / "site"
    settings.ARAZ_SITE_FOLDER.mkdir()
    contexts = []

    def screen_for(account: Any, *, width: int = 1280, height: int = 900, **look: Any) -> Screen:
        client = Client()
        sign_in(client, account)
        context = chromium.new_context(viewport={"width": width, "height": height}, **look)
        contexts.append(context)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        screen = Screen(page=context.new_page(), address=live_server.url)
        screen.watch()
        return screen

    yield screen_for
    for context in contexts:
        context.close()
    _wait_for_answers()


def _wait_for_answers() -> None:
    """A page that is left says so to the server, which shares its database connection with the tests."""
    time.sleep(0.1)
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(10)
