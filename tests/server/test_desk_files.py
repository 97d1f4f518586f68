"""The desk's scripts and styles, as its listener sends them."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from araz.server.desk_listener import DeskListener
from araz.server.newsroom import NewsroomSettings


async def nobody(*_: Any) -> Any:
    raise AssertionError("Django was asked for a file")


@pytest.mark.parametrize("query", [b"", b"v=1a2b3c4d"])
def test_a_style_is_sent_with_or_without_a_version_in_its_address(query: bytes):
    sent: list[Mapping[str, Any]] = []

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/static/wagtailadmin/css/core.css",
        "query_string": query,
        "headers": [(b"host", b"localhost")],
    }
    asyncio.run(DeskListener(nobody, NewsroomSettings())(scope, nobody, send))
    assert sent[0]["status"] == 200
    assert len(sent[1]["body"]) > 10_000
    lasts = dict(sent[0]["headers"])[b"cache-control"]
    assert (b"immutable" in lasts) == bool(query)
