"""In which line of a TOML file a key stands: the reader of TOML does not say."""

import re
import tomllib
from typing import Final

_HEADER: Final = re.compile(r"\s*(\[{1,2}.*?\]{1,2})\s*(?:#.*)?$")
_KEY: Final = re.compile(
    r"""\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+))*)\s*="""
)


class Lines:
    """Knows the lines of tables and of keys that begin a line; a key within braces has the line of its braces."""

    def __init__(self, text: str, file: str = "") -> None:
        self.file = file  # name, without folders
        self._lines: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(text.split("\n"), start=1):
            if header := _HEADER.fullmatch(line):
                table = _path(header[1])
                self._lines.setdefault(table, number)
            elif key := _KEY.match(line):
                self._lines.setdefault(table + _path(f"{key[1]} = 0"), number)

    def of(self, where: tuple[str, ...]) -> int:
        """Return the line of a key, or of the nearest thing around it; 1 if nothing is known."""
        return next(
            (self._lines[where[:depth]] for depth in range(len(where), 0, -1) if where[:depth] in self._lines), 1
        )


def _path(toml: str) -> tuple[str, ...]:
    """Return the keys that a piece of TOML nests."""
    try:
        inner: object = tomllib.loads(toml)
    except tomllib.TOMLDecodeError:
        return ()
    path: list[str] = []
    while isinstance(inner, dict | list) and inner:
        if isinstance(inner, list):
            inner = inner[-1]
        else:
            key = next(iter(inner))
            path.append(key)
            inner = inner[key]
    return tuple(path)
