"""The one browser of all tests."""

from collections.abc import Iterator

import pytest
from django.db import connections
from playwright.sync_api import Browser, sync_playwright

from tests.browser import CHROMIUM


@pytest.fixture(scope="module")  # no longer: while it is open its event loop runs here, and asyncio allows no second
def chromium() -> Iterator[Browser]:
    """Chromium. By its loop Django would think our tests asynchronous: refuse the database, and open another one."""
    ours = {alias: connections[alias] for alias in connections}
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        for alias, connection in ours.items():
            connections[alias] = connection
        opened = playwright.chromium.launch(executable_path=CHROMIUM.path, args=list(CHROMIUM.arguments))
        yield opened
        opened.close()
