"""The one browser of all tests, and a database that each of them finds as the first one did."""

from collections.abc import Generator, Iterator

import pytest
from django.db import connection, connections
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django.plugin import blocking_manager_key

from tests.browser import CHROMIUM

settings.load_profile("ci")  # Hypothesis's own: the same examples each time, and no limit to how long one may take
expect.set_options(timeout=30_000)  # as long as for a click: on a busy machine five seconds can be too few


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("browser"):
            # Chromium does much that we neither start nor see, and a busy machine can stop it anywhere. What fails
            # twice is a fault; what fails once is told at the end, and is most often a test that waits for too little.
            item.add_marker(pytest.mark.flaky(reruns=1))
        if _empties_tables(item) and not _brings_back(item):
            raise pytest.UsageError(f"{item.nodeid} empties all tables when it ends: mark it serialized_rollback=True.")


def _empties_tables(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(asked or (mark and mark.kwargs.get("transaction")))


def _brings_back(item: pytest.Item) -> bool:
    """Whether Django keeps what migrations wrote, which it asks the mark about, and the fixture only where there is no mark."""
    if mark := item.get_closest_marker("django_db"):
        return bool(mark.kwargs.get("serialized_rollback"))
    return "django_db_serialized_rollback" in getattr(item, "fixturenames", ())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, None, None]:
    """Bring back what migrations wrote: a test that a browser takes part in empties all tables when it ends.

    Run one after another such tests come last; in several processes any test may come after one.
    """
    yield
    if nextitem and _empties_tables(item):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)  # type: ignore[attr-defined]
            connection.close()


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
