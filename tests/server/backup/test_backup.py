"""`araz backup`: all that can't be made again, in one file that says nothing to those without a key."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.server.backup.conftest import Kept, give_key, unsealed
from tests.server.processes import Machine, served

PLANT = """
from django.contrib.sessions.backends.db import SessionStore
from araz.desk.signin.models import WrongTries
from araz.server.accounts import link_for, make_account
from datetime import UTC, datetime
session = SessionStore()
session["planted"] = "CANARY-IN-A-SESSION"
session.create()
WrongTries.objects.create(key="CANARY-OF-A-WRONG-TRY", next_at=datetime.now(UTC))
account = make_account("writer")
link_for(account)
print(session.session_key, account.username)
"""


def test_without_a_key_there_is_no_backup_and_a_sentence_says_what_to_do(machine: Machine, newsroom: Path):
    done = machine.call("backup", newsroom)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no key to seal it to (backup-keys.txt)" in done.stderr
    assert "“araz keys make FILE”" in done.stderr
    assert not (newsroom / "backups").exists()


def test_a_backup_holds_what_can_not_be_made_again_and_nothing_else(kept: Kept):
    held = unsealed(kept.file, kept.pair)
    names = [name for name in held if not name.startswith("newsroom/media/")]
    assert names == [
        "backup.json",
        "newsroom/araz.toml",
        "newsroom/backup-keys.txt",
        "newsroom/secret.key",
        "newsroom/desk.db",
        "newsroom/sites/main/edition.db",
        "newsroom/sites/main/holds.db",
        "contents.json",
    ]
    pictures = {str(file.relative_to(kept.newsroom)) for file in (kept.newsroom / "media").rglob("*") if file.is_file()}
    assert {name.removeprefix("newsroom/") for name in held if name.startswith("newsroom/media/")} == pictures
    opening = json.loads(held["backup.json"])
    verified = json.loads(
        subprocess.run(
            [sys.executable, "-m", "araz.cli", "verify", str(kept.newsroom), "--json"],
            capture_output=True,
            check=True,
        ).stdout
    )
    assert (opening["edition"], opening["record"]) == (verified["lines"], verified["hash"])
    assert "desk.0001_the_desk" in opening["migrations"]


def test_nobody_is_signed_in_by_a_backup(machine: Machine, newsroom: Path, tmp_path: Path):
    pair = give_key(newsroom, tmp_path / "key.txt")
    session, account = machine.python(PLANT, newsroom).split()
    assert machine.call("backup", newsroom, "--to", tmp_path).returncode == 0
    desk = unsealed(next(tmp_path.glob("*.age")), pair)["newsroom/desk.db"]
    assert account.encode() in desk  # the account itself comes back
    (tmp_path / "desk.db").write_bytes(desk)
    with closing(sqlite3.connect(tmp_path / "desk.db")) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        passing = [name for name in tables if re.search("session|link$|wrong|formstate", name)]
        assert len(passing) >= 4
        for name in passing:
            assert connection.execute(f"select count(*) from {name}").fetchone() == (0,), name  # noqa: S608
    for canary in (session, "CANARY-OF-A-WRONG-TRY"):
        assert canary.encode() not in desk
        assert any(
            canary.encode() in file.read_bytes() for file in newsroom.glob("desk.db*")
        )  # else it would prove nothing


def test_what_stands_outside_the_seal_says_nothing(kept: Kept):
    content = kept.file.read_bytes()
    header, _, _ = content.partition(b"\n---")
    lines = header.decode("ascii").splitlines()
    assert lines[0] == "age-encryption.org/v1"
    assert [line for line in lines[1:] if line.startswith("->") and not re.fullmatch(r"-> X25519 [\w+/]{43}", line)
            and "-grease" not in line] == []  # fmt: skip
    day = re.fullmatch(r"backup-(\d{4}-\d\d-\d\d)\.age", kept.file.name)
    assert day
    assert kept.file.stat().st_mtime == datetime.fromisoformat(f"{day[1]}T00:00Z").timestamp()
    assert 0 <= time.time() - kept.file.stat().st_mtime < 2 * 86_400, "today, or it was before midnight"
    held = unsealed(kept.file, kept.pair)
    secrets = [held["newsroom/secret.key"], kept.pair.public.encode(), kept.pair.secret.encode(), b"SQLite"]
    secrets += [os.fsencode(kept.newsroom.name), b"desk-", b".webp", b"edition"]
    assert [secret for secret in secrets if secret.strip() in content] == []


def test_a_second_backup_of_a_day_stands_beside_the_first(machine: Machine, newsroom: Path, tmp_path: Path):
    give_key(newsroom, tmp_path / "key.txt")

    def backup() -> dict[str, Any]:
        made: dict[str, Any] = json.loads(machine.call("backup", newsroom, "--json").stdout)
        return made

    first, second = backup(), backup()
    if not Path(second["file"]).name.startswith(Path(first["file"]).stem):  # midnight came in between
        first, second = second, backup()
    assert Path(first["file"]).parent == newsroom / "backups"
    assert Path(second["file"]).name == Path(first["file"]).name.replace(".age", "-2.age")
    assert first["files"] == second["files"]  # a backup does not hold the one before it


def test_a_backup_of_a_newsroom_in_which_people_work_is_of_one_moment(machine: Machine, newsroom: Path, tmp_path: Path):
    pair = give_key(newsroom, tmp_path / "key.txt")
    goes_on = threading.Event()
    goes_on.set()
    publish = """
import sys
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.order_by("path").first()
for number in range(40):
    page = section.add_child(instance=StoryPage(title=f"Xəbər {number}"))
    page.save_revision().publish()
    print(number, file=sys.stderr)
"""
    backups: list[dict[str, Any]] = []
    with served(machine, newsroom):
        writing = threading.Thread(target=machine.python, args=(publish, newsroom))
        while not backups or writing.is_alive() or len({backup["edition"] for backup in backups}) < 2:
            assert len(backups) < 100, "nothing comes into the edition"
            done = machine.call("backup", newsroom, "--to", tmp_path / "backups", "--json")
            assert done.returncode == 0, done.stderr
            backups.append(json.loads(done.stdout))
            if len(backups) == 1:  # one is sure to be older than what is written now
                writing.start()
        writing.join()
    for number, backup in enumerate(backups):
        place = tmp_path / f"opened{number}"
        for name, content in unsealed(Path(backup["file"]), pair).items():
            if name.endswith(".db"):
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).write_bytes(content)
        with closing(sqlite3.connect(place / "newsroom/desk.db")) as desk:
            (last,) = desk.execute("select max(number) from desk_outbox").fetchone()
            assert desk.execute("pragma integrity_check").fetchone() == ("ok",)
        with closing(sqlite3.connect(place / "newsroom/sites/main/edition.db")) as edition:
            (taken,) = edition.execute("select value from fact where name = 'last_outbox'").fetchone()
            assert edition.execute("select max(number) from record").fetchone() == (backup["edition"],)
        assert last >= taken > 0


@pytest.mark.slow
def test_a_backup_that_is_killed_at_any_moment_leaves_nothing_readable_and_no_half_file(
    machine: Machine, newsroom: Path, tmp_path: Path
):
    give_key(newsroom, tmp_path / "key.txt")
    began = time.monotonic()
    assert machine.call("backup", newsroom, "--to", tmp_path / "backups").returncode == 0
    takes_s = time.monotonic() - began
    for part in range(4):
        process = subprocess.Popen(
            [sys.executable, "-m", "araz.cli", "backup", str(newsroom), "--to", str(tmp_path / "backups")],
            env=machine.environment,
            stdout=subprocess.DEVNULL,
        )
        time.sleep(takes_s * (0.5 + part / 8))
        process.send_signal(signal.SIGKILL)
        process.wait()
    finished = list((tmp_path / "backups").glob("*.age"))
    done = machine.call("backup", newsroom, "--to", tmp_path / "backups")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "backups").iterdir())) == len(finished) + 1  # nothing unfinished is left
    assert list(newsroom.glob("scratch/*/*")) == []


def test_what_a_killed_backup_left_is_gone_when_the_newsroom_has_started(machine: Machine, newsroom: Path):
    left = newsroom / "scratch/backup/desk.db"
    left.parent.mkdir(parents=True)
    shutil.copy(newsroom / "desk.db", left)
    with served(machine, newsroom):
        assert not left.parent.exists()


def test_two_backups_at_once_do_not_disturb_each_other(machine: Machine, newsroom: Path, tmp_path: Path):
    give_key(newsroom, tmp_path / "key.txt")
    hold = """
import fcntl, os, sys, time
file = open(sys.argv[1], "a")
fcntl.flock(file, fcntl.LOCK_EX)
print("held", flush=True)
time.sleep(60)
"""
    (newsroom / "scratch").mkdir(exist_ok=True)
    lock = newsroom / "scratch/backup.lock"
    holder = subprocess.Popen([sys.executable, "-c", hold, str(lock)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        second = machine.call("backup", newsroom, "--to", tmp_path / "backups")
    finally:
        holder.kill()
        holder.wait()
        if holder.stdout:
            holder.stdout.close()
    assert (second.returncode, second.stdout) == (1, "")
    assert "Wait until it has ended." in second.stderr
