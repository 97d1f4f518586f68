"""Brings a newsroom back from a backup, and prints it.

All is unpacked beside the place and checked there; only what is whole, migrated and printed is put in its place. A run
that was cut off leaves nothing in it, and the next one begins anew.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final

import msgspec

from araz.edition.checking import check
from araz.seal.envelope import Damaged, NotForThisKey
from araz.server.backup.keeping import note_backup
from araz.server.backup.manifest import DESK, NEWSROOM, Opening, is_newer
from araz.server.backup.parcel import AT_ONCE_BYTES, Unpacking, unpacking
from araz.server.backup.troubles import CantRestore
from araz.server.django_start import start_django
from araz.server.making import beside
from araz.server.newsroom import PRIVATE_FOLDER, SETTINGS_FILE, Newsroom, open_newsroom

Progress = Callable[[str], object]

_SQLITE: Final = "sqlite"
_SET_DATABASE: Final = re.compile(r"^\s*database\s*=.*\n?", re.MULTILINE)


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """What was brought back."""

    edition: int
    day: str  # of the backup
    files: int  # that were unpacked


def restore(
    file: Path,
    folder: Path,
    secrets: Sequence[str],
    progress: Progress,
    *,
    database: str = "",
    keep_database: bool = True,
) -> Restored:
    """Bring the newsroom in the backup to the folder, which must be missing or empty, and print it.

    `database` takes the place of the one that araz.toml names; in a drill it is emptied again. Starts Django. Raises CantRestore, CantMake, OSError.
    """
    with beside(folder) as draft:
        progress("Unpacking and checking")
        arrival = _Arrival(draft, database)
        with _in_sentences(file), ExitStack() as stack, unpacking(file, secrets) as parcel:
            arrival.take(parcel, file, stack)
        newsroom = open_newsroom(draft)
        _check_edition(newsroom, parcel.opening, file)
        note_backup(newsroom, date.fromisoformat(parcel.opening.day))
        start_django(newsroom)
        _publish(newsroom, progress)
        _leave_database(keep=keep_database)
    return Restored(edition=parcel.opening.edition, day=parcel.opening.day, files=arrival.files)


class _Arrival:
    """What comes out of a backup, on its way into the newsroom's folder and database."""

    def __init__(self, draft: Path, database: str) -> None:
        self._draft = draft
        self._database = database
        self.files = 0

    def take(self, parcel: Unpacking, file: Path, stack: ExitStack) -> None:
        """Take everything; what goes into PostgreSQL counts when the stack ends without an error."""
        opening = parcel.opening
        if is_newer(opening):
            raise CantRestore(
                f"{file.name} was made by a newer Araz ({opening.araz}). Install that version and restore with it."
            )
        desk: Any = None
        for name, content in parcel.each():
            if name.startswith(DESK):
                desk = desk or stack.enter_context(_desk_tables(self._draft, opening))
                desk(name.removeprefix(DESK), content)
            else:
                self._write(name, content)
                if name == NEWSROOM + SETTINGS_FILE:
                    self._settle_database(opening)
            self.files += 1

    def _write(self, name: str, content: BinaryIO) -> None:
        parts = PurePosixPath(name.removeprefix(NEWSROOM)).parts
        if not name.startswith(NEWSROOM) or not parts or parts[0] == "/" or ".." in parts:
            raise Damaged
        place = self._draft.joinpath(*parts)
        place.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with place.open("xb") as target:
            shutil.copyfileobj(content, target, AT_ONCE_BYTES)

    def _settle_database(self, opening: Opening) -> None:
        file = self._draft / SETTINGS_FILE
        if self._database:
            kept = _SET_DATABASE.sub("", file.read_text(encoding="utf-8"))
            address = msgspec.json.encode(self._database).decode()
            file.write_text(f"database = {address}\n{kept}", encoding="utf-8")
        is_file = open_newsroom(self._draft).settings.database == _SQLITE
        if is_file != (opening.database == _SQLITE):
            raise CantRestore(
                "The desk of this backup is a file of its own. Leave --database out."
                if is_file is False
                else "The desk of this backup was in PostgreSQL. Name an empty database with --database."
            )


@contextmanager
def _desk_tables(draft: Path, opening: Opening) -> Iterator[Callable[[str, BinaryIO], None]]:
    """Yield what fills one table. All of them are filled when the block ends, or none."""
    start_django(open_newsroom(draft))
    from django.db import OperationalError, transaction

    from araz.server.backup import tables
    from araz.server.versions import NoDatabase, look_at_database

    try:
        look_at_database()
        tables.begin(opening.migrations)
    except NoDatabase as error:
        raise CantRestore(str(error)) from error
    except OperationalError as error:
        raise CantRestore(f"The desk's database can't be filled: {error}") from error
    known = {table: set(names) for table, names in tables.columns()}
    wanted = {table: names for table, names in opening.tables if set(names) <= known.get(table, set())}
    if len(wanted) < len(opening.tables):
        raise Damaged
    with transaction.atomic():
        tables.truncate(wanted)
        yield lambda table, content: tables.copy_in(table, wanted[table], content)
        tables.set_counters()


def _check_edition(newsroom: Newsroom, opening: Opening, file: Path) -> None:
    checked = check(newsroom.edition_file)
    number, record = (checked.last.number, checked.last.hash) if checked.last else (0, "")
    if checked.broken or (number, record) != (opening.edition, opening.record):
        raise CantRestore(
            f"The record in {file.name} is not whole: the edition was damaged before the backup was made. Take an older one."
        )


def _publish(newsroom: Newsroom, progress: Progress) -> None:
    from araz.desk.audit.log import note
    from araz.server.first_paper import print_all
    from araz.server.preparing import prepare_database
    from araz.server.press_host import edition_of

    prepare_database(progress)
    note("restored")
    with edition_of(newsroom) as edition:
        print_all(newsroom, edition, progress)


def _leave_database(*, keep: bool) -> None:
    from django.db import connection

    from araz.server.backup import tables

    if tables.is_postgresql():
        if keep:
            tables.end()
        else:
            tables.empty()
    connection.close()


@contextmanager
def _in_sentences(file: Path) -> Iterator[None]:
    try:
        yield
    except NotForThisKey as error:
        raise CantRestore(
            f"{file.name} was sealed to other keys than the one given. Give the secret key that belongs to one of them."
        ) from error
    except Damaged as error:
        raise CantRestore(
            f"{file.name} is not a whole backup: it was cut off or altered, or is another file. "
            "Take another copy of it, or an older backup."
        ) from error
