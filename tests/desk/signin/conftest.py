"""Tests that fail to sign in must not make the next test wait."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nobody_has_tried_yet() -> None:
    cache.clear()
