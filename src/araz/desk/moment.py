"""The moment that the door writes down: now, unless what is brought in happened at another time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

from araz.edition.names import rounded

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def public_moment() -> datetime:
    """Return the moment that readers are told for a deed of now: UTC, rounded down to ten minutes."""
    return rounded(_moment.get() or datetime.now(UTC))


@contextmanager
def at_moment(moment: datetime) -> Iterator[None]:
    """Date first publications, corrections and withdrawals in this block to `moment`. For what is brought in from elsewhere."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
