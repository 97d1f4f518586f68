"""What needs a file for a moment has it in the newsroom's folder: elsewhere its bytes would outlive what is erased."""

import subprocess
import sys
from pathlib import Path

from tests.server.processes import Machine

# As an erasure's compacting does, for which SQLite copies the whole database into a file that has no name any more.
OPEN_FILES = """
import os, sys, tempfile
from pathlib import Path
from araz.cli.erase import start_desk  # by when SQLite has read its environment
from araz.server.newsroom import open_newsroom
start_desk(open_newsroom(Path(sys.argv[1])))
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("create temp table drafts (words)")
    cursor.execute("pragma temp.cache_size = 5")
    cursor.executemany("insert into drafts values (%s)", [("gizli " * 500,)] * 500)
    held = tempfile.TemporaryFile()
    links = [f"/proc/self/fd/{number}" for number in os.listdir("/proc/self/fd")]
    places = [os.readlink(link) for link in links if os.path.islink(link)]
    print("\\n".join(place for place in places if place.endswith("(deleted)")))
"""


def test_what_sqlite_and_python_put_aside_lies_in_the_newsrooms_own_folder_whatever_that_is_called(
    machine: Machine, newsroom: Path
):
    place = newsroom.rename(newsroom.parent / "it's ours").resolve()
    done = subprocess.run(
        [sys.executable, "-c", OPEN_FILES, str(place)],
        env=machine.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found = done.stdout.splitlines()
    assert len(found) == 2, "one of SQLite, one of Python"
    assert [file for file in found if not file.startswith(f"{place}/scratch/")] == []
