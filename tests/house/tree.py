"""The files of the working copy, without what .gitignore leaves out."""

from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
SOURCE: Final = ROOT / "src" / "araz"


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """Return the files whose names end like that, or all of them, in order of their paths."""
    ignored = _ignored()
    return tuple(sorted(path for path in _walk(ROOT, ignored) if not endings or path.name.endswith(endings)))


def _ignored() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (".git", *(line for line in lines if line and not line.startswith("#")))


def _walk(folder: Path, ignored: tuple[str, ...]) -> Iterator[Path]:
    for path in folder.iterdir():
        if any(_is(path, pattern) for pattern in ignored):
            continue
        if path.is_dir():
            yield from _walk(path, ignored)
        else:
            yield path


def _is(path: Path, pattern: str) -> bool:
    at_root = pattern.startswith("/")
    return fnmatch(path.name, pattern.strip("/")) and (not at_root or path.parent == ROOT)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def modules() -> tuple[Path, ...]:
    """Our Python modules, without the migrations, which Django writes."""
    return tuple(path for path in files(".py") if "migrations" not in path.parts)
