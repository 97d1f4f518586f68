"""The SQLite file of an edition: opening, making, and its few facts."""

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = 3
WAIT_S: Final = 20
_UPGRADES: Final[tuple[tuple[str, ...], ...]] = (
    (  # from 1: old addresses, which no story had
        "create table old_address (drawer text not null, path text not null, number integer not null,"
        " claimant text not null, target text not null, primary key (drawer, path, number, claimant)) without rowid",
        "create index old_address_claimant on old_address (claimant)",
    ),
    (  # from 2: erasing
        "create table if not exists comment_place (id text primary key, number integer not null) without rowid",
        "create table if not exists removed (mark text primary key) without rowid",
    ),
)  # from each form to the one after it


class NoEdition(Exception):
    """There is no edition at that place, or not one that this Araz can read."""


def open_file(path: Path, *, may_make: bool = False) -> sqlite3.Connection:
    """Open the edition's file, and make an empty one where none is if asked to.

    Raises NoEdition when it is missing or was written by a newer Araz. The connection starts no transaction by itself.
    """
    if not may_make and not path.exists():
        raise NoEdition(f"There is no edition in {path.parent.name}/{path.name}. Make a newsroom with “araz new”.")
    connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")  # a story that was called printed survives a power cut
    connection.execute("pragma secure_delete = on")  # what was taken back leaves no bytes in free pages
    version = connection.execute("pragma user_version").fetchone()[0]
    if version == 0:
        _make(connection)
    elif version < SCHEMA_VERSION:
        _upgrade(connection)
    elif version > SCHEMA_VERSION:
        connection.close()
        raise NoEdition(f"The edition has the form {version}; this Araz reads {SCHEMA_VERSION}. Use a newer Araz.")
    return connection


def _make(connection: sqlite3.Connection) -> None:
    schema = files("araz.edition").joinpath("schema.sql").read_text(encoding="utf-8")
    facts = "insert into fact values ('last_outbox', 0)"
    connection.executescript(f"begin exclusive; {schema} {facts}; pragma user_version = {SCHEMA_VERSION}; commit;")


def _upgrade(connection: sqlite3.Connection) -> None:
    """Raise the file to today's form. What it holds and its record stay as they are."""
    connection.execute("begin exclusive")
    version = connection.execute("pragma user_version").fetchone()[0]  # another process may have been faster
    for step in _UPGRADES[version - 1 :]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
    connection.execute("commit")


def fact(connection: sqlite3.Connection, name: str) -> int:
    """Return one of the numbers that the file keeps about itself."""
    found = connection.execute("select value from fact where name = ?", (name,)).fetchone()
    return int(found[0])
