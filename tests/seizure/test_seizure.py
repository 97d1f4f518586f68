"""What is found on a newsroom's machine after a day of work, and what is not."""

import base64
import re
import sqlite3
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pyrage
import pytest

from tests.house.tree import ROOT
from tests.seizure.canaries import KEPT, NOWHERE, NUMBERS, UNTIL_TIDIED, canary, search
from tests.seizure.conftest import Seized

pytestmark = pytest.mark.slow

SAID = tomllib.loads((ROOT / "scripts/held.toml").read_text(encoding="utf-8"))
ALWAYS_EMPTY = {
    ("auth_user", "last_login"),
    ("auth_user", "first_name"),
    ("auth_user", "last_name"),
    ("auth_user", "email"),
    ("mfa_authenticator", "last_used_at"),
    ("wagtailusers_userprofile", "avatar"),
}
# As when a draft is deleted while it is being indexed.
_LEFT_BEHIND = """
from django.contrib.contenttypes.models import ContentType
from wagtail.search.models import IndexEntry
from araz.server.emptying import empty_log
kind = ContentType.objects.get(app_label="desk", model="storypage")
IndexEntry.objects.create(content_type=kind, object_id="987654321", title="a", title_norm=1, body="{word}")
empty_log()
"""
_TIDY = "from araz.server.emptying import empty_log\nfrom araz.server.workers import tidy\ntidy()\nempty_log()"
ALWAYS_THE_SAME = {("auth_user", "date_joined"), ("mfa_authenticator", "created_at")}


def test_only_what_the_threat_model_names_is_found(seized: Seized):
    allowed = {what: tuple(f"newsroom/{place}" for place in places) for what, places in KEPT.items()}
    found = list(search(seized.root))
    assert [one for one in found if not one.where.startswith(allowed.get(one.what, ("nowhere",)))] == []
    assert {one.what for one in found} >= set(KEPT) - {UNTIL_TIDIED}, (
        "what is said to be kept is found: the search sees"
    )


def test_the_part_of_a_backup_that_is_not_sealed_names_nobody(seized: Seized):
    (backup,) = (seized.folder / "backups").iterdir()
    assert re.fullmatch(r"backup-\d{4}-\d\d-\d\d\.age", backup.name)
    head, _, _ = backup.read_bytes().partition(b"\n---")
    assert re.fullmatch(
        rb"age-encryption\.org/v1\n-> X25519 [\w+/]{43}\n[\w+/]{43}(\n-> \S*-grease\b.*)?", head, re.DOTALL
    )


def test_inside_the_seal_of_a_backup_is_only_what_the_folder_holds(seized: Seized, tmp_path: Path):
    (backup,) = (seized.folder / "backups").iterdir()
    secret = next(line for line in seized.key.splitlines() if line.startswith("AGE-SECRET-KEY-"))
    inside = pyrage.decrypt(backup.read_bytes(), [pyrage.x25519.Identity.from_str(secret)])
    (tmp_path / "inside").write_bytes(inside)
    found = {one.what for one in search(tmp_path)}
    assert found <= set(KEPT)
    assert found >= {"draft that was saved", "title of a picture"}, "the search sees what is inside"


def test_the_words_of_a_deleted_draft_go_with_the_tidying_of_the_day(seized: Seized):
    word = canary(UNTIL_TIDIED)

    def files_with_it() -> list[str]:
        return [path.name for path in seized.folder.glob("desk.db*") if word.encode() in path.read_bytes()]

    seized.machine.python(_LEFT_BEHIND.format(word=word), seized.folder)
    assert "desk.db" in files_with_it()
    seized.machine.python(_TIDY, seized.folder)
    assert files_with_it() == []


def test_there_are_more_than_twenty_canaries_and_none_is_like_another():
    words = [canary(what) for what in (*KEPT, *NOWHERE)]
    assert len(set(words)) == len(words) > 20
    assert len(NUMBERS) == 3


def test_the_search_opens_what_it_is_put_into(seized: Seized, tmp_path: Path):
    (tmp_path / "cache").write_bytes(b"rows" + base64.b64encode(canary("passphrase of an account").encode()))
    (tmp_path / "log").write_text(f"GET / from {NUMBERS[0]}")
    assert {(one.what, one.where) for one in search(tmp_path)} == {
        ("passphrase of an account", "cache"),
        (NUMBERS[0], "log"),
    }


def test_the_server_told_where_it_failed_and_nothing_of_what_was_asked(seized: Seized):
    told = seized.said.split("\n", 1)[-1]
    assert "error: django.request" in told
    assert "failwhale" not in told
    assert "Traceback" not in told


def test_processes_left_nothing_outside_the_newsroom(seized: Seized):
    left = [path for path in (seized.root / "machine").rglob("*") if path.is_file() and path.suffix != ".log"]
    assert left == []
    own = (str(seized.root), str(ROOT / ".venv"), "/usr/", "/lib/", "/etc/")
    assert [path for path in seized.opened if not path.startswith(own) and "(deleted)" not in path] == []
    assert [(path.name, path.stat().st_size) for path in (seized.folder / "scratch").rglob("*")] == [("backup.lock", 0)]


def test_every_file_of_the_newsroom_is_named_on_the_page_of_what_we_hold(seized: Seized):
    patterns = SAID["files"]
    unnamed = []
    for file in seized.folder.rglob("*"):
        path = file.relative_to(seized.folder).as_posix()
        inside = any(fnmatch(path, pattern) or fnmatch(path, f"{pattern}/*") for pattern in patterns)
        if file.is_file() and not inside:
            unnamed.append(path)
    assert unnamed == []


def test_what_is_said_to_be_empty_is_empty(seized: Seized):
    connection = sqlite3.connect(seized.folder / "desk.db")

    def values(table: str, column: str) -> list[str]:
        rows = connection.execute(f'select distinct "{column}" from "{table}"')  # noqa: S608  names of our own tables
        return [str(value) for (value,) in rows if value not in (None, "")]

    filled = {table for table, row in SAID["desk"].items() if row.get("nothing") and values(table, "rowid")}
    assert filled == set()
    assert {pair: values(*pair) for pair in ALWAYS_EMPTY} == {pair: [] for pair in ALWAYS_EMPTY}
    for pair in ALWAYS_THE_SAME:
        assert [value[:10] for value in values(*pair)] == ["2000-01-01"], pair
    connection.close()
