"""Carries the desk's deeds into the edition: the only code that knows both sides.

Each side has its own count: the edition knows the last row that it took, so carrying rows twice changes nothing.
"""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from araz.contracts import Proofreader
from araz.desk import held_back, outbox
from araz.edition.names import StoryId
from araz.edition.rows import OutboxRow
from araz.edition.store import Edition
from araz.pressroom.formers import keep_formers
from araz.pressroom.holds import Finding, Holds
from araz.pressroom.pressroom import Pressroom
from araz.pressroom.proof import Proof

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


def keeping_formers(edition: Edition, holds: Holds, proofreader: Proofreader) -> Callable[[Sequence[OutboxRow]], None]:
    """Return what keeps the forms that readers have, where rows would bring something that must not be printed."""

    def keep(rows: Sequence[OutboxRow]) -> None:
        with edition.reader() as reader:
            keep_formers(Proof(holds, proofreader), reader, rows)

    return keep


def note_printed(edition: Edition) -> None:
    """Tell the desk which edition has which of its deeds. Call when that edition is on disk."""
    last, number = edition.last_outbox(), _number(edition)
    while last != (again := edition.last_outbox()):  # another courier was here in between
        last, number = again, _number(edition)
    outbox.mark_printed(last, number)


def tell_held(holds: Holds) -> None:
    """Tell the desk what the presses hold back, and why."""
    found = holds.findings().items()
    held = {subject: [(one.place, one.kind, one.digest, one.thing) for one in findings] for subject, findings in found}
    held_back.tell(held, words_checked=holds.fact("words") != "sealed")
    holds.set_fact("told", "yes")


def hold_what_the_desk_knows(pressroom: Pressroom, edition: Edition, proofreader: Proofreader) -> None:
    """Hold again what the desk was told of, where the holds were lost or are those of an earlier day.

    Reading would find most of it; but not a word of the list while nobody has opened that. What is in order is let go
    when it is read again. The forms that readers kept are lost with the holds.
    """
    pressroom.meet_holds()
    holds = pressroom.holds
    if holds.fact("told"):
        return
    proof = Proof(holds, proofreader)
    with edition.reader() as reader:
        for subject, told in held_back.told().items():
            if not holds.is_held(StoryId(subject)):
                proof.hold(reader, StoryId(subject), [_finding(one) for one in told])


def _finding(told: held_back.Told) -> Finding:
    return msgspec.convert(dict(zip(Finding.__struct_fields__, told, strict=True)), Finding)


def _number(edition: Edition) -> int:
    with edition.reader() as reader:
        return reader.number()
