"""Bytes and values of metadata as short, clean words."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from araz.desk.acceptance.answers import LONGEST_VALUE, MOST_VALUES

_UNSEEN: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)


def words_of(value: object) -> str:
    """Return what a value says on one line, without signs that are not seen, shortened."""
    if isinstance(value, bytes):
        value = _decoded(value)
    if isinstance(value, tuple | list):
        value = ", ".join(words_of(each) for each in value[:MOST_VALUES])
    words = " ".join(_UNSEEN.sub(" ", str(value)).split())
    return words if len(words) <= LONGEST_VALUE else f"{words[:LONGEST_VALUE].rstrip()} …"


def several(values: Iterable[object]) -> tuple[str, ...]:
    """Return what the values say, each once, the first few."""
    return tuple(dict.fromkeys(_said(values)))[:MOST_VALUES]


def _said(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if words := words_of(value):
            yield words


def _decoded(value: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return value.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1")
