"""A newsroom of the first release is brought to this version by `araz upgrade`, and back again."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from araz.edition.file import SCHEMA_VERSION
from tests.server.backup.conftest import give_key, tree
from tests.server.processes import Machine, served

FIRST_RELEASE = Path(__file__).with_name("first_release")
PUBLISH = """
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.order_by("path").first()
page = section.add_child(instance=StoryPage(title="Sonrakı xəbər"))
page.save_revision().publish()
from araz.server.first_paper import print_all
from araz.server.press_host import edition_of
newsroom = open_newsroom(Path(FOLDER))
with edition_of(newsroom) as edition:
    print_all(newsroom, edition, lambda line: None)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A newsroom with two stories and a draft, as the first version of Araz left it; its key file is beside it."""
    folder = tmp_path / "newsroom"
    (folder / "sites/main").mkdir(parents=True)
    (folder / "media").mkdir()
    (folder / "araz.toml").touch()
    for file, place in (("desk.sql", "desk.db"), ("edition.sql", "sites/main/edition.db")):
        with closing(sqlite3.connect(folder / place)) as database:
            database.executescript((FIRST_RELEASE / file).read_text(encoding="utf-8"))
    give_key(folder, tmp_path / "key.txt")
    return folder


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that stands in a database, by the statement that made each table; the shadows of search indexes aside."""
    with closing(sqlite3.connect(database)) as connection:
        tables = connection.execute(
            "select name, sql from sqlite_master where type = 'table' and name not like '%fts%'"
        )
        return {
            sql: connection.execute(f"select * from {name} order by 1").fetchall()  # noqa: S608
            for name, sql in tables.fetchall()
            if name != "sqlite_sequence"
        }


def form(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "sites/main/edition.db")) as edition:
        (number,) = edition.execute("pragma user_version").fetchone()
    return int(number)


def upgraded(machine: Machine, folder: Path) -> dict[str, object]:
    done = machine.call("upgrade", folder, "--json")
    assert done.returncode == 0, done.stderr
    report: dict[str, object] = json.loads(done.stdout)
    return report


def test_an_upgrade_without_a_key_for_its_backup_is_refused(machine: Machine, old: Path):
    (old / "backup-keys.txt").unlink()
    before = rows(old / "desk.db")
    done = machine.call("upgrade", old)
    assert (done.returncode, done.stdout) == (1, "")
    assert "“araz keys make FILE”, or call the upgrade with --without-backup." in done.stderr
    assert (rows(old / "desk.db"), form(old)) == (before, 1)


def test_the_first_release_comes_to_this_version_and_back(machine: Machine, old: Path):
    desk, edition = rows(old / "desk.db"), rows(old / "sites/main/edition.db")
    assert "made by an older Araz" in machine.call("status", old).stderr
    report = upgraded(machine, old)
    assert "desk.0002_signin" in str(report["migrations"])
    assert f"edition: form 1 becomes {SCHEMA_VERSION}" in str(report["migrations"])
    assert machine.call("verify", old).returncode == 0
    assert machine.call("press", "website", old).returncode == 0
    assert any("Körpü 1" in page.decode() for path, page in tree(old).items() if path.endswith(".html"))

    done = machine.call("upgrade", old, "--back")
    assert done.returncode == 0, done.stderr
    assert "Install the Araz that you had then" in done.stdout
    assert rows(old / "desk.db") == {sql: found if "dbtaskresult" not in sql else [] for sql, found in desk.items()}
    assert (rows(old / "sites/main/edition.db"), form(old)) == (edition, 1)
    left = {path.name for path in (old / "sites/main").iterdir()}
    assert left & {"public", "ledger.db", "ledger.db-wal", "edition.db-wal"} == set()
    assert not (old / "before-upgrade").exists()
    assert "made by an older Araz" in machine.call("status", old).stderr
    assert upgraded(machine, old)["migrations"] == report["migrations"]


def test_the_backup_that_an_upgrade_makes_is_restored_by_this_version(machine: Machine, old: Path, tmp_path: Path):
    backup = upgraded(machine, old)["backup"]
    done = machine.call("restore", backup, tmp_path / "back", "--key", tmp_path / "key.txt")
    assert done.returncode == 0, done.stderr
    assert machine.call("status", tmp_path / "back").returncode == 0
    assert form(tmp_path / "back") == SCHEMA_VERSION


def test_going_back_does_not_lose_by_accident_what_is_new(machine: Machine, old: Path):
    desk = rows(old / "desk.db")
    upgraded(machine, old)
    machine.python(f"FOLDER = {str(old)!r}\n{PUBLISH}", old)
    refused = machine.call("upgrade", old, "--back")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Going back loses 1 deed that was carried into the edition and 1 version that was saved" in refused.stderr
    assert machine.call("status", old).returncode == 0
    assert machine.call("upgrade", old, "--back", "--lose-what-is-new").returncode == 0
    assert set(rows(old / "desk.db")) == set(desk)


@pytest.mark.slow
def test_a_running_newsroom_is_neither_upgraded_nor_taken_back(machine: Machine, old: Path):
    upgraded(machine, old)
    with served(machine, old):
        back = machine.call("upgrade", old, "--back")
    assert back.returncode == 1
    assert "The newsroom is running" in back.stderr
    assert form(old) == SCHEMA_VERSION


@pytest.mark.slow
def test_going_back_that_is_killed_at_any_moment_can_be_called_again(machine: Machine, old: Path):
    desk, edition = rows(old / "desk.db"), rows(old / "sites/main/edition.db")
    upgraded(machine, old)
    began = time.monotonic()
    machine.call("upgrade", old, "--back", "--dry-run")
    takes_s = time.monotonic() - began
    for part in (0.7, 0.85, 0.95, 1.0):
        process = subprocess.Popen(
            [sys.executable, "-m", "araz.cli", "upgrade", str(old), "--back"],
            env=machine.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(takes_s * part)
        process.send_signal(signal.SIGKILL)
        process.wait()
    if (old / "before-upgrade/about.json").exists():
        done = machine.call("upgrade", old, "--back")
        assert done.returncode == 0, done.stderr
    assert set(rows(old / "desk.db")) == set(desk)
    assert rows(old / "sites/main/edition.db") == edition


def test_an_erasure_throws_away_what_an_upgrade_keeps(machine: Machine, old: Path):
    upgraded(machine, old)
    assert "Körpü".encode() in (old / "before-upgrade/desk.db").read_bytes()
    done = machine.call("erase", "--word", "Körpü", "--yes", old)
    assert done.returncode == 0, done.stderr
    assert not (old / "before-upgrade").exists()


def test_what_an_upgrade_keeps_is_thrown_away_when_told(machine: Machine, old: Path):
    upgraded(machine, old)
    assert (old / "before-upgrade/desk.db").is_file()
    assert "thrown away" in machine.call("upgrade", old, "--forget").stdout
    assert not (old / "before-upgrade").exists()
    done = machine.call("upgrade", old, "--back")
    assert done.returncode == 1
    assert "There is no upgrade to take back here" in done.stderr
