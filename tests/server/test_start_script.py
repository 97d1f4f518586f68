"""What ./start says when it is called wrongly, or on a machine that lacks something."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def start(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [ROOT / "start", *arguments], capture_output=True, text=True, check=False, cwd="/", env=environment or None
    )


def test_it_says_how_it_is_used():
    done = start("--help")
    assert done.returncode == 0
    for option in ("--prepare", "--port N", "--desk-port N"):
        assert option in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--prot", "1"), "./start does not know “--prot”."),
        (("--port",), "--port wants a port number, for example: ./start --port 8080"),
        (("--desk-port", "desk"), "--desk-port wants a port number"),
        (("--port", "70000"), "between 1 and 65535, not 70000."),
    ],
)
def test_a_wrong_call_is_refused_with_what_to_do(arguments: tuple[str, ...], said: str):
    done = start(*arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr


def test_a_machine_without_python_is_told_in_one_sentence(tmp_path: Path):
    for name in ("sh", "dirname", "cat", "cksum"):
        (tmp_path / name).symlink_to(shutil.which(name) or "")
    done = start("--prepare", PATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Araz needs Python 3.11 or newer with its venv module. Install python3 and python3-venv, then run this again.\n"
    )


def test_a_python_without_venv_is_told_in_the_same_sentence(tmp_path: Path):
    for name in ("sh", "dirname", "cat", "cksum"):
        (tmp_path / name).symlink_to(shutil.which(name) or "")
    python = tmp_path / "python3"
    python.write_text(f'#!/bin/sh\nexec {shutil.which("python3")} -S -c "import no_such_module"\n')
    python.chmod(0o755)
    done = start("--prepare", PATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("Araz needs Python 3.11 or newer with its venv module.")
