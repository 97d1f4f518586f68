"""`araz restore`: the newsroom as it was, on a machine that has nothing but the backup and the key."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from araz.seal.keys import make_pair
from araz.server.backup.manifest import Opening
from araz.server.backup.parcel import packing
from araz.server.backup.restoring import restore
from araz.server.backup.troubles import CantRestore
from tests.server.backup.conftest import Kept, tree
from tests.server.processes import Machine, served, until


def test_a_restored_newsroom_prints_the_same_bytes_and_publishes(machine: Machine, kept: Kept, tmp_path: Path):
    folder = tmp_path / "fresh/newsroom"
    done = machine.call("restore", kept.file, folder, "--key", kept.key)
    assert done.returncode == 0, done.stderr
    assert "Everybody signs in anew." in done.stdout
    assert tree(folder) == tree(kept.newsroom)
    for name in ("araz.toml", "secret.key", "backup-keys.txt"):
        assert (folder / name).read_bytes() == (kept.newsroom / name).read_bytes()
    assert machine.call("verify", folder).returncode == 0
    assert machine.call("account", "list", folder).stdout == machine.call("account", "list", kept.newsroom).stdout
    publish = """
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.order_by("path").first()
page = section.add_child(instance=StoryPage(title="Yenə buradayıq"))
page.save_revision().publish()
"""
    with served(machine, folder) as place:
        machine.python(publish, folder)
        until(lambda: "Yenə buradayıq" in place.read("/az/index.html").text)
    assert sorted(child.name for child in folder.parent.iterdir()) == ["newsroom"]
    assert list(machine.root.glob("*/*")) == [machine.root / "run.log"] or not list(machine.root.glob("tmp/*"))


def test_a_folder_that_is_not_empty_is_left_alone(machine: Machine, kept: Kept, tmp_path: Path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full/diary.txt").write_text("mine")
    done = machine.call("restore", kept.file, tmp_path / "full", "--key", kept.key)
    assert done.returncode == 1
    assert "is not empty. Choose a folder that does not exist yet." in done.stderr
    over = machine.call("restore", kept.file, kept.newsroom, "--key", kept.key)
    assert over.returncode == 1
    assert "is a newsroom already" in over.stderr


def cut(content: bytearray) -> bytes:
    return bytes(content[: len(content) * 2 // 3])


def cut_at_the_end(content: bytearray) -> bytes:
    return bytes(content[:-1])


def altered(content: bytearray) -> bytes:
    content[len(content) // 2] ^= 1
    return bytes(content)


def altered_at_the_end(content: bytearray) -> bytes:
    content[-1] ^= 128
    return bytes(content)


def empty(_content: bytearray) -> bytes:
    return b""


def another_file(_content: bytearray) -> bytes:
    return b"%PDF-1.7 not a backup"


def refusal(file: Path, folder: Path, *secrets: str) -> str:
    """Bring a backup back that can't be; return the sentence. The desk is not started for that."""
    with pytest.raises(CantRestore) as told:
        restore(file, folder, secrets, lambda line: None)
    assert not list(folder.parent.glob("*back*"))  # nor what was unpacked until then
    return str(told.value)


@pytest.mark.parametrize("spoil", [cut, cut_at_the_end, altered, altered_at_the_end, empty, another_file])
def test_a_spoilt_backup_is_refused_and_leaves_nothing(kept: Kept, tmp_path: Path, spoil: Callable[[bytearray], bytes]):
    file = tmp_path / "spoilt.age"
    file.write_bytes(spoil(bytearray(kept.file.read_bytes())))
    told = refusal(file, tmp_path / "back", kept.pair.secret)
    assert told.startswith("spoilt.age is not a whole backup: it was cut off or altered")


def test_the_wrong_key_is_told_as_such(machine: Machine, kept: Kept, tmp_path: Path):
    told = refusal(kept.file, tmp_path / "back", make_pair().secret)
    assert "was sealed to other keys than the one given" in told
    missing = machine.call("restore", kept.file, tmp_path / "back", "--key", tmp_path / "nowhere.txt")
    assert missing.returncode == 1
    assert missing.stderr.endswith("nowhere.txt. Give the one that holds the secret key.\n")
    public = machine.call("restore", kept.file, tmp_path / "back", "--key", kept.newsroom / "backup-keys.txt")
    assert "not a secret key of age" in public.stderr


@pytest.mark.parametrize(
    "newer", [{"form": 2}, {"edition_form": 99}, {"migrations": ("desk.0001_the_desk", "desk.9999_later")}]
)
def test_a_backup_of_a_newer_version_is_refused(kept: Kept, tmp_path: Path, newer: dict[str, object]):
    usual: dict[str, object] = {"day": "2031-01-01", "edition": 1, "record": "", "audit": "", "edition_form": 1}
    usual |= {"database": "sqlite", "migrations": (), "araz": "9.0"}
    file = tmp_path / "newer.age"
    with file.open("wb") as target, packing(target, [kept.pair.public]) as parcel:
        parcel.open(Opening(**(usual | newer)))  # type: ignore[arg-type]
    told = refusal(file, tmp_path / "back", kept.pair.secret)
    assert told == "newer.age was made by a newer Araz (9.0). Install that version and restore with it."


@pytest.mark.parametrize("name", ["newsroom/../../elsewhere.txt", "/elsewhere.txt", "newsroom/", "elsewhere.txt"])
def test_a_backup_that_somebody_forged_writes_nowhere_else(kept: Kept, tmp_path: Path, name: str):
    """Whoever knows the public key can seal something to it."""
    file = tmp_path / "forged.age"
    opening = Opening(
        day="2031-01-01", edition=1, record="", audit="", edition_form=1, database="sqlite", migrations=()
    )
    with file.open("wb") as target, packing(target, [kept.pair.public]) as parcel:
        parcel.open(opening)
        with kept.key.open("rb") as source:
            parcel.add(name, source, 10)
    assert "is not a whole backup" in refusal(file, tmp_path / "back", kept.pair.secret)
    assert not list(tmp_path.rglob("elsewhere*"))
    assert not Path("/elsewhere.txt").exists()


def test_an_edition_whose_record_was_altered_before_the_backup_is_not_brought_back(
    machine: Machine, newsroom: Path, kept: Kept, tmp_path: Path
):
    (newsroom / "backup-keys.txt").write_text(kept.pair.public)
    with closing(sqlite3.connect(newsroom / "sites/main/edition.db")) as edition:
        edition.execute("update story set salt = randomblob(16) where id = (select min(id) from story)")
        edition.commit()
    assert machine.call("backup", newsroom, "--to", tmp_path / "backups").returncode == 0
    (file,) = (tmp_path / "backups").iterdir()
    done = machine.call("restore", file, tmp_path / "back", "--key", kept.key)
    assert done.returncode == 1
    assert "the edition was damaged before the backup was made" in done.stderr


def test_a_restore_that_is_killed_at_any_moment_can_be_run_again(machine: Machine, kept: Kept, tmp_path: Path):
    folder = tmp_path / "fresh/newsroom"
    command = [sys.executable, "-m", "araz.cli", "restore", str(kept.file), str(folder), "--key", str(kept.key)]
    for wait_s in (0.6, 1.4, 3.0):
        process = subprocess.Popen(
            command, env=machine.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(wait_s)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if folder.exists():  # as a whole, or not at all
            break
    else:
        assert machine.call(*command[3:]).returncode == 0
    assert tree(folder) == tree(kept.newsroom)
    assert [child.name for child in folder.parent.iterdir()] == ["newsroom"]


def test_the_key_may_come_by_the_standard_input(machine: Machine, kept: Kept, tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "araz.cli", "restore", str(kept.file), str(tmp_path / "back"), "--key", "-", "--json"],
        env=machine.environment, input=kept.pair.secret, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["edition"] > 0
    assert kept.pair.secret not in done.stdout + done.stderr


def test_the_drill_says_that_every_page_came_back(machine: Machine, kept: Kept):
    done = machine.call("drill", kept.newsroom, "--key", kept.key, "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["files"] == len(tree(kept.newsroom))
    assert report["restore_s"] > 0
    assert list(kept.newsroom.glob("scratch/*/*")) == []


def test_the_drill_finds_a_page_that_is_not_what_the_edition_prints(machine: Machine, newsroom: Path, kept: Kept):
    (newsroom / "backup-keys.txt").write_text(kept.pair.public)
    with (newsroom / "sites/main/public/az/index.html").open("a") as page:
        page.write("<!-- somebody was here -->")
    done = machine.call("drill", newsroom, "--key", kept.key)
    assert done.returncode == 1
    assert "1 files are not what the backup brings back: az/index.html." in done.stderr


def test_the_drill_wants_the_key_that_backups_are_sealed_to(machine: Machine, kept: Kept, tmp_path: Path):
    (tmp_path / "other.txt").write_text(make_pair().secret)
    done = machine.call("drill", kept.newsroom, "--key", tmp_path / "other.txt")
    assert done.returncode == 1
    assert "Backups are not sealed to this key." in done.stderr
