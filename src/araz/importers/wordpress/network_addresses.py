"""IP addresses that readers wrote into their comments: their own, or those of somebody whom they answer."""

import re
from ipaddress import ip_address
from typing import Final

_HIDDEN: Final = "…"
_LIKE: Final = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4})(?!\w|\.\d)"
)


def without_network_addresses(text: str) -> str:
    """Return the text with “…” for each IP address."""
    return _LIKE.sub(lambda found: _HIDDEN if _is_address(found[0]) else found[0], text)


def _is_address(text: str) -> bool:
    try:
        return any(map(str.isdigit, text)) and bool(ip_address(text))
    except ValueError:
        return False
