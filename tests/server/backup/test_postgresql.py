"""A desk in PostgreSQL goes into a backup and comes back from it, with the server's own COPY."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from araz.server.settings import DATABASES
from tests.cli.test_upgrade import ONE_BACK
from tests.server.backup.conftest import WRITE, give_key, tree
from tests.server.processes import Machine

pytestmark = pytest.mark.postgres

PASSING = {
    "desk_auditchain",
    "desk_auditline",
    "django_tasks_database_dbtaskresult",
}  # that a backup was made, and work that is done
_SERVER = os.environ.get("ARAZ_TEST_DATABASE", "")


@pytest.fixture
def databases() -> Iterator[list[str]]:
    """The addresses of two empty databases."""
    server = DATABASES["default"]
    names = [f"backup_{os.getpid()}_{number}" for number in range(2)]
    with psycopg.connect(host=server["HOST"], user=server["USER"], dbname="postgres", autocommit=True) as connection:
        for name in names:
            connection.execute(f"create database {name}")
        yield [f"{_SERVER.rpartition('/')[0]}/{name}" for name in names]
        for name in names:
            connection.execute(f"drop database {name} with (force)")


def rows(address: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a database but the times of migrating."""
    found = {}
    with psycopg.connect(address.replace("postgres://", "postgresql://")) as connection:
        tables = connection.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
        for (table,) in tables:
            columns = "app, name" if table == "django_migrations" else "*"
            content = connection.execute(f"select {columns} from {table}").fetchall()  # noqa: S608
            found[table] = sorted(content, key=repr)
    return found


def test_a_desk_in_postgresql_comes_back_row_by_row_also_after_a_restore_that_was_cut_off(
    machine: Machine, databases: list[str], tmp_path: Path
):
    here, there = databases
    newsroom, back = tmp_path / "newsroom", tmp_path / "back"
    made = machine.call("new", newsroom, "--language", "az", "--quiet", "--database", here)
    assert made.returncode == 0, made.stderr
    machine.python(f"FOLDER = {str(newsroom)!r}\n{WRITE}", newsroom)
    give_key(newsroom, tmp_path / "key.txt")
    before = rows(here)
    assert machine.call("backup", newsroom, "--to", tmp_path / "backups").returncode == 0
    (file,) = (tmp_path / "backups").iterdir()
    arguments = ("restore", file, back, "--key", tmp_path / "key.txt")

    onto_itself = machine.call(*arguments)
    assert onto_itself.returncode == 1
    assert "The database is not empty. Name another one with --database" in onto_itself.stderr
    as_file = machine.call(*arguments, "--database", "sqlite")
    assert "The desk of this backup was in PostgreSQL." in as_file.stderr

    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    cut = machine.call(*arguments, "--database", there)
    assert "not a whole backup" in cut.stderr
    assert "araz_restore_under_way" in rows(there)  # it had begun
    assert rows(there)["wagtailcore_revision"] == []  # and nothing of it counts
    assert not back.exists()

    file.write_bytes(whole)
    done = machine.call(*arguments, "--database", there)
    assert done.returncode == 0, done.stderr
    assert tree(back) == tree(newsroom)
    after = rows(there)
    assert set(before) == set(after)
    assert {table for table, content in before.items() if content != after[table]} <= PASSING
    assert sum(map(len, before.values())) > 300
    machine.python(f"FOLDER = {str(back)!r}\n{WRITE}", back)  # new rows are numbered after the old ones
    assert machine.call("verify", back).returncode == 0


@pytest.mark.slow
def test_an_upgrade_is_taken_back_row_by_row(machine: Machine, databases: list[str], tmp_path: Path):
    here, newsroom = databases[0], tmp_path / "newsroom"
    made = machine.call("new", newsroom, "--language", "az", "--quiet", "--database", here)
    assert made.returncode == 0, made.stderr
    machine.python(ONE_BACK, newsroom)
    before = rows(here)
    assert machine.call("upgrade", newsroom, "--without-backup").returncode == 0
    assert rows(here) != before
    done = machine.call("upgrade", newsroom, "--back")
    assert done.returncode == 0, done.stderr
    after = rows(here)
    assert set(after) == set(before)
    assert {table for table, content in before.items() if content != after[table]} <= PASSING
