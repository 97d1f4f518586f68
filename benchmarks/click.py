"""How long it takes from the click on “Publish” in a browser until readers get the page that says so.

    python -m benchmarks.click [TIMES]

Runs the sample newsroom, signs an administrator in with Chromium, changes a public story's standfirst and clicks; then the
story's page is fetched from the readers' listener until it has the new words. Reports the median, the least and the most
of 20 clicks in milliseconds of wall time, with the browser and the newsroom on the same machine.
"""

import re
import subprocess
import sys
import time
from statistics import median
from typing import Final

from playwright.sync_api import sync_playwright

from benchmarks.machine import say, shape
from benchmarks.newsroom import RunningNewsroom, running_newsroom
from tests.browser import CHROMIUM
from tests.journey.person import Person
from tests.server.processes import fetch, until

TIMES: Final = 20
STORY: Final = "Kitabxananın işığı səhərəcən sönmür"


def main(times: int) -> None:
    with running_newsroom() as newsroom, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.path, args=list(CHROMIUM.arguments))
        person = Person(browser, f"http://localhost:{newsroom.desk_port}")
        person.enrol(_link(newsroom, person.desk))
        address = _address(newsroom)
        took = [_click(newsroom, person, address, number) for number in range(times)]
        browser.close()
    say(shape())
    say(f"click until served, {times} times: median {median(took):.0f} ms, from {min(took):.0f} to {max(took):.0f} ms")


def _click(newsroom: RunningNewsroom, person: Person, address: str, number: int) -> float:
    words = f"Gecə oxu zalı açıqdır: {number}-ci dəfə deyirik."
    person.open_story(STORY)
    person.page.locator("#id_standfirst").fill(words)
    person.page.get_by_role("button", name="More actions").click()
    began = time.perf_counter()
    person.page.locator("footer").get_by_role("button", name="Publish").click(no_wait_after=True)
    while words not in fetch(newsroom.port, address).text:
        time.sleep(0.005)
    took = time.perf_counter() - began
    person.page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    return took * 1000


def _link(newsroom: RunningNewsroom, desk: str) -> str:
    """A sign-in link for the sample's administrator, as the command gives it."""
    call = [sys.executable, "-m", "araz.cli", "account"]
    listed = subprocess.run([*call, "list", newsroom.folder], capture_output=True, text=True, check=True).stdout
    found = re.search(r"(desk-\w+)\s+administrator", listed)
    assert found, listed
    made = subprocess.run([*call, "link", found[1], newsroom.folder], capture_output=True, text=True, check=True)
    path = re.search(r"/enter/\S+", made.stdout)
    assert path, made.stdout
    return desk + path[0]


def _address(newsroom: RunningNewsroom) -> str:
    tree = newsroom.folder / "sites/main/public"
    found: list[str] = []

    def is_there() -> bool:
        pages = (page for page in tree.glob("az/2*/*/*.html") if f">{STORY}</h1>" in page.read_text("utf-8"))
        found[:] = [f"/{page.relative_to(tree)}" for page in pages]
        return bool(found)

    until(is_there)
    return found[0]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
