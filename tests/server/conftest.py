"""The sample newsroom, made once by the command and copied for each test that changes it."""

import shutil
from pathlib import Path

import pytest

from tests.server.processes import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "machine")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample newsroom as `araz new` left it; look only."""
    root = tmp_path_factory.mktemp("sample")
    folder = root / "newsroom"
    made = Machine(root / "machine").call("new", folder, "--sample", "--quiet")
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
    return folder


@pytest.fixture
def newsroom(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample newsroom, to work in."""
    return Path(shutil.copytree(sample, tmp_path / "newsroom"))
