"""A newsroom of another version is recognised, and brought up to date by `araz upgrade` alone."""

import json
import sqlite3
from pathlib import Path

from tests.server.processes import Machine

ONE_BACK = """
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django.db import connection
desk = sorted(name for app, name in MigrationRecorder(connection).applied_migrations() if app == "desk")
call_command("migrate", "desk", desk[-2], verbosity=0)
print("desk." + desk[-1])
"""


def test_a_newsroom_of_this_version_needs_nothing(machine: Machine, paper: Path):
    done = machine.call("upgrade", paper)
    assert (done.returncode, done.stdout) == (0, "The newsroom fits this version of Araz already.\n")


def test_an_older_newsroom_is_refused_until_it_was_upgraded(machine: Machine, paper: Path):
    lacking = machine.python(ONE_BACK, paper)
    refused = machine.call("run", paper)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        "This newsroom was made by an older Araz; its database lacks 1 change."
        " Call “araz upgrade”, which makes a backup first.\n"
    )
    planned = json.loads(machine.call("upgrade", paper, "--dry-run", "--json").stdout)
    assert planned == {"migrations": [lacking], "dry_run": True, "backup": ""}
    assert machine.call("status", paper).returncode == 1
    assert "1 change of the database is made." in machine.call("upgrade", paper, "--without-backup").stdout
    assert machine.call("status", paper).returncode == 0


def test_an_older_newsroom_can_be_given_the_key_that_its_upgrade_asks_for(
    machine: Machine, paper: Path, tmp_path: Path
):
    machine.python(ONE_BACK, paper)
    assert "“araz keys make FILE”" in machine.call("upgrade", paper).stderr
    made = machine.call("keys", "make", tmp_path / "key.txt", paper)
    assert (made.returncode, made.stderr) == (0, "")
    assert "1 change of the database is made." in machine.call("upgrade", paper).stdout


def test_a_newsroom_of_a_newer_version_is_left_alone(machine: Machine, paper: Path):
    with sqlite3.connect(paper / "desk.db") as desk:
        desk.execute("insert into django_migrations (app, name, applied) values ('desk', '9999_later', '2030-01-01')")
    for command in ("status", "upgrade", "run"):
        done = machine.call(command, paper)
        assert (done.returncode, done.stdout) == (1, "")
        assert "used by a newer Araz" in done.stderr
