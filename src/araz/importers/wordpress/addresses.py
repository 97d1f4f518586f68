"""Addresses as exports have them: some are none."""

from typing import Final
from urllib.parse import SplitResult, urlsplit

_NONE: Final = SplitResult("", "", "", "", "")


def is_numbered(address: str) -> bool:
    """Say whether an old address, as the edition writes it, names a thing by its number: `/?p=7`."""
    return "?" in address


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address; nothing of one that is none, as `http://[`."""
    try:
        return urlsplit(address.strip())
    except ValueError:
        return _NONE
