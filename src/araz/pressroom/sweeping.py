"""Finds files at a place that were erased here under a name that nobody knows any longer, by the marks of their paths."""

from collections.abc import Generator
from hashlib import sha256

from araz.contracts import Delivery, Listing
from araz.edition.erasure import mark_of
from araz.pressroom.ledger import Ledger
from araz.pressroom.receipts import Receipts


def sweep(delivery: Delivery, marks: frozenset[str], ledger: Ledger, receipts: Receipts) -> Generator[str, None, None]:
    """Take marked files away that the tree has not, yielding their paths. Raises DeliveryFailed.

    The whole place is looked through, so this is done once for each set of marks.
    """
    known = sha256("".join(sorted(marks)).encode()).hexdigest() if marks else ""
    if not isinstance(delivery, Listing) or receipts.swept(delivery.name) == known:
        return
    for path in delivery.paths():
        if mark_of(path) in marks and not ledger.has(path):
            delivery.remove(path)
            yield path
    delivery.settle()
    receipts.note_swept(delivery.name, known)
