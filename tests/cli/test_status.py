"""`araz status`: what is late, and what to do."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess

from tests.server.processes import Machine

PUBLISH = """
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.order_by("path").first()
page = section.add_child(instance=StoryPage(title="Körpü açıldı"))
page.save_revision().publish()
"""
MISSED = """
from datetime import UTC, datetime, timedelta
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.order_by("path").first()
page = section.add_child(instance=StoryPage(title="Gec qalan"))
page.go_live_at = datetime.now(UTC) + timedelta(days=1)
page.save_revision().publish()
page.revisions.update(approved_go_live_at=datetime.now(UTC) - timedelta(hours=1))
"""


BY_HAND = """
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.order_by("path").first()
page = section.add_child(instance=StoryPage(title="Əllə dəyişilən"))
StoryPage.objects.filter(pk=page.pk).update(live=True)
print(page.public_id)
"""


def test_a_page_that_was_changed_with_the_databases_own_tools_is_told(machine: Machine, paper: Path):
    story = machine.python(BY_HAND, paper)
    said = machine.call("status", paper)
    assert said.returncode == 3
    assert f"Story {story} is marked as public in the desk, but was never handed over." in said.stdout


def test_a_deed_that_nobody_carries_on_is_told(machine: Machine, paper: Path):
    machine.python(PUBLISH, paper)
    said = machine.call("status", paper)
    assert said.returncode == 3
    assert "1 deed of the desk waits for the edition. Is “araz run” (or “araz worker”) running?" in said.stdout


def test_a_scheduled_story_whose_time_went_by_is_told(machine: Machine, paper: Path):
    machine.python(MISSED, paper)
    said = machine.call("status", paper)
    assert said.returncode == 3
    assert "1 scheduled story is late. Is “araz run” (or “araz clock”) running?" in said.stdout


def test_a_delivery_that_has_not_the_newest_edition_is_told(machine: Machine, paper: Path, tmp_path: Path):
    (tmp_path / "stick").mkdir()
    with (paper / "araz.toml").open("a") as file:
        file.write(f'[[deliveries]]\nname = "stick"\nfolder = "{tmp_path / "stick"}"\n')
    report = json.loads(machine.call("status", paper, "--json").stdout)
    assert report["deliveries"] == [{"name": "stick", "edition": 0}]
    assert report["troubles"] == ["The delivery “stick” has edition 0 only. “araz deliver stick” says why."]
    assert machine.call("deliver", "stick", paper).returncode == 0
    assert machine.call("status", paper).returncode == 0


def test_a_backup_that_is_more_than_a_week_old_is_told(machine: Machine, paper: Path):
    assert json.loads(machine.call("status", paper, "--json").stdout)["last_backup"] == ""  # and nothing is late yet
    for days, told in ((7, False), (8, True), (1200, True)):
        day, said = _said_of_a_backup(machine, paper, days)
        assert f"Last backup: {day}." in said.stdout
        assert (f"The last backup is {days:,} days old. “araz backup” makes one" in said.stdout) is told
        assert said.returncode == (3 if told else 0)


def _said_of_a_backup(machine: Machine, paper: Path, days: int) -> tuple[str, CompletedProcess[str]]:
    """The day of a backup that is so many days old, and what the command says of it on one and the same day."""
    while True:
        today = datetime.now(UTC).date()
        day = (today - timedelta(days=days)).isoformat()
        (paper / "last-backup").write_text(day)
        said = machine.call("status", paper)
        if datetime.now(UTC).date() == today:
            return day, said


def test_a_newsroom_that_never_had_a_backup_is_told_after_a_week(machine: Machine, paper: Path):
    with closing(sqlite3.connect(paper / "sites/main/edition.db")) as edition:
        (line,) = edition.execute("select line from record where number = 1").fetchone()
        number, day, rest = line.split(" ", 2)
        before = (date.fromisoformat(day) - timedelta(days=9)).isoformat()
        edition.execute("update record set line = ? where number = 1", (f"{number} {before} {rest}",))
        edition.commit()
    assert "There is no backup of this newsroom." in machine.call("status", paper).stdout
