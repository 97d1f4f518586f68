"""Carries the desk's deeds into the edition: the only code that knows both sides.

Each side has its own count: the edition knows the last row that it took, so carrying rows twice changes nothing.
"""

from typing import Final

from araz.desk import outbox
from araz.edition.store import Edition

BATCH: Final = 200


def carry(edition: Edition) -> int:
    """Hand over what the edition has not, in order; return how many rows. Raises RowRefused at a row it can't hold."""
    carried = 0
    while rows := outbox.rows_after(edition.last_outbox(), BATCH):
        edition.append(rows)
        carried += len(rows)
    return carried


def note_printed(edition: Edition) -> None:
    """Tell the desk which edition has which of its deeds. Call when that edition is on disk."""
    last, number = edition.last_outbox(), _number(edition)
    while last != (again := edition.last_outbox()):  # another courier was here in between
        last, number = again, _number(edition)
    outbox.mark_printed(last, number)


def _number(edition: Edition) -> int:
    with edition.reader() as reader:
        return reader.number()
