"""Whom the desk believes a request to come from."""

from typing import Any

import pytest

from araz.server.forwarded import believed, networks

PROXY = networks(("127.0.0.1", "10.0.0.0/8"))


def scope(client: str, **headers: str) -> dict[str, Any]:
    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"client": (client, 50000), "scheme": "http", "headers": [(b"host", b"desk"), *sent]}


def test_the_address_that_a_trusted_proxy_names_is_believed():
    seen = believed(scope("127.0.0.1", x_forwarded_for="203.0.113.9", x_forwarded_proto="https"), PROXY)
    assert (seen["client"][0], seen["scheme"]) == ("203.0.113.9", "https")


def test_a_stranger_can_name_no_address_and_no_scheme():
    seen = believed(scope("203.0.113.9", x_forwarded_for="10.1.1.1", x_forwarded_proto="https"), PROXY)
    assert (seen["client"][0], seen["scheme"]) == ("203.0.113.9", "http")


def test_what_a_client_wrote_before_the_proxys_own_entry_does_not_count():
    seen = believed(scope("127.0.0.1", x_forwarded_for="192.0.2.1, 203.0.113.9, 10.0.0.2"), PROXY)
    assert seen["client"][0] == "203.0.113.9"


@pytest.mark.parametrize("chain", ["", "unknown", "10.0.0.2", "' or 1=1"])
def test_a_chain_that_names_nobody_leaves_the_proxys_own_address(chain: str):
    assert believed(scope("127.0.0.1", x_forwarded_for=chain), PROXY)["client"][0] == "127.0.0.1"


@pytest.mark.parametrize("client", ["127.0.0.1", "203.0.113.9"])
def test_no_such_header_reaches_the_desk(client: str):
    seen = believed(
        scope(client, x_forwarded_for="192.0.2.1", x_forwarded_host="evil", forwarded="for=192.0.2.1"), PROXY
    )
    assert seen["headers"] == [(b"host", b"desk")]
