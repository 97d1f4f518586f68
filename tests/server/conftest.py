"""The sample newsroom, made once by the command and copied for each test that changes it."""

import fcntl
import os
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
    made = _made_once(_of_all_workers(tmp_path_factory) / "sample-newsroom")
    return Path(shutil.copytree(made, tmp_path_factory.mktemp("sample") / "newsroom"))


def _of_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this run of the tests, which all its processes share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _made_once(root: Path) -> Path:
    """Return the newsroom that `araz new` made in this run of the tests; whoever comes first makes it."""
    root.mkdir(exist_ok=True)
    folder = root / "newsroom"
    with (root / "made").open("a+") as made:
        fcntl.flock(made, fcntl.LOCK_EX)
        if not os.fstat(made.fileno()).st_size:
            for left in (folder, root / "machine"):  # by one who was stopped
                shutil.rmtree(left, ignore_errors=True)
            done = Machine(root / "machine").call("new", folder, "--sample", "--quiet")
            assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
            made.write("whole")
    return folder


@pytest.fixture
def newsroom(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample newsroom, to work in."""
    return Path(shutil.copytree(sample, tmp_path / "newsroom"))
