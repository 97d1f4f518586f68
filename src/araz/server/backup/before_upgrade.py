"""The way back from an upgrade: the databases as the older Araz knows them, kept in the newsroom's own folder.

An older Araz can't read what a newer one has upgraded. The copy is as open as the newsroom itself; it ends with the next
upgrade, with going back, or when it is told to.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import msgspec
from django.db import connection, transaction

from araz.server.backup import tables
from araz.server.backup.databases import LEDGER, applied_migrations, copy, leave_out, site_databases
from araz.server.backup.loose import BEFORE_UPGRADE
from araz.server.backup.tables import Columns
from araz.server.backup.troubles import NoWayBack
from araz.server.newsroom import PRIVATE_FOLDER, Newsroom

_ABOUT: Final = "about.json"
_UNFINISHED: Final = ".unfinished"
_LOGS: Final = ("-wal", "-shm", "-journal")
_PRINTED: Final = (LEDGER, "redirects.caddy", "redirects.nginx")  # with public/: the older Araz prints all anew


class About(msgspec.Struct, frozen=True, kw_only=True):
    """Of which moment the copy is."""

    edition: int  # number
    revision: int  # newest version that was saved at the desk
    migrations: tuple[str, ...]
    tables: Columns = ()


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """What going back would lose."""

    deeds: int  # lines of the record
    versions: int  # that were saved at the desk

    def __bool__(self) -> bool:
        return bool(self.deeds or self.versions)


def is_in_use(newsroom: Newsroom) -> bool:
    """Say whether another process has the edition open, as a running newsroom has."""
    with closing(sqlite3.connect(newsroom.edition_file, timeout=0.5, isolation_level=None)) as edition:
        try:
            (mode,) = edition.execute("pragma journal_mode = delete").fetchone()  # only the last one may
            edition.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError:
            return True
        return str(mode) != "delete"


def keep(newsroom: Newsroom) -> None:
    """Keep what is there now, in the place of what an earlier upgrade kept."""
    unfinished = newsroom.folder / (BEFORE_UPGRADE + _UNFINISHED)
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=PRIVATE_FOLDER)
    for file in site_databases(newsroom.folder):
        (unfinished / file).parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        copy(newsroom.folder / file, unfinished / file)
    columns, migrations = _keep_tables(unfinished) if tables.is_postgresql() else _keep_file(newsroom, unfinished)
    about = About(edition=_edition_number(newsroom), revision=_newest_revision(), migrations=migrations, tables=columns)
    (unfinished / _ABOUT).write_bytes(msgspec.json.encode(about))
    os.sync()
    forget(newsroom)
    unfinished.rename(newsroom.folder / BEFORE_UPGRADE)


def _keep_tables(place: Path) -> tuple[Columns, tuple[str, ...]]:
    (place / "desk").mkdir(mode=PRIVATE_FOLDER)
    with tables.one_moment():
        columns = tables.columns()
        for table, names in columns:
            with tables.copy_out(table, names, place) as rows, (place / "desk" / table).open("wb") as target:
                shutil.copyfileobj(rows, target)
        return columns, tables.applied()


def _keep_file(newsroom: Newsroom, place: Path) -> tuple[Columns, tuple[str, ...]]:
    desk = place / newsroom.desk_file.name
    copy(newsroom.desk_file, desk)
    leave_out(desk)
    return (), applied_migrations(desk)


def what_is_lost(newsroom: Newsroom) -> Lost:
    """Say what happened since the upgrade. Raises NoWayBack."""
    about = _about(newsroom)
    if tables.is_under_way():  # it was told already, and agreed to
        return Lost(deeds=0, versions=0)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from wagtailcore_revision where id > %s", (about.revision,))
        (versions,) = cursor.fetchone() or (0,)
    return Lost(deeds=max(0, _edition_number(newsroom) - about.edition), versions=versions)


def go_back(newsroom: Newsroom) -> None:
    """Put the databases back as they were before the upgrade. Cut off, it can be called again. Raises NoWayBack."""
    about, kept = _about(newsroom), newsroom.folder / BEFORE_UPGRADE
    for file in site_databases(kept):
        _put(kept / file, newsroom.folder / file)
    if about.tables:
        _put_tables(about, kept)
    else:
        connection.close()
        _put(kept / newsroom.desk_file.name, newsroom.desk_file)
    for site in newsroom.folder.glob("sites/*"):
        _throw_away_printed(site)
    forget(newsroom)


def _put(source: Path, target: Path) -> None:
    unfinished = target.with_name(target.name + _UNFINISHED)
    shutil.copyfile(source, unfinished)
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    _without_logs(target)  # they belong to the newer file
    unfinished.rename(target)


def _put_tables(about: About, kept: Path) -> None:
    tables.give_up()
    tables.begin(about.migrations)
    with transaction.atomic():
        tables.truncate(table for table, _ in about.tables)
        for table, names in about.tables:
            with (kept / "desk" / table).open("rb") as rows:
                tables.copy_in(table, names, rows)
        tables.set_counters()
        tables.end()


def _throw_away_printed(site: Path) -> None:
    shutil.rmtree(site / "public", ignore_errors=True)
    for name in _PRINTED:
        (site / name).unlink(missing_ok=True)
        _without_logs(site / name)


def forget(newsroom: Newsroom) -> bool:
    """Throw the copy away; say whether there was one."""
    place = newsroom.folder / BEFORE_UPGRADE
    (place / _ABOUT).unlink(missing_ok=True)  # first: half a copy is none
    was_there = place.exists()
    shutil.rmtree(place, ignore_errors=True)
    return was_there


def _about(newsroom: Newsroom) -> About:
    try:
        content = (newsroom.folder / BEFORE_UPGRADE / _ABOUT).read_bytes()
    except FileNotFoundError as error:
        raise NoWayBack(
            "There is no upgrade to take back here: none was made, or its copy was thrown away. "
            "The backup that was made before it can be restored into a new folder."
        ) from error
    return msgspec.json.decode(content, type=About)


def _edition_number(newsroom: Newsroom) -> int:
    with closing(sqlite3.connect(newsroom.edition_file)) as edition:
        (number,) = edition.execute("select coalesce(max(number), 0) from record").fetchone()
    return int(number)


def edition_form(newsroom: Newsroom) -> int:
    """Return the form of the edition's file, which is raised when it is opened."""
    with closing(sqlite3.connect(newsroom.edition_file)) as edition:
        (form,) = edition.execute("pragma user_version").fetchone()
    return int(form)


def _newest_revision() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(max(id), 0) from wagtailcore_revision")
        (newest,) = cursor.fetchone() or (0,)
    return int(newest)


def _without_logs(database: Path) -> None:
    for ending in _LOGS:
        database.with_name(database.name + ending).unlink(missing_ok=True)
