"""Carries the desk's deeds into the edition: the only code that knows both sides.

Each side has its own count: the edition knows the last row that it took, so carrying rows twice changes nothing.
"""

from collections.abc import Callable, Sequence
from typing import Final

from araz.desk import held_back, outbox
from araz.edition.rows import OutboxRow
from araz.edition.store import Edition
from araz.pressroom.holds import Holds

BATCH: Final = 200


def carry(edition: Edition, before: Callable[[Sequence[OutboxRow]], None] = lambda _: None) -> int:
    """Hand over what the edition has not, in order; return how many rows. Raises RowRefused at a row it can't hold.

    `before` is shown the rows while the edition still has what they replace.
    """
    carried = 0
    while rows := outbox.rows_after(edition.last_outbox(), BATCH):
        before(rows)
        edition.append(rows)
        carried += len(rows)
    return carried


def note_printed(edition: Edition) -> None:
    """Tell the desk which edition has which of its deeds. Call when that edition is on disk."""
    last, number = edition.last_outbox(), _number(edition)
    while last != (again := edition.last_outbox()):  # another courier was here in between
        last, number = again, _number(edition)
    outbox.mark_printed(last, number)


def tell_held(holds: Holds) -> None:
    """Tell the desk what the presses hold back, and why."""
    found = holds.findings().items()
    held = {subject: [(one.place, one.kind, one.digest) for one in findings] for subject, findings in found}
    held_back.tell(held, words_checked=holds.fact("words") != "sealed")


def _number(edition: Edition) -> int:
    with edition.reader() as reader:
        return reader.number()
