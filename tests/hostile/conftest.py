"""A newsroom in which one person may publish, and that person's browser."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.crawl.conftest import enrol
from tests.crawl.visitor import Visitor
from tests.hostile.desk import Desk
from tests.server.conftest import sample  # noqa: F401  the newsroom that is served
from tests.server.processes import Machine, Served, served

# Whatever a script could do to show that it runs. Nothing of ours calls any of these.
_CANARY = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) {
  window[name] = (...said) => { window.ran.push(name + said); };
}
"""


@dataclass
class House:
    served: Served
    folder: Path
    machine: Machine
    visitor: Visitor
    desk: Desk

    @property
    def public(self) -> Path:
        return self.folder / "sites/main/public"


@pytest.fixture(scope="module")
def house(sample: Path, tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[House]:  # noqa: F811
    root = tmp_path_factory.mktemp("hostile")
    machine = Machine(root / "machine")
    folder = Path(shutil.copytree(sample, root / "newsroom"))
    settings = (folder / "araz.toml").read_text()
    (folder / "araz.toml").write_text(f'approval = "one"\n{settings.replace("approval", "# approval")}')
    with served(machine, folder) as place:
        link = re.search(r"/enter/\S+", machine.call("account", "add", "administrator", folder).stdout)
        assert link
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        context.add_init_script(_CANARY)
        visitor = Visitor(context, f"http://localhost:{place.desk_port}", (f"http://localhost:{place.port}",))
        enrol(visitor, link[0])
        yield House(place, folder, machine, visitor, Desk(context.request, visitor.home))
        context.close()
