"""The page of the search, as people use it: by keyboard, by its address, without scripts, when a file is missing."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from araz.edition.store import Edition
from tests.newsroom.folder_server import folder_server
from tests.newsroom.haystack import append_all, print_for_search, prose_stories
from tests.newsroom.outbox import HandOutbox

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    edition = Edition.open(folder / "edition.db", may_make=True)
    append_all(edition, HandOutbox(), prose_stories(Random(2), 200, 60))
    root = print_for_search(edition, folder)
    edition.close()
    return root


@pytest.fixture(scope="module")
def address(tree: Path) -> Iterator[str]:
    with folder_server(tree) as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield page
    context.close()


def wait(page: Page) -> None:
    page.wait_for_selector("#found[aria-busy=false]", state="attached")


def test_the_keyboard_alone_asks_and_reaches_the_results(page: Page, address: str):
    page.goto(f"{address}/az/search.html")
    page.wait_for_selector("#find:not([hidden])")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("kitab")
    page.keyboard.press("Enter")
    wait(page)
    assert "kitab" in page.get_by_role("status").inner_text()
    assert page.evaluate("document.activeElement.name") == "q"
    for _ in range(4):  # button, section, year, first result
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#found') !== null")


def test_what_is_asked_stands_in_the_address_and_the_server_is_not_asked_for_it(page: Page, address: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/az/search.html")
    page.fill("[name=q]", "kitab")
    page.click("#find button")
    wait(page)
    assert page.url.endswith("?q=kitab")
    first = page.inner_text("#told")
    page.fill("[name=q]", "məktəb")
    page.click("#find button")
    page.wait_for_function("document.getElementById('told').textContent.includes('məktəb')")
    page.go_back()
    page.wait_for_function("document.getElementById('told').textContent.includes('kitab')")
    assert page.inner_text("#told") == first
    assert page.input_value("[name=q]") == "kitab"
    assert [one for one in asked if "q=" in one] == []


def test_a_page_from_a_disk_keeps_the_question_in_its_address_too(page: Page, tree: Path):
    page.goto(f"file://{tree}/az/search.html")
    page.fill("[name=q]", "kitab")
    page.click("#find button")
    page.wait_for_url("**/search.html?q=kitab")
    wait(page)
    assert page.locator("#found li").count() == 10


def test_more_results_follow_the_first_and_the_reader_goes_on_there(page: Page, address: str):
    page.goto(f"{address}/az/search.html?q=kitab")
    wait(page)
    page.click("#more")
    page.wait_for_function("document.querySelectorAll('#found li').length > 10")
    assert page.evaluate("[...document.querySelectorAll('#found a')].indexOf(document.activeElement)") == 10


def test_without_scripts_the_page_leads_to_every_story_and_shows_no_form(chromium: Browser, address: str):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/azb/search.html")
    assert not page.is_visible("#find")
    links = page.locator("#without a")
    assert [link.get_attribute("href") for link in links.all()] == ["../azb/archive.html", "../azb/t/index.html"]
    assert links.first.is_visible()
    context.close()


def test_without_an_index_the_page_is_as_without_scripts(page: Page, tree: Path, tmp_path: Path):
    shutil.copytree(tree, tmp_path / "tree")
    (tmp_path / "tree/az/search/index.js").unlink()
    page.goto(f"file://{tmp_path}/tree/az/search.html?q=kitab")
    page.wait_for_load_state("load")
    assert page.is_visible("#without")
    assert not page.is_visible("#find")


def test_a_file_that_does_not_arrive_is_told_and_asking_again_asks_for_it_again(page: Page, address: str):
    page.route("**/w0*.js", lambda route: route.abort())
    page.goto(f"{address}/en/search.html?q=book")
    page.wait_for_function("document.getElementById('told').textContent.includes('did not arrive')")
    page.unroute("**/w0*.js")
    page.click("#find button")
    page.wait_for_selector("#found li")


def test_the_switch_of_languages_leads_to_the_search_of_each(page: Page, address: str):
    page.goto(f"{address}/az/search.html")
    links = page.locator(".langs a").all()
    assert [link.get_attribute("href") for link in links] == [
        f"../{language}/search.html" for language in ("az", "azb", "fa", "tr", "en")
    ]


def test_nothing_is_kept_on_the_device(page: Page, address: str):
    page.goto(f"{address}/fa/search.html?q=کتاب")
    wait(page)
    assert page.locator("#found li").count() > 0
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.context.cookies() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "query"), [("az", "kitab"), ("azb", "کیتاب"), ("en", "")])
def test_axe_finds_nothing(chromium: Browser, address: str, language: str, query: str, scheme: str):
    context = chromium.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": 360, "height": 700}
    )
    page = context.new_page()
    page.goto(f"{address}/{language}/search.html?q={query}")
    if query:
        wait(page)
    else:
        page.wait_for_selector("#find:not([hidden])")
    found = Axe().run(page)
    assert found.response["violations"] == [], [
        (one["id"], [node["html"] for node in one["nodes"]]) for one in found.response["violations"]
    ]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
