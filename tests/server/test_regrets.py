"""What readers are told who get no page: in their languages, whatever is broken, and without a word too much."""

import logging
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Route

from araz.language import LANGUAGE_CODES
from araz.server.answers import Answer, Request
from araz.server.newsroom import NewsroomSettings
from araz.server.readers import Readers
from araz.typesetting.words import words
from tests.server.processes import PATIENCE_S, free_port, until
from tests.server.test_old_addresses import LISTEN, is_up

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PICTURE = "image/avif,image/webp,*/*;q=0.8"


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """A paper in two languages, one file of which can't be read: whoever asks for it goes in a circle."""
    root = tmp_path / "public"
    for path in ("index.html", "404.html", "az/index.html", "fa/index.html", "m/ab/abcdef.webp"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("<!doctype html><title>Kür</title>")
    for path in ("broken.html", "az/broken.html"):
        (root / path).symlink_to(root / path)
    return root


@pytest.fixture
def readers(public: Path) -> Readers:
    return Readers(public, NewsroomSettings(home="https://paper.example"))


def ask(path: str = "/", **more: str) -> Request:
    return Request(**{"method": "GET", "path": path, "host": "paper.example", "wanted": BROWSER, **more})


ASKED = {
    "no_host": (400, ask(host="")),
    "read_only": (405, ask(method="POST")),
    "no_such_part": (416, ask("/m/ab/abcdef.webp", range="bytes=900-")),
    "foreign_host": (421, ask(host="198.51.100.7")),
    "fault": (500, ask("/broken.html")),
}


def header(answer: Answer, name: str) -> str:
    return dict(answer.headers).get(name, "")


@pytest.mark.parametrize("word", ASKED)
def test_a_browser_gets_a_page_that_says_what_happened_and_what_to_do(readers: Readers, word: str):
    status, request = ASKED[word]
    answer = readers.answer(request)
    page = answer.body.decode()
    assert answer.status == status
    assert header(answer, "content-type") == "text/html; charset=utf-8"
    assert header(answer, "content-length") == str(len(answer.body))
    assert header(answer, "cache-control") == "no-store"
    said = words("az")[word], words("az")[f"{word}_remedy"], words("fa")[word], words("fa")[f"{word}_remedy"]
    assert all(sentence in page for sentence in said)
    assert '<html lang="az" dir="ltr">' in page
    assert '<section lang="fa" dir="rtl">' in page


@pytest.mark.parametrize("word", ASKED)
def test_everything_else_gets_the_same_status_and_a_line_for_each_language(readers: Readers, word: str):
    status, request = ASKED[word]
    for wanted in ("", "*/*", PICTURE):
        answer = readers.answer(Request(**{**_fields(request), "wanted": wanted}))
        assert answer.status == status
        assert header(answer, "content-type") == "text/plain; charset=utf-8"
        lines = answer.body.decode().splitlines()
        assert f"{words('az')[word]} {words('az')[f'{word}_remedy']}" in lines
        assert f"{words('fa')[word]} {words('fa')[f'{word}_remedy']}\u200f" in lines
        assert len(lines) <= len(LANGUAGE_CODES) + 1


def _fields(request: Request) -> dict[str, str]:
    return {name: getattr(request, name) for name in Request.__slots__}


def test_what_the_protocol_wants_with_a_status_is_there(readers: Readers):
    assert header(readers.answer(ASKED["read_only"][1]), "allow") == "GET, HEAD"
    assert header(readers.answer(ASKED["no_such_part"][1]), "content-range") == "bytes */34"


def test_a_reader_sees_the_papers_own_languages_and_on_a_page_of_one_only_that(readers: Readers):
    def seen(path: str) -> list[str]:
        page = readers.answer(ask(path, method="POST")).body.decode()
        return [code for code in LANGUAGE_CODES if words(code)["read_only"] in page]

    assert seen("/") == ["az", "fa"]
    assert seen("/fa/2026/11/su.html") == ["fa"]
    assert seen("/tr/2026/11/su.html") == ["az", "fa"], "of which there is no paper"


@pytest.mark.parametrize("word", ["no_host", "foreign_host"])
def test_whoever_calls_the_machine_by_a_foreign_name_does_not_learn_whose_it_is(readers: Readers, word: str):
    answer = readers.answer(ASKED[word][1])
    page = answer.body.decode()
    assert all(words(code)[word] in page for code in LANGUAGE_CODES), "not the languages of the paper that lies here"
    for told in ("paper.example", "198.51.100.7", "Kür", 'href="/'):
        assert told not in page
    assert not any("paper.example" in value for _, value in answer.headers)


def test_the_pages_lead_to_the_front_page_where_there_is_one(readers: Readers, tmp_path: Path):
    assert 'href="/fa/index.html"' in readers.answer(ask(method="POST")).body.decode()
    unprinted = Readers(tmp_path / "nowhere", NewsroomSettings(home="https://paper.example")).answer(ask())
    assert unprinted.status == 404
    assert words("azb")["not_found"] in unprinted.body.decode()
    assert "index.html" not in unprinted.body.decode()


def test_a_page_runs_nothing_loads_nothing_and_names_no_machine(readers: Readers):
    for _, request in ASKED.values():
        answer = readers.answer(request)
        page = answer.body.decode()
        assert "default-src 'none'" in header(answer, "content-security-policy")
        assert "'self'" not in header(answer, "content-security-policy")
        assert "<script" not in page
        assert "src=" not in page
        assert header(answer, "server") == ""
        assert {"date", "last-modified", "etag"}.isdisjoint(dict(answer.headers))
        assert header(answer, "referrer-policy") == "no-referrer"


@contextmanager
def no_more_files() -> Iterator[None]:
    """A process that has as many files open as it may: the commonest way in which everything fails at once."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_when_no_file_can_be_opened_any_more_readers_are_told_and_not_that_there_is_no_such_page(
    readers: Readers, caplog: pytest.LogCaptureFixture
):
    with no_more_files(), caplog.at_level(logging.ERROR, "araz"):
        answers = [readers.answer(ask(path, host="localhost")) for path in ("/az/index.html", "/nowhere.html")]
    assert [answer.status for answer in answers] == [500, 500]
    assert words("az")["fault"] in answers[0].body.decode()
    assert [record.getMessage() for record in caplog.records] == ["A reader got no page."] * 2
    assert readers.answer(ask("/az/index.html")).status == 200, "and afterwards everything is as before"


@pytest.fixture
def port(public: Path) -> Iterator[int]:
    number = free_port()
    process = subprocess.Popen([sys.executable, "-c", LISTEN, str(public), str(number)], stderr=subprocess.DEVNULL)
    try:
        until(lambda: is_up(number))
        yield number
    finally:
        process.terminate()
        process.wait()


def test_on_the_wire_head_gets_the_status_and_no_body(port: int):
    def told(method: str, path: str, host: str = "localhost") -> tuple[int, str, int]:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        try:
            connection.request(method, path, headers={"Host": host, "Accept": BROWSER})
            response = connection.getresponse()
            return response.status, response.getheader("Server", ""), len(response.read())
        finally:
            connection.close()

    assert told("HEAD", "/az/broken.html") == (500, "", 0)
    assert told("HEAD", "/", host="other.example") == (421, "", 0)
    for status, method, path in ((500, "GET", "/az/broken.html"), (405, "POST", "/az/")):
        answered, server, size = told(method, path)
        assert (answered, server) == (status, "")
        assert size > 1000


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_stand_whole_on_a_phone_and_axe_finds_nothing(readers: Readers, chromium: Browser, scheme: Any):
    page = chromium.new_context(color_scheme=scheme, viewport={"width": 360, "height": 740}).new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))

    def serve(route: Route) -> None:
        answer = readers.answer(ASKED[route.request.url.rpartition("/")[2]][1])
        route.fulfill(status=answer.status, headers=dict(answer.headers), body=answer.body)

    page.route("http://localhost/*", serve)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    for word, (status, _) in ASKED.items():
        page.goto(f"http://localhost/{word}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, word
        found = Axe().run(page, options=rules)
        assert found.violations_count == 0, f"{word}\n{found.generate_report()}"
        assert len(complaints) == 1, complaints
        assert str(status) in complaints.pop(), "of which browsers always tell"
    assert [url for url in asked if not url.startswith(("http://localhost/", "data:"))] == []
