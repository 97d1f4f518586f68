"""A newsroom's folder with a printed edition, made without a desk."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from araz.cli.main import main
from araz.edition.paper import Section
from araz.edition.store import Edition
from tests.edition.conftest import MASTHEAD, a_story
from tests.newsroom.outbox import HandOutbox


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


def araz(*arguments: object) -> Result:
    """Call the command, with its output and its errors apart."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])
