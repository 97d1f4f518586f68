"""A code that one test has used must not be refused in the next, where the same account has it."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_code_was_used() -> None:
    cache.clear()
