"""The newsroom's files that are no databases: settings, keys, pictures, and whatever is put beside them later."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from araz.server.backup.keeping import LAST_FILE
from araz.server.newsroom import Newsroom

BACKUPS: Final = "backups"
BEFORE_UPGRADE: Final = "before-upgrade"
_FOLDERS: Final = {BACKUPS, BEFORE_UPGRADE, "scratch", "lost+found"}
_PRINTED: Final = ("public", "redirects.caddy", "redirects.nginx")  # in a site's folder; made anew
_ENDINGS: Final = (".lock", ".unfinished", ".db", ".db-wal", ".db-shm", ".db-journal")


def loose_files(newsroom: Newsroom) -> Iterator[str]:
    """Yield their paths below the newsroom's folder: small ones of the newsroom first, then sites, then pictures."""
    root = newsroom.folder
    entries = sorted(entry for entry in root.iterdir() if entry.name not in (*_FOLDERS, LAST_FILE))
    yield from (entry.name for entry in entries if entry.is_file() and _is_kept(entry.name))
    folders = [entry for entry in entries if entry.is_dir()]
    for folder in sorted(folders, key=lambda folder: (folder.name == newsroom.media.name, folder.name)):
        yield from _below(folder, folder.name, leave=_PRINTED if folder.name == "sites" else ())


def _below(folder: Path, name: str, leave: tuple[str, ...]) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.name in leave or not _is_kept(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path), path, leave)
        elif entry.is_file():
            yield path


def _is_kept(name: str) -> bool:
    return not name.endswith(_ENDINGS)
