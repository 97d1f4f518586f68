"""Pages with the headers that the readers' listener sends: what its policy would refuse, a browser complains about."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route

from araz.server.answers import Request
from araz.server.newsroom import NewsroomSettings
from araz.server.readers import Readers
from tests.newsroom.page_kinds import kinds_in

pytestmark = pytest.mark.browser


def test_no_page_is_refused_a_part_of_itself(sample: Path, chromium: Browser):
    tree = sample / "sites/main/public"
    readers = Readers(tree, NewsroomSettings())
    complaints: list[str] = []

    def serve(route: Route) -> None:
        path = urlsplit(route.request.url).path
        answer = readers.answer(Request(method="GET", path=path, host="localhost"))
        body = answer.body or Path(answer.file).read_bytes()
        route.fulfill(status=answer.status, headers=dict(answer.headers), body=body)

    page = chromium.new_context(viewport={"width": 360, "height": 800}).new_page()
    page.route("http://localhost/**", serve)
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    for kind in kinds_in(tree):
        page.goto(f"http://localhost/{kind.path}")
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.size)"), kind.path
    assert complaints == []
