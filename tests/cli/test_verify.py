"""`araz verify`."""

import json
import sqlite3
from pathlib import Path

from tests.cli.conftest import araz


def test_a_whole_record_is_said_to_be_whole(folder: Path):
    result = araz("verify", folder)
    assert result.exit_code == 0
    assert "3 lines" in result.stdout


def test_a_changed_story_ends_with_3_and_names_the_line(folder: Path):
    connection = sqlite3.connect(folder / "sites/main/edition.db")
    connection.execute("update story set stored = cast('{}' as blob)")
    connection.commit()
    connection.close()
    result = araz("verify", folder, "--json")
    assert result.exit_code == 3
    assert "line 3" in json.loads(result.stdout)["broken"][0]


def test_a_newsroom_without_an_edition_is_refused_with_what_to_do(folder: Path):
    (folder / "sites/main/edition.db").unlink()
    result = araz("verify", folder)
    assert result.exit_code == 1
    assert "araz new" in result.stderr
