"""Whom a request comes from, when a proxy stands in front: believed from proxies that araz.toml names, and from no one else."""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

Scope = dict[str, Any]
Network = IPv4Network | IPv6Network


def networks(addresses: Iterable[str]) -> tuple[Network, ...]:
    """Return addresses such as 127.0.0.1 or 10.0.0.0/8 as networks. Raises ValueError."""
    return tuple(ip_network(address, strict=False) for address in addresses)


def believed(scope: Scope, proxies: tuple[Network, ...]) -> Scope:
    """Return the request as the last trusted proxy saw it, without any header that claims such a thing."""
    headers = [pair for pair in scope["headers"] if not pair[0].startswith(b"x-forwarded-") and pair[0] != b"forwarded"]
    client = scope["client"]
    if client and _is_in(client[0], proxies):
        said = dict(scope["headers"])
        address = _last_stranger(said.get(b"x-forwarded-for", b"").decode("latin-1"), proxies)
        is_secure = said.get(b"x-forwarded-proto", b"").strip() == b"https"
        scheme = "https" if is_secure else scope["scheme"]
        return {**scope, "headers": headers, "client": (address or client[0], 0), "scheme": scheme}
    return {**scope, "headers": headers}


def _last_stranger(chain: str, proxies: tuple[Network, ...]) -> str:
    """The nearest address that is not one of our proxies: all that stands before it may be made up."""
    for part in reversed(chain.split(",")):
        address = part.strip()
        if not _is_in(address, proxies):
            return address if _is_address(address) else ""
    return ""


def _is_in(address: str, proxies: tuple[Network, ...]) -> bool:
    return _is_address(address) and any(ip_address(address) in network for network in proxies)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
