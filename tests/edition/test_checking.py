"""An edition against its own record."""

import sqlite3
from pathlib import Path

import pytest

from araz.edition.checking import check
from araz.edition.store import Edition
from tests.edition.conftest import a_story
from tests.newsroom.outbox import HandOutbox


@pytest.fixture
def file(edition: Edition, outbox: HandOutbox, tmp_path: Path) -> Path:
    outbox.publish(a_story())
    outbox.publish(a_story(id="k3v9q2ab", group="g7777778", slug="ikinci"))
    outbox.withdraw(a_story(id="k3v9q2ab", group="g7777778", slug="ikinci"), "geri")
    edition.append(outbox.rows)
    return tmp_path / "edition.db"


def change(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_edition_as_it_was_written_is_whole(file: Path):
    checked = check(file)
    assert checked.broken == ()
    assert checked.last
    assert (checked.last.number, checked.stored) == (4, 3)


def test_a_changed_story_is_found(file: Path):
    change(file, "update story set stored = cast(replace(stored, 'pəncərə', 'qapı') as blob) where id = 'k3v9q2aa'")
    assert [sentence for sentence in check(file).broken if "k3v9q2aa" in sentence and "line 2" in sentence]


def test_a_changed_line_is_found(file: Path):
    change(file, "update record set line = replace(line, 'publish', 'correct') where number = 2")
    assert "Line 3 does not follow" in check(file).broken[0]


def test_a_missing_line_is_found_where_it_is_missing(file: Path):
    change(file, "delete from record where number = 3")
    assert "Line 3 is missing" in check(file).broken[0]


def test_a_missing_last_line_is_found_by_what_it_committed_to(file: Path):
    change(file, "delete from record where number = 4")
    assert [sentence for sentence in check(file).broken if "k3v9q2ab" in sentence]
