"""A desk in PostgreSQL goes into a backup and comes back from it, with the server's own COPY."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from araz.server.settings import DATABASES
from tests.server.backup.conftest import WRITE, give_key, tree
from tests.server.processes import Machine

pytestmark = pytest.mark.postgres

_SERVER = os.environ.get("ARAZ_TEST_DATABASE", "")


@pytest.fixture
def databases() -> Iterator[list[str]]:
    """The addresses of three empty databases."""
    server = DATABASES["default"]
    names = [f"backup_{os.getpid()}_{number}" for number in range(3)]
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


def test_a_desk_in_postgresql_comes_back_row_by_row(machine: Machine, databases: list[str], tmp_path: Path):
    here, there, drill = databases
    newsroom, back = tmp_path / "newsroom", tmp_path / "back"
    made = machine.call("new", newsroom, "--language", "az", "--quiet", "--database", here)
    assert made.returncode == 0, made.stderr
    machine.python(f"FOLDER = {str(newsroom)!r}\n{WRITE}", newsroom)
    give_key(newsroom, tmp_path / "key.txt")
    assert machine.call("backup", newsroom, "--to", tmp_path / "backups").returncode == 0
    (file,) = (tmp_path / "backups").iterdir()
    arguments = ("restore", file, back, "--key", tmp_path / "key.txt")

    onto_itself = machine.call(*arguments)
    assert onto_itself.returncode == 1
    assert "The database is not empty. Name another one with --database" in onto_itself.stderr
    as_file = machine.call(*arguments, "--database", "sqlite")
    assert "The desk of this backup was in PostgreSQL." in as_file.stderr
    assert not back.exists()

    done = machine.call(*arguments, "--database", there)
    assert done.returncode == 0, done.stderr
    assert tree(back) == tree(newsroom)
    before, after = rows(here), rows(there)
    assert sum(map(len, before.values())) > 300
    assert {table: content for table, content in before.items() if content != after[table]} == {}
    assert set(before) == set(after)
    machine.python(f"FOLDER = {str(back)!r}\n{WRITE}", back)  # new rows are numbered after the old ones
    assert machine.call("verify", back).returncode == 0

    drilled = machine.call("drill", newsroom, "--key", tmp_path / "key.txt", "--database", drill)
    assert drilled.returncode == 0, drilled.stderr
    assert rows(drill) == {}


def test_a_restore_into_postgresql_that_was_cut_off_can_be_run_again(
    machine: Machine, databases: list[str], tmp_path: Path
):
    here, there, _ = databases
    newsroom = tmp_path / "newsroom"
    assert machine.call("new", newsroom, "--language", "az", "--quiet", "--database", here).returncode == 0
    give_key(newsroom, tmp_path / "key.txt")
    assert machine.call("backup", newsroom, "--to", tmp_path / "backups").returncode == 0
    (file,) = (tmp_path / "backups").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    arguments = ("restore", file, tmp_path / "back", "--key", tmp_path / "key.txt", "--database", there)
    cut = machine.call(*arguments)
    assert (cut.returncode, "not a whole backup" in cut.stderr) == (1, True)
    assert "araz_restore_under_way" in rows(there)  # it had begun
    assert rows(there)["wagtailcore_page"] == []  # and nothing of it counts
    file.write_bytes(whole)
    again = machine.call(*arguments)
    assert again.returncode == 0, again.stderr
    assert tree(tmp_path / "back") == tree(newsroom)
    assert rows(there) == rows(here)
