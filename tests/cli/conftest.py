"""Newsrooms' folders: with an edition that was made without a desk, and one that `araz new` made."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from araz.cli.main import main
from araz.edition.paper import Section
from araz.edition.store import Edition
from tests.edition.conftest import MASTHEAD, a_story
from tests.newsroom.outbox import HandOutbox
from tests.server.processes import Machine


@pytest.fixture
def outbox() -> HandOutbox:
    desk = HandOutbox()
    desk.arrange(MASTHEAD)
    desk.arrange(Section(id="s2222222", language="az", name="Mədəniyyət", slug="medeniyyet", position=1))
    desk.publish(a_story())
    return desk


@pytest.fixture
def folder(tmp_path: Path, outbox: HandOutbox) -> Path:
    """The folder of a newsroom whose edition is not printed yet."""
    root = tmp_path / "newsroom"
    (root / "sites/main").mkdir(parents=True)
    (root / "araz.toml").write_text("")
    edition = Edition.open(root / "sites/main/edition.db", may_make=True)
    edition.append(outbox.rows)
    edition.close()
    return root


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "machine")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty paper as `araz new` left it; look only."""
    root = tmp_path_factory.mktemp("made")
    done = Machine(root / "machine").call("new", root / "paper", "--language", "az", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return root / "paper"


@pytest.fixture
def paper(made: Path, tmp_path: Path) -> Path:
    """A copy of the empty paper, to work in."""
    return Path(shutil.copytree(made, tmp_path / "paper"))


def araz(*arguments: object) -> Result:
    """Call the command, with its output and its errors apart."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])
