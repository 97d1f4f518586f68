"""`araz new`: a folder that is whole, or not there."""

import signal
import subprocess
import sys
from pathlib import Path

from araz.server.newsroom import open_newsroom
from tests.cli.conftest import araz
from tests.server.processes import Machine, until


def test_a_new_newsroom_has_an_empty_paper_in_its_languages(machine: Machine, tmp_path: Path):
    folder = tmp_path / "Aylıq"
    done = machine.call("new", folder, "--language", "azb", "--language", "fa", "--time-zone", "Asia/Tehran")
    assert done.returncode == 0, done.stderr
    assert "araz run" in done.stderr
    newsroom = open_newsroom(folder)
    assert newsroom.settings.time_zone == "Asia/Tehran"
    front = (newsroom.public / "azb/index.html").read_text(encoding="utf-8")
    assert "Aylıq" in front
    assert 'dir="rtl"' in front
    assert not (newsroom.public / "en").exists()
    assert machine.call("status", folder).stdout.endswith("Nothing is late.\n")
    assert list(machine.root.glob("*/*")) == []  # nothing in its home, nothing among the temporary files


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path):
    (tmp_path / "diary.txt").write_text("mine")
    result = araz("new", tmp_path)
    assert result.exit_code == 1
    assert "is not empty. Choose a folder that does not exist yet." in result.stderr
    assert [place.name for place in tmp_path.iterdir()] == ["diary.txt"]


def test_a_newsroom_is_not_made_twice(folder: Path):
    result = araz("new", folder)
    assert result.exit_code == 1
    assert "is a newsroom already. Start it with “araz run" in result.stderr


def test_a_wrong_setting_is_refused_and_leaves_no_folder(tmp_path: Path):
    result = araz("new", tmp_path / "paper", "--time-zone", "Mars")
    assert result.exit_code == 1
    assert "not a time zone" in result.stderr
    assert not (tmp_path / "paper").exists()


def test_a_run_that_was_killed_leaves_no_folder_and_the_next_one_makes_it(machine: Machine, tmp_path: Path):
    folder = tmp_path / "paper"
    process = subprocess.Popen(
        [sys.executable, "-m", "araz.cli", "new", str(folder), "--language", "az"],
        env=machine.environment,
        stderr=subprocess.DEVNULL,
    )
    until(lambda: list(tmp_path.glob(".paper.unfinished/desk.db")))
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not folder.exists()
    assert machine.call("new", folder, "--language", "az").returncode == 0
    assert sorted(place.name for place in tmp_path.iterdir()) == ["machine", "paper"]


def test_two_runs_do_not_make_the_same_newsroom(machine: Machine, tmp_path: Path):
    folder = tmp_path / "paper"
    first = subprocess.Popen(
        [sys.executable, "-m", "araz.cli", "new", str(folder), "--language", "az", "--quiet"], env=machine.environment
    )
    until(lambda: list(tmp_path.glob(".paper.unfinished/araz.toml")))
    first.send_signal(signal.SIGSTOP)  # else it may have ended before the second one has begun
    second = machine.call("new", folder, "--language", "az")
    assert (second.returncode, second.stdout) == (1, "")
    assert "Wait until it has ended" in second.stderr
    assert first.poll() is None  # and was not disturbed
    assert list(tmp_path.glob(".paper.unfinished/araz.toml"))
    first.kill()
    first.wait()


def test_a_sample_has_its_own_name(tmp_path: Path):
    result = araz("new", tmp_path / "paper", "--sample", "--name", "Ours")
    assert result.exit_code == 2
    assert "leave out --name" in result.stderr
