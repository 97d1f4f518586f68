"""SQLite databases copied while others write in them, each at one moment."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final

from araz.server.database import WAIT_S

# What opens doors or is of the day: nobody is signed in after a restore, and what was done needs no proof.
LEFT_OUT: Final = {
    "django_session": "",
    "desk_onetimelink": "",
    "desk_wrongtries": "",
    "wagtailadmin_editingsession": "",
    "wagtailadmin_formstate": "",
    "django_tasks_database_dbtaskresult": "where status in ('SUCCESSFUL', 'FAILED')",  # those that wait are still to be done
}


LEDGER: Final = "ledger.db"  # of a site; begun anew where it is missing
EDITION: Final = "edition.db"


def site_databases(root: Path) -> list[Path]:
    """Return where the databases of all sites lie below the folder, but for ledgers: an edition before what came by it."""
    found = (file.relative_to(root) for file in root.glob("sites/*/*.db") if file.name != LEDGER)
    return sorted(found, key=lambda file: (file.parent, file.name != EDITION, file.name))


def copy(source: Path, target: Path) -> None:
    """Copy the database at this moment, with what is still in the log beside it. Writers are not held up."""
    with closing(_connect(source)) as original, closing(_connect(target)) as copied:
        copied.execute("pragma synchronous = off")
        original.backup(copied)  # in one step: a backup in several begins anew whenever somebody writes
        copied.execute("pragma journal_mode = delete")


def leave_out(desk: Path) -> None:
    """Take out of a copy of the desk's database what no backup holds, so that no byte of it is left."""
    with closing(_connect(desk)) as connection:
        connection.execute("pragma secure_delete = on")
        here = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
        for table in sorted(LEFT_OUT.keys() & here):
            connection.execute(f"delete from {table} {LEFT_OUT[table]}")  # noqa: S608 -- names of our own
        connection.execute("vacuum")


def applied_migrations(desk: Path) -> tuple[str, ...]:
    """Return what was applied to a copy of the desk's database."""
    with closing(_connect(desk)) as connection:
        return tuple(
            f"{app}.{name}" for app, name in connection.execute("select app, name from django_migrations order by 1, 2")
        )


def audit_head(desk: Path) -> str:
    """Return number and hash of the newest line of the log of deeds in a copy; empty where there is none."""
    with closing(_connect(desk)) as connection:
        has_log = connection.execute("select 1 from sqlite_master where name = 'desk_auditchain'").fetchone()
        found = connection.execute("select last, head from desk_auditchain").fetchone() if has_log else None
    return f"{found[0]} {found[1]}".strip() if found else ""


def taken_away(file: Path) -> BinaryIO:
    """Open a copy and take its name away: even a process that is killed from here on leaves nothing readable."""
    opened = file.open("rb")
    file.unlink()
    return opened


def size_of(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
