"""Searches a place that is no output of ours yet: a folder, or a file of any sort."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from araz.contracts import Hit, Proofreader

LARGEST: Final = 2_000_000_000  # bytes of one file; a larger one is told and not read


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one file."""

    path: str
    bytes: int
    hits: tuple[Hit, ...] = ()
    is_too_large: bool = False


def look_at(place: Path, proofreader: Proofreader) -> Iterator[Looked]:
    """Yield every file of a folder, sorted, or the one file; links are told by where they lead, and not followed."""
    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    for file in files:
        name = file.relative_to(place).as_posix() if place.is_dir() else file.name
        if file.is_symlink():
            target = str(file.readlink())
            yield Looked(path=name, bytes=len(target), hits=proofreader.look(name, target.encode()))
        elif file.is_file():
            yield _of_file(file, name, proofreader)


def _of_file(file: Path, name: str, proofreader: Proofreader) -> Looked:
    size = file.stat().st_size
    if size > LARGEST:
        return Looked(path=name, bytes=size, is_too_large=True)
    return Looked(path=name, bytes=size, hits=proofreader.look(name, file.read_bytes()))
