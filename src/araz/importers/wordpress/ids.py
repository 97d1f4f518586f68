"""Ids that are the same in every import of the same thing, so that two imports of one export make one paper."""

from hashlib import sha256
from typing import Final

from araz.edition.names import ID_LENGTH

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz234567"


def id_for(text: str) -> str:
    """Return forty bits of the text's digest in the form of an id."""
    number = int.from_bytes(sha256(text.encode()).digest()[:5], "big")
    return "".join(_LETTERS[number >> shift & 31] for shift in range(0, 5 * ID_LENGTH, 5))
