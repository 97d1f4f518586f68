"""Checks an edition against its own record: the chain of lines, and that stored bytes are those that were committed to."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from araz.edition.file import open_file
from araz.edition.record import BrokenRecord, RecordLine, commitment, read_line, verify

_KEPT: Final = (
    ("story", "select id, number, stored, salt from story"),
    ("part", "select key, number, stored, salt from part"),
    ("comment", "select id, number, stored, salt from comment"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was checked, and a sentence for everything that is not as the record says."""

    last: RecordLine | None
    stored: int  # stories, parts of the paper and comments
    broken: tuple[str, ...]


def check(path: Path) -> Checked:
    """Check the edition in that file. Raises NoEdition."""
    connection = open_file(path)
    try:
        connection.execute("begin")  # one moment, whatever is appended meanwhile
        last, broken = _check_lines(connection)
        stored, differing = _check_stored(connection)
        return Checked(last=last, stored=stored, broken=(*broken, *differing))
    finally:
        connection.close()


def _check_lines(connection: sqlite3.Connection) -> tuple[RecordLine | None, tuple[str, ...]]:
    lines = (line for (line,) in connection.execute("select line from record order by number"))
    try:
        return verify(lines), ()
    except BrokenRecord as error:
        return None, (str(error),)


def _check_stored(connection: sqlite3.Connection) -> tuple[int, list[str]]:
    stored, broken = 0, []
    for kind, statement in _KEPT:
        for name, number, content, salt in connection.execute(statement):
            stored += 1
            if _committed(connection, number) != commitment(salt, content):
                broken.append(f"The stored bytes of the {kind} {name} are not those that line {number} commits to.")
    return stored, broken


def _committed(connection: sqlite3.Connection, number: int) -> str:
    found = connection.execute("select line from record where number = ?", (number,)).fetchone()
    try:
        return read_line(found[0]).commitment if found else ""
    except BrokenRecord:  # told already
        return ""
