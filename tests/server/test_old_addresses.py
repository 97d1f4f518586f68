"""Every old address is answered rightly: by Araz, by Caddy and nginx with the written files, and by a plain folder."""

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, TimeoutError

from araz.edition.store import Edition
from araz.presses.website import WebsitePress
from araz.pressroom.pressroom import Pressroom
from araz.server.answers import Request
from araz.server.newsroom import NewsroomSettings
from araz.server.readers import Readers
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.moved import LEADS, LEADS_AWAY, NOWHERE, moved_paper
from tests.server.processes import PATIENCE_S, Machine, free_port, served, until
from tests.server.test_caddyfile import caddy
from tests.server.test_nginx import NGINX, nginx

DOCS = Path(__file__).parents[2] / "docs/operators"
EXPECTED = {address: f"/{target}" for address, target in LEADS.items()} | dict([LEADS_AWAY])

LISTEN = """
import sys
from pathlib import Path
from granian.constants import Interfaces
from araz.server.listeners import Listener, serve
from araz.server.newsroom import NewsroomSettings
from araz.server.readers import Readers
app = Readers(Path(sys.argv[1]), NewsroomSettings())
serve([Listener(app=app, address="127.0.0.1", port=int(sys.argv[2]), interface=Interfaces.RSGI)], lambda: None)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a paper that has moved: the tree, and beside it the files for web servers."""
    root = tmp_path_factory.mktemp("moved")
    folder = root / "site"
    folder.mkdir()
    edition = Edition.open(folder / "edition.db", may_make=True)
    edition.append(moved_paper(root / "media").rows)
    with Pressroom(edition, WebsitePress(FolderMediaStore(root / "media")), folder) as room:
        room.press_new()
        room.reset_now()
        room.write_maps()
    edition.close()
    return folder


def asked(port: int, address: str, host: str = "localhost") -> tuple[int, str]:
    """Status and Location of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request("GET", address, headers={"Host": host})
        response = connection.getresponse()
        response.read()
        return response.status, response.getheader("Location", "")
    finally:
        connection.close()


def answers_rightly(ask: Callable[[str], tuple[int, str]]) -> None:
    """Look at every old address, at what never was one, and at pages, which come as ever."""
    assert {address: ask(address) for address in EXPECTED} == {
        address: (301, location) for address, location in EXPECTED.items()
    }
    missing = [address for address in NOWHERE if "?" not in address]
    assert {address: ask(address) for address in missing} == dict.fromkeys(missing, (404, ""))
    for page in ("/", "/az/index.html", "/az/index.html?p=17", "/az/2026/11/kitabxana.html?x=1", "/?p=18"):
        assert ask(page) == (200, ""), page


@pytest.fixture(scope="module")
def araz(site: Path) -> Iterator[int]:
    """The port at which Araz itself serves the tree."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", LISTEN, str(site / "public"), str(port)])
    try:
        until(lambda: is_up(port))
        yield port
    finally:
        process.terminate()
        process.wait()


def is_up(port: int) -> bool:
    try:
        asked(port, "/")
    except OSError:
        return False
    return True


def test_araz_leads_on(araz: int):
    answers_rightly(lambda address: asked(araz, address))


def test_araz_has_nothing_at_what_names_an_account(araz: int):
    for address in ("/?author=1", "/author/leyla/", "/?author=1&p=17", "/?author_name=leyla"):
        assert asked(araz, address) == (404, "")


@pytest.mark.caddy
def test_caddy_leads_on_with_the_written_file(site: Path, tmp_path: Path):
    lines = (DOCS / "Caddyfile.mirror").read_text().replace("/srv/paper", str(site / "public"))
    assert "# import /srv/redirects.caddy" in lines
    lines = lines.replace("# import /srv/redirects.caddy", f"import {site / 'redirects.caddy'}")
    with caddy(lines, tmp_path / "caddy") as program:
        answers_rightly(lambda address: asked(program.port, address, "mirror.example"))


@pytest.mark.skipif(not NGINX, reason="nginx is not installed")
def test_nginx_leads_on_with_the_written_file(site: Path, tmp_path: Path):
    with nginx(site / "public", site, tmp_path) as port:
        answers_rightly(lambda address: asked(port, address, "mirror.example"))


class PlainHost(SimpleHTTPRequestHandler):
    """A host that only has a folder, and shows its 404.html for what is not there; with the headers of Araz."""

    policy = ""

    def send_error(self, code: int, *_: Any, **__: Any) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def plain(site: Path) -> Iterator[str]:
    page = Readers(site / "public", NewsroomSettings()).answer(Request(method="GET", path="/", host="localhost"))
    PlainHost.policy = dict(page.headers)["content-security-policy"]
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(PlainHost, directory=str(site / "public"))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def arrived(page: Page, address: str, target: str) -> str:
    """Open the address and return where the page is when it has settled; of that without what was expected to end it."""
    page.goto(address, wait_until="load")
    if target:
        with contextlib.suppress(TimeoutError):  # whose words would not say where the page is
            page.wait_for_url(f"**{target}", wait_until="load")
    else:
        page.wait_for_timeout(150)
    return page.url.removesuffix(target)


@pytest.mark.browser
def test_a_plain_folder_leads_on_by_its_page_for_missing_addresses(plain: str, chromium: Browser):
    page = chromium.new_page()
    found = {address: arrived(page, plain + address, f"/{target}") for address, target in LEADS.items()}
    assert found == dict.fromkeys(LEADS, plain)


@pytest.mark.browser
def test_a_plain_folder_shows_the_ways_on_where_nothing_ever_was(plain: str, chromium: Browser):
    page = chromium.new_page()
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.on("pageerror", lambda error: asked_for.append(f"error {error}"))
    for address in ("/2019/05/kitab", "/author/leyla/", "/%ff%fe/", "/%E0%A4%A/x"):
        assert arrived(page, plain + address, "") == plain + address
        assert page.locator("main a").count() >= 5
    assert [url for url in asked_for if not url.startswith(plain)] == []


@pytest.mark.browser
def test_without_scripts_the_page_still_offers_the_fronts(plain: str, chromium: Browser):
    page = chromium.new_context(java_script_enabled=False).new_page()
    assert arrived(page, f"{plain}/2019/05/kitabxana/", "") == f"{plain}/2019/05/kitabxana/"
    page.locator("main a").first.click()
    page.wait_for_url(f"{plain}/az/index.html")


@pytest.mark.browser
def test_from_a_folder_without_any_server_a_number_leads_to_its_story(site: Path, chromium: Browser):
    page = chromium.new_page()
    root = (site / "public").as_uri()
    assert arrived(page, f"{root}/index.html?p=17", "/az/2026/11/kitabxana.html") == root
    assert arrived(page, f"{root}/index.html?p=18", "") == f"{root}/index.html?p=18"


BRING_IN = """
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.get(locale__language_code="az", slug="xeberler")
page = section.add_child(instance=StoryPage(title="Körpü açıldı", address="korpu", old_addresses=["/2019/05/korpu", "/?p=7"]))
page.save_revision().publish()
"""


def test_a_running_newsroom_answers_the_old_addresses_of_what_is_published_and_writes_the_files(
    newsroom: Path, machine: Machine
):
    with served(machine, newsroom) as place:
        assert asked(place.port, "/2019/05/korpu/") == (404, "")
        machine.python(BRING_IN, newsroom)
        until(lambda: asked(place.port, "/2019/05/korpu/")[0] == 301)
        status, location = asked(place.port, "/?p=7")
        assert (status, location.endswith("/korpu.html")) == (301, True)
        assert asked(place.port, location) == (200, "")
        until(lambda: (newsroom / "sites/main/redirects.nginx").exists())
    for name in ("redirects.caddy", "redirects.nginx"):
        assert f'"/?p=7" "{location}"' in (newsroom / "sites/main" / name).read_text(encoding="utf-8")
