"""The names by which a listener lets itself be called. A foreign name is a sign of DNS rebinding or of a clone."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

HERE: Final = ("localhost", "127.0.0.1", "[::1]")


class KnownHosts:
    """Names with any port; letters' case and a last dot don't matter."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(name.lower().rstrip(".") for name in (*HERE, *names) if name)
        self._heard: set[str] = set()  # whole headers that were looked at already

    def __contains__(self, host: str) -> bool:
        if host in self._heard:
            return True
        if name_of(host) not in self._names:
            return False
        if len(self._heard) < 1000:
            self._heard.add(host)
        return True


def name_of(host: str) -> str:
    """Return the name in a Host header, without port and last dot; empty if it isn't one."""
    if host.startswith("["):
        name, bracket, port = host.partition("]")
        return name.lower() + bracket if not port or _is_port(port[1:]) else ""
    name, colon, port = host.partition(":")
    return name.lower().rstrip(".") if not colon or _is_port(port) else ""


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit()


def host_in(address: str) -> str:
    """Return the host name in an address like https://paper.example; empty for an empty one."""
    return urlsplit(address).hostname or ""
