"""Pages as machines judge them: the Nu HTML checker and axe-core, on every kind of page."""

import json
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.newsroom.page_kinds import kinds_in

VNU = Path(__file__).parents[2] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
PAGES = (
    "index.html",
    "addresses.html",
    "404.html",
    "az/index.html",
    "azb/index.html",
    "en/index.html",
    "az/tebiet/index.html",
    "azb/tebiet/index.html",
    "az/tebiet/2026-11.html",
    "azb/tebiet/2026-11.html",
    "az/2026/11/kitabxana.html",
    "azb/2026/11/kitabxana.html",
    "az/2026/11/rey.html",
    "az/2026/11/beyanat-31.html",
    "az/t/index.html",
    "az/t/su.html",
    "azb/t/su.html",
    "az/t/su-2026-11.html",
    "az/b/index.html",
    "az/b/sevda.html",
    "azb/b/sevda.html",
)


@pytest.mark.html
def test_no_page_has_an_error_in_its_html(tiny_tree: Path):
    pages = [str(page) for page in sorted(tiny_tree.rglob("*.html"))]
    done = subprocess.run(
        ["java", "-jar", str(VNU), "--format", "json", *pages], capture_output=True, text=True, check=False
    )
    assert len(pages) > 40
    assert _errors(done.stderr) == []


@pytest.mark.html
def test_no_page_of_the_sample_has_an_error_in_its_html(sample_tree: Path):
    """Every page, in five languages."""
    done = subprocess.run(
        ["java", "-jar", str(VNU), "--format", "json", "--skip-non-html", str(sample_tree)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert _errors(done.stderr) == []


def _errors(answer: str) -> list[tuple[str, str]]:
    """What the checker found. It does not know that `img-src data:` allows the pictures inside a volume; browsers do."""
    found = [(one["url"].rpartition("public/")[2], one["message"]) for one in json.loads(answer)["messages"]]
    return [one for one in found if "blocked by “img-src” directive" not in one[1] or "/v/p/" not in one[0]]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(sample_tree: Path, sample_address: str, chromium: Browser, scheme):
    page = chromium.new_context(color_scheme=scheme, viewport={"width": 360, "height": 800}).new_page()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    found = {}
    kinds = kinds_in(sample_tree)
    assert len(kinds) >= 3 + 5 * 12
    names = [kind.name for kind in kinds]
    assert names.count("byline-pen") == names.count("byline-desk") == names.count("spokespersons") == 5
    assert names.count("byline-open") >= 4, "nobody has written in Persian under their own name yet"
    for kind in kinds:
        page.goto(sample_address + kind.path)
        violations = Axe().run(page, options=rules).response["violations"]
        if violations:
            found[kind.path] = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations]
    assert found == {}


@pytest.mark.browser
def test_from_a_folder_nothing_fails_nothing_is_fetched_and_nothing_is_wider_than_a_phone(
    tiny_tree: Path, chromium: Browser
):
    page = chromium.new_context(viewport={"width": 360, "height": 800}).new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for path in PAGES:
        if path == "404.html":  # a server shows it at any depth, so its links begin at the root
            continue
        page.goto((tiny_tree / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    assert complaints == []
    assert [url for url in requests if not url.startswith("file://") and not url.startswith("data:")] == []
