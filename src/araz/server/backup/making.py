"""Makes a backup: all that can't be made again, in one sealed file, while the newsroom goes on.

The edition is copied before the desk: what the edition has, the desk had already, so the copies agree. What the desk did
in between is in its outbox, and goes into the edition after a restore as it did here.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from araz.desk.audit import log as audit_log
from araz.edition.record import read_line
from araz.server.backup import tables
from araz.server.backup.databases import (
    applied_migrations,
    audit_head,
    copy,
    leave_out,
    site_databases,
    size_of,
    taken_away,
)
from araz.server.backup.keeping import KEYS_FILE, keys_of, note_backup
from araz.server.backup.loose import loose_files
from araz.server.backup.manifest import DESK, NEWSROOM, Opening
from araz.server.backup.parcel import Packing, packing
from araz.server.backup.troubles import NoKeys
from araz.server.backup.workplace import BACKUP, workplace
from araz.server.newsroom import PRIVATE_FOLDER, Newsroom
from araz.server.versions import waiting_migrations

UNFINISHED: Final = ".unfinished"


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """The backup that was made."""

    file: Path
    edition: int
    files: int
    bytes: int


def back_up(newsroom: Newsroom, folder: Path, *, keys: Sequence[str] = (), note: bool = True) -> Made:
    """Write a backup into the folder and return when it is on the disk. Django must have been started.

    Raises NoKeys, NotAKey, Busy, OSError.
    """
    keys = keys or keys_of(newsroom)
    if not keys:
        raise NoKeys(
            f"A backup is sealed, and this newsroom has no key to seal it to ({KEYS_FILE}). Make one with "
            "“araz keys make FILE” (see docs/operators/backup.md), or add one with “araz keys add”."
        )
    day = datetime.now(UTC).date()
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    with (
        workplace(newsroom, BACKUP) as scratch,
        _appearing(folder, day) as (file, target),
        ExitStack() as stack,
        packing(target, keys) as parcel,
    ):
        opening = _databases(newsroom, scratch.folder, day, parcel, stack)
        for path in loose_files(newsroom):
            if "/" in path:
                _add_file(parcel, newsroom.folder / path, path)
        entries = len(parcel.entries)
    if note:
        note_backup(newsroom, day)
        _note_deed()
    return Made(file=file, edition=opening.edition, files=entries, bytes=file.stat().st_size)


def _note_deed() -> None:
    if not waiting_migrations():  # before an upgrade the log has another form, or is not there
        audit_log.note("backup-made")


def _databases(newsroom: Newsroom, scratch: Path, day: date, parcel: Packing, stack: ExitStack) -> Opening:
    """Copy the databases, the edition first, and pack them; by then no copy has a name any more."""
    copies: list[tuple[str, BinaryIO]] = []
    facts = _Facts()
    for database in site_databases(newsroom.folder):
        place = scratch / database.name
        copy(newsroom.folder / database, place)
        if newsroom.folder / database == newsroom.edition_file:
            facts = _facts(place)
        copies.append((NEWSROOM + database.as_posix(), stack.enter_context(taken_away(place))))
    with ExitStack() as moment:
        columns: tables.Columns = ()
        if tables.is_postgresql():
            moment.enter_context(tables.one_moment())
            columns, migrations = tables.columns(), tables.applied()
            audit = tables.audit_head(columns)
        else:
            desk = scratch / "desk.db"
            copy(newsroom.desk_file, desk)
            leave_out(desk)
            migrations, audit = applied_migrations(desk), audit_head(desk)
            copies.insert(0, (f"{NEWSROOM}desk.db", stack.enter_context(taken_away(desk))))
        opening = Opening(
            day=day.isoformat(),
            edition=facts.number,
            record=facts.record,
            audit=audit,
            edition_form=facts.form,
            database="postgresql" if columns else "sqlite",
            migrations=migrations,
            tables=columns,
        )
        parcel.open(opening)
        for path in loose_files(newsroom):  # settings and keys, without which no desk can be filled
            if "/" in path:
                break
            _add_file(parcel, newsroom.folder / path, path)
        for table, names in columns:
            with tables.copy_out(table, names, scratch) as rows:
                parcel.add(DESK + table, rows, size_of(rows))
    for name, content in copies:
        parcel.add(name, content, size_of(content))
        content.close()
    return opening


class _Facts(msgspec.Struct, frozen=True):
    """About an edition."""

    number: int = 0
    record: str = ""
    form: int = 0


def _facts(edition: Path) -> _Facts:
    with closing(sqlite3.connect(edition)) as connection:
        form = connection.execute("pragma user_version").fetchone()[0]
        found = connection.execute("select line from record order by number desc limit 1").fetchone()
    line = read_line(found[0]) if found else None
    return _Facts(number=line.number if line else 0, record=line.hash if line else "", form=form)


def _add_file(parcel: Packing, file: Path, path: str) -> None:
    try:
        source = file.open("rb")
    except FileNotFoundError:  # thrown away at the desk in this moment
        return
    with source:
        parcel.add(NEWSROOM + path, source, size_of(source), squeeze=not path.startswith("media/"))


@contextmanager
def _appearing(folder: Path, day: date) -> Iterator[tuple[Path, BinaryIO]]:
    """Yield the backup's place and an open file, which is put there, whole and on the disk, when the block has ended.

    Its name and its time say the day and nothing else.
    """
    _throw_away_unfinished(folder)
    place = _free_name(folder, day)
    unfinished = place.with_name(place.name + UNFINISHED)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as target:
            fcntl.flock(target, fcntl.LOCK_EX)
            yield place, target
            target.flush()
            midnight = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
            os.utime(unfinished, (midnight, midnight))
            os.fsync(target.fileno())
        unfinished.rename(place)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _sync_folder(folder)


def _free_name(folder: Path, day: date) -> Path:
    names = (f"backup-{day.isoformat()}{f'-{count}' if count > 1 else ''}.age" for count in range(1, 10_000))
    return next(folder / name for name in names if not (folder / name).exists())


def _throw_away_unfinished(folder: Path) -> None:
    for left in folder.glob(f"backup-*.age{UNFINISHED}"):
        with left.open("rb") as file, suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # its maker, perhaps of another newsroom, is dead
            left.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
