"""A running sample newsroom, and the people who work in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journey.person import Person
from tests.server.conftest import machine, newsroom, sample  # noqa: F401  the newsroom that is served
from tests.server.processes import Machine, Served, served


@dataclass(frozen=True)
class Running:
    served: Served
    folder: Path
    machine: Machine

    @property
    def desk(self) -> str:
        return f"http://localhost:{self.served.desk_port}"

    @property
    def first_link(self) -> str:
        """The link that the command printed when it started."""
        found = re.search(r"http://localhost:\d+/enter/\S+", self.served.process.said)
        assert found, self.served.process.said
        return found[0]

    def accounts(self) -> dict[str, str]:
        """The names of accounts by their role, as the command lists them."""
        listed = self.machine.call("account", "list", self.folder)
        assert listed.returncode == 0, listed.stderr
        found = re.findall(r"(desk-\w+).*?(writer|editor|publisher|administrator)", listed.stdout)
        return {role: name for name, role in found}


@pytest.fixture
def running(machine: Machine, newsroom: Path) -> Iterator[Running]:  # noqa: F811
    with served(machine, newsroom, "run", "--welcome") as server:
        yield Running(server, newsroom, machine)


@pytest.fixture
def come_in(chromium: Browser, running: Running) -> Iterator[Callable[[], Person]]:
    people: list[Person] = []

    def come() -> Person:
        people.append(Person(chromium, running.desk))
        return people[-1]

    yield come
    for person in people:
        person.leave()
