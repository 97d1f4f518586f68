"""Makes a newsroom's folder: beside its place first, so that a folder of that name is either whole or not there."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from araz.edition.store import Edition
from araz.server.newsroom import PRIVATE_FILE, PRIVATE_FOLDER, SETTINGS_FILE, Newsroom, open_newsroom

_UNFINISHED: Final = ".{}.unfinished"  # beside the folder; the next run begins it anew
_TEMPLATE: Final = "new.toml"


class CantMake(Exception):
    """A newsroom can't be made there; the message says why and what to do."""


def look_at_place(folder: Path) -> None:
    """Raises CantMake unless the folder is missing or empty."""
    if folder.is_file() or folder.is_symlink():
        raise CantMake(f"“{folder}” is not a folder. Choose another name.")
    if (folder / SETTINGS_FILE).exists():
        raise CantMake(f"“{folder}” is a newsroom already. Start it with “araz run {folder}”, or choose another name.")
    if folder.is_dir() and any(folder.iterdir()):
        raise CantMake(f"“{folder}” is not empty. Choose a folder that does not exist yet.")


@contextmanager
def making(folder: Path, settings: dict[str, str]) -> Iterator[Newsroom]:
    """Yield a newsroom with folders, settings and keys, still beside its place; put it there when the block has ended.

    What a run that was cut off left behind is thrown away. Raises CantMake.
    """
    with beside(folder) as draft:
        yield _begin(draft, settings)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that stands in the place of this one when the block has ended. Raises CantMake."""
    look_at_place(folder)
    place = folder.absolute()
    draft = place.with_name(_UNFINISHED.format(place.name))
    draft.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    with _alone(draft):
        _empty(draft)
        os.umask(0o077)  # whatever is made from here on is its owner's alone
        draft.chmod(PRIVATE_FOLDER)
        try:
            yield draft
        except BaseException:
            shutil.rmtree(draft)  # of what was refused nothing readable is left
            raise
        draft.rename(place)


@contextmanager
def _alone(draft: Path) -> Iterator[None]:
    """Hold the folder against another run. The hold ends by itself when its holder dies."""
    descriptor = os.open(draft, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise CantMake("Another araz is making this newsroom at this moment. Wait until it has ended.") from error
    finally:
        os.close(descriptor)


def _empty(draft: Path) -> None:
    for left in draft.iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def _begin(draft: Path, settings: dict[str, str]) -> Newsroom:
    file = draft / SETTINGS_FILE
    file.touch(mode=PRIVATE_FILE)
    file.write_text(settings_text(settings), encoding="utf-8")
    newsroom = open_newsroom(draft)
    newsroom.secret_key()
    newsroom.site_folder.mkdir(mode=PRIVATE_FOLDER, parents=True)
    newsroom.media.mkdir(mode=PRIVATE_FOLDER)
    Edition.open(newsroom.edition_file, may_make=True).close()
    return newsroom


def settings_text(settings: dict[str, str]) -> str:
    """Return an araz.toml in which these keys are set and all others stand as comments."""
    lines = files("araz.server").joinpath(_TEMPLATE).read_text(encoding="utf-8").splitlines()
    return "\n".join(_set(line, settings) for line in lines) + "\n"


def _set(line: str, settings: dict[str, str]) -> str:
    key = line.removeprefix("# ").partition(" = ")[0]
    return f"{key} = {msgspec.json.encode(settings[key]).decode()}" if key in settings else line
