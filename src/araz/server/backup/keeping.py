"""To whom backups are sealed, and when the last one was made: two small files of the newsroom."""

from datetime import date
from pathlib import Path
from typing import Final

from araz.seal.keys import NotAKey, public_key
from araz.server.newsroom import PRIVATE_FILE, Newsroom

KEYS_FILE: Final = "backup-keys.txt"
LAST_FILE: Final = "last-backup"
_HEAD: Final = "# Backups are sealed to these public keys; whoever has the secret half of one can open them.\n"


def keys_of(newsroom: Newsroom) -> tuple[str, ...]:
    """Return the public keys to which backups are sealed; none if there is no file. Raises NotAKey."""
    try:
        lines = _keys_file(newsroom).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    try:
        return tuple(public_key(line) for line in lines if line.strip() and not line.startswith("#"))
    except NotAKey as error:
        raise NotAKey(f"{KEYS_FILE} in the newsroom's folder: {error}") from error


def add_key(newsroom: Newsroom, key: str) -> bool:
    """Have later backups sealed to this key too; say whether it is new. Raises NotAKey."""
    known, added = keys_of(newsroom), public_key(key)
    if added in known:
        return False
    file = _keys_file(newsroom)
    file.touch(mode=PRIVATE_FILE)
    file.write_text("".join((_HEAD, *(f"{line}\n" for line in (*known, added)))), encoding="utf-8")
    return True


def last_backup(newsroom: Newsroom) -> date | None:
    """Return the day of the last backup that was made whole; nothing when there was none."""
    try:
        return date.fromisoformat((newsroom.folder / LAST_FILE).read_text(encoding="ascii").strip())
    except (FileNotFoundError, ValueError):
        return None


def note_backup(newsroom: Newsroom, day: date) -> None:
    file = newsroom.folder / LAST_FILE
    file.touch(mode=PRIVATE_FILE)
    file.write_text(f"{day.isoformat()}\n", encoding="ascii")


def _keys_file(newsroom: Newsroom) -> Path:
    return newsroom.folder / KEYS_FILE
