"""IP addresses: those of commenters in an export, and those that somebody wrote into a text."""

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import Final

_HIDDEN: Final = "…"
# Each begins with one certain sign, so that most texts are read at the speed of memory.
_DOTS: Final = re.compile(r"\.[0-9]{1,3}\.")
_COLONS: Final = re.compile(r":[0-9a-fA-F]{0,4}:")
_LIKE: Final = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4})(?!\w|\.\d)"
)
_PLACE: Final = re.compile(r"comment_author_IP>\s*(?:<!\[CDATA\[)?([0-9a-fA-F.:]{3,45})")
_MARK: Final = "comment_author_IP>"


def of_commenters(text: str) -> Iterator[str]:
    """Yield the addresses of commenters that a part of an export has, in small letters; some several times."""
    if _MARK in text:
        yield from (found[1].lower() for found in _PLACE.finditer(text))


def without_network_addresses(text: str, is_meant: Callable[[str], bool] = lambda _: True) -> str:
    """Return the text with “…” for each IP address that is meant."""
    if not (_DOTS.search(text) or _COLONS.search(text)):
        return text
    return _LIKE.sub(lambda found: _HIDDEN if _is_address(found[0]) and is_meant(found[0].lower()) else found[0], text)


def _is_address(text: str) -> bool:
    try:
        return any(map(str.isdigit, text)) and bool(ip_address(text))
    except ValueError:
        return False
