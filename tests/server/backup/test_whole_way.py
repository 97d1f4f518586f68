"""The whole way on the sample newsroom: backup, restore, print, compare; and cut off wherever it may be."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.server.backup.conftest import give_key, tree
from tests.server.processes import Machine


@pytest.mark.slow
def test_the_drill_brings_the_sample_back_also_after_it_was_killed_at_random_moments(
    machine: Machine, sample: Path, tmp_path: Path
):
    folder = Path(shutil.copytree(sample, tmp_path / "newsroom"))
    give_key(folder, tmp_path / "key.txt")
    before = tree(folder)
    began = time.monotonic()
    assert machine.call("drill", folder, "--key", tmp_path / "key.txt").returncode == 0
    takes_s = time.monotonic() - began
    chance = Random(5)
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-m", "araz.cli", "drill", str(folder), "--key", str(tmp_path / "key.txt")],
            env=machine.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        time.sleep(takes_s * chance.uniform(0.1, 0.95))
        process.send_signal(signal.SIGKILL)
        process.wait()
    until_free = time.monotonic() + 300  # a restore whose drill was killed goes to its end
    while (done := machine.call("drill", folder, "--key", tmp_path / "key.txt", "--json")).returncode:
        assert time.monotonic() < until_free, done.stderr
    assert json.loads(done.stdout)["files"] == len(before) > 500
    assert tree(folder) == before
    assert list(folder.glob("scratch/*/*")) == []
