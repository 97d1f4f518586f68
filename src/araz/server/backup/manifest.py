"""What a backup says about itself, inside its seal: first what it is of, last what it holds."""

from importlib.metadata import version
from importlib.resources import files
from typing import Final

import msgspec

from araz.edition.file import SCHEMA_VERSION

FORM: Final = 1  # of the backup
OPENING: Final = "backup.json"
CONTENTS: Final = "contents.json"
NEWSROOM: Final = "newsroom/"  # before the paths of files
DESK: Final = "desk/"  # before the names of tables, when the desk is in PostgreSQL

_MIGRATIONS: Final = "araz.desk.migrations"


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """Of which newsroom, at which moment of its record, by which Araz."""

    form: int = FORM
    araz: str = msgspec.field(default_factory=lambda: version("araz"))
    day: str  # 2026-11-26
    edition: int  # number
    record: str  # hash of the record's last line; empty while there is none
    audit: str  # head of the audit log
    edition_form: int
    database: str  # sqlite or postgresql
    migrations: tuple[str, ...]  # applied to the desk's database: "desk.0001_the_desk"
    tables: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of PostgreSQL, with their columns


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    bytes: int
    hash: str  # SHA-256 in hex


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """Everything between the two, in order."""

    entries: tuple[Entry, ...]


def is_newer(opening: Opening) -> bool:
    """Say whether a newer Araz than this one made the backup."""
    known = {file.name.removesuffix(".py") for file in files(_MIGRATIONS).iterdir()}
    applied = [name.removeprefix("desk.") for name in opening.migrations if name.startswith("desk.")]
    return opening.form > FORM or opening.edition_form > SCHEMA_VERSION or not known.issuperset(applied)
