"""A running newsroom, and visitors who are an administrator and a journalist."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.crawl.desk_map import Known, plant
from tests.crawl.visitor import Visitor
from tests.journey.person import PASSPHRASE, code_of_app
from tests.server.conftest import sample  # noqa: F401  the newsroom that is served
from tests.server.processes import Machine, Served, served


@pytest.fixture(scope="module")
def folder(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    return Path(shutil.copytree(sample, tmp_path_factory.mktemp("crawl") / "newsroom"))


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(tmp_path_factory.mktemp("machine") / "machine")


@pytest.fixture(scope="module")
def known(machine: Machine, folder: Path) -> Known:
    return plant(machine, folder)


@pytest.fixture(scope="module")
def place(machine: Machine, folder: Path, known: Known) -> Iterator[Served]:
    with served(machine, folder) as running:
        yield running


@pytest.fixture
def come_in(
    chromium: Browser, place: Served, machine: Machine, folder: Path, known: Known
) -> Iterator[Callable[[str], Visitor]]:
    """Return what lets somebody in: `come_in("writer")`. The pages of setting up are visited on the way."""
    contexts = []

    def come(role: str) -> Visitor:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        visitor = Visitor(context, f"http://localhost:{place.desk_port}")
        said = machine.call("account", "link", known["accounts"][role], folder)
        found = re.search(r"(/enter/\S+)", said.stdout)
        assert found, said.stdout + said.stderr
        enrol(visitor, found[1])
        return visitor

    yield come
    for context in contexts:
        context.close()


def enrol(visitor: Visitor, link: str) -> None:
    page = visitor.context.pages[0]
    page.goto(visitor.home + link)
    visitor.note(page)
    page.get_by_role("button", name="Go on").click()
    page.locator("[name=passphrase]").fill(PASSPHRASE)
    page.locator("[name=again]").fill(PASSPHRASE)
    visitor.note(page)
    page.get_by_role("button", name="Next").click()
    key = page.locator("code.key").inner_text()
    page.locator("[name=code]").fill(code_of_app(key))
    visitor.note(page)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("link", name="to the desk").wait_for()
    visitor.note(page)
    page.get_by_role("link", name="to the desk").click()
    page.wait_for_url(f"{visitor.home}/admin/")
    visitor.note(page)
