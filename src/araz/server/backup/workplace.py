"""Where databases are copied to for a moment: in the newsroom's own scratch folder, by one process at a time."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from araz.server.backup.troubles import Busy
from araz.server.newsroom import PRIVATE_FOLDER, Newsroom

BACKUP: Final = "backup"
DRILL: Final = "drill"


@dataclass(frozen=True, slots=True)
class Workplace:
    folder: Path
    lock: int  # a file's number; a child process that is given it holds the place too


@contextmanager
def workplace(newsroom: Newsroom, name: str) -> Iterator[Workplace]:
    """Yield an empty folder that is gone when the block has ended. Raises Busy.

    What a process that was killed left there is thrown away by the next one, and by `clear`.
    """
    place = newsroom.scratch / name
    newsroom.scratch.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    with _held(newsroom, name) as lock:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=PRIVATE_FOLDER)
        try:
            yield Workplace(place, lock)
        finally:
            shutil.rmtree(place)


def clear(newsroom: Newsroom) -> None:
    """Throw away what killed processes left. Call at a start."""
    for name in (BACKUP, DRILL):
        if (newsroom.scratch / name).exists():
            with suppress(Busy), _held(newsroom, name):
                shutil.rmtree(newsroom.scratch / name, ignore_errors=True)


@contextmanager
def _held(newsroom: Newsroom, name: str) -> Iterator[int]:
    descriptor = os.open(newsroom.scratch / f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield descriptor
    except BlockingIOError as error:
        raise Busy("Another araz is making a backup of this newsroom. Wait until it has ended.") from error
    finally:
        os.close(descriptor)
