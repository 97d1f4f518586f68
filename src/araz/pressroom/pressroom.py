"""The pressroom: prints what is newer than its own number, and nothing else.

A batch goes through four steps, so that a crash at any moment is repaired by running again:

1. print the pages in memory, compare with the ledger, and have the new bytes proofread: a story in which something is
   found is held, and the pages are printed again without it;
2. put every file that will change *in doubt* in the ledger, and commit;
3. write and remove the files, and wait for the disk;
4. note the new hashes and the number reached in the ledger, and commit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final, Self

from araz.contracts import EditionReader, LeadingOn, Press, Proofreader
from araz.edition.lists import Change
from araz.edition.store import Edition
from araz.pressroom.account import Account
from araz.pressroom.batches import Batch, Batches
from araz.pressroom.holds import Holds
from araz.pressroom.ledger import Ledger
from araz.pressroom.lock import locked
from araz.pressroom.maps import write_maps
from araz.pressroom.other_holds import notice_other_holds
from araz.pressroom.proof import Proof
from araz.pressroom.second_reading import SecondReading
from araz.pressroom.tree import Tree

BATCH: Final = 200  # pages between two looks for something newer
MANY_CHANGES: Final = 2000  # more than this is cheaper to print as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What a run of the press did."""

    number: int  # of the edition that is on disk now
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    bytes: int = 0
    resetting: bool = False  # a resetting is due or under way


class Pressroom:
    """One press, one site. Several processes may own one; the lock of its press lets them in one by one.

    The presses of a site share the tree and the ledger: each file belongs to one of them.
    """

    def __init__(self, edition: Edition, press: Press, site: Path, proofreader: Proofreader | None = None) -> None:
        self._edition = edition
        self._press = press
        self._site = site
        self._lock = site / f"{press.name}.lock"
        self._ledger = Ledger(site / "ledger.db")
        self._account = self._ledger.account(press.name)
        self.tree = Tree(site / "public")
        self.tree.root.mkdir(parents=True, exist_ok=True)
        self.holds = Holds(site / "holds.db")
        self._proof = Proof(self.holds, proofreader) if proofreader else None
        self._second_reading = SecondReading(self._proof) if self._proof else None
        self._batches = Batches(press, self._ledger, self._account, self.tree, self._proof)

    @property
    def ledger(self) -> Ledger:
        return self._ledger

    @property
    def account(self) -> Account:
        return self._account

    @cached_property
    def _design(self) -> str:
        return self._press.design()

    def close(self) -> None:
        self._ledger.close()
        self.holds.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def needs_resetting(self) -> bool:
        """Say whether all pages have to be printed anew: on the first run, for another design, another paper, or words
        that what is printed was not searched for."""
        return (
            self._account.fact("design") != self._design
            or self._account.fact("resetting") == "due"
            or not self._batches.is_proofread()
        )

    def is_behind(self) -> bool:
        """Say whether the edition has what this press has not printed, or all has to be printed anew."""
        return (
            self._account.number("number") < self._edition_number() or self._is_behind_holds() or self.needs_resetting()
        )

    def _is_behind_holds(self) -> bool:
        return self._proof is not None and self._account.number("holds") < self._proof.holds.count()

    def look_again(self, proofreader: Proofreader, *, waivers_only: bool = False) -> None:
        """Have what is held or let out read again by another proofreader; `look_on` does it, a portion at a time.

        `waivers_only`: this one differs from the last in what was let out alone.
        """
        if self._proof and self._second_reading:
            self._proof.proofreader = proofreader
            self._second_reading.begin(waivers_only=waivers_only)

    def look_on(self) -> bool:
        """Read the next of what is to be read again; say whether there is more."""
        if self._second_reading is None or not self._second_reading.waits():
            return False
        with locked(self._lock), self._edition.reader() as edition:
            return self._second_reading.go_on(edition)

    def meet_holds(self) -> None:
        """Believe nothing that was printed where the holds are not those by which it was."""
        if self._proof is not None:
            with locked(self._lock):
                notice_other_holds(self.holds, self._ledger, self._account)

    def press_new(self) -> Printed:
        """Print what the edition has and the ledger has not; that the whole paper must be reset is only noted."""
        self.meet_holds()
        with locked(self._lock), self._edition.reader() as edition:
            return self._press_new(edition)

    def _press_new(self, edition: EditionReader) -> Printed:
        done, number = self._account.number("number"), edition.number()
        if not 0 <= number - done <= MANY_CHANGES or not self._account.fact("design"):
            # First run, a whole archive at once, or an edition that lost its last lines: believe nothing.
            self._note_number(number, reset=True)
            return Printed(number=number, resetting=True)
        if self._proof:
            self._proof.examine(edition, done)
        changes, count = self._changes(edition, done)
        if not changes:
            return Printed(number=number, resetting=self.needs_resetting())
        written, removed, size = list[str](), list[str](), 0
        for part in self._parts(edition, changes, count):
            batch = self._batches.print(edition, part)
            self._batches.carry_out(batch)
            written += batch.written
            removed += batch.gone
            size += batch.bytes
        self._note_number(
            number,
            reset=any(change.everywhere for change in changes),
            moved=any(change.drawers for change in changes),
        )
        return Printed(
            number=number,
            written=tuple(written),
            removed=tuple(removed),
            bytes=size,
            resetting=self.needs_resetting(),
        )

    def _changes(self, edition: EditionReader, done: int) -> tuple[Sequence[Change], int]:
        """What the record and the holds touched since the last run, and how many holds there were up to now."""
        changes = edition.changes_since(done)
        if self._proof is None:
            return changes, 0
        count = self._proof.holds.count()
        return [*changes, *self._proof.holds.altered_since(self._account.number("holds"))], count

    def _parts(self, edition: EditionReader, changes: Sequence[Change], count: int) -> Iterator[Sequence[str]]:
        """Yield the pages that the changes touch, and those that are touched by what is held meanwhile."""
        if self._proof is None:
            yield from _portions(self._press.touched(edition, changes), BATCH)
            return
        holds = self._proof.holds
        again = self._proof.begin(self._press)
        pages = tuple(dict.fromkeys((*self._press.touched(self._proof.view(edition), changes), *again)))
        while True:
            yield from _portions(pages, BATCH)
            self._account.set_fact("holds", count)
            if holds.count() == count:
                return
            altered, count = holds.altered_since(count), holds.count()
            pages = self._press.touched(self._proof.view(edition), altered)

    def _note_number(self, number: int, *, reset: bool, moved: bool = False) -> None:
        with self._ledger.transaction():
            self._account.set_fact("number", number)
            if reset or moved:
                self._account.set_fact("moved", self._account.number("moved") + 1)
            if reset:
                self._account.set_fact("resetting", "due")
                self._account.set_fact("asked", self._account.number("asked") + 1)

    def reset(self) -> Iterator[Printed]:
        """Print every page anew, those first that readers want first; yield after each batch.

        The lock is free between batches, so publishing goes on meanwhile. Only bytes that differ are written. A
        resetting that was cut off begins again.
        """
        self.meet_holds()
        with locked(self._lock), self._ledger.transaction():
            self._account.set_fact("resetting", "due")
            self._account.set_fact("round", self._account.number("round") + 1)
            self._account.set_fact("design", self._account.fact("design") or "under way")
            asked = self._account.fact("asked")
            version = self._proof.proofreader.version() if self._proof else ""
            self._batches.begin_anew()
            if not self._account.number("number"):
                self._account.set_fact("number", self._edition_number())
        with self._edition.reader() as edition:
            pages = self._press.everything(self._proof.view(edition) if self._proof else edition)
            while part := tuple(islice(pages, BATCH)):
                yield self._reset_some(part)
            yield self._reset_some(())  # what the last ones had held
            looked_through = edition.number()
        while left := self._account.left_over(BATCH):
            yield self._drop(left)
        with locked(self._lock), self._ledger.transaction():
            if self._account.fact("asked") == asked:  # else it was asked for again meanwhile
                self._account.set_fact("resetting", "")
            self._account.set_fact("design", self._design)
            if self._proof:
                self._proof.note_examined(looked_through)
                self._account.set_fact("proofread", version or self._account.fact("proofread"))

    def _edition_number(self) -> int:
        with self._edition.reader() as edition:
            return edition.number()

    def _reset_some(self, pages: Sequence[str]) -> Printed:
        with locked(self._lock), self._edition.reader() as edition:
            newer = self._press_new(edition)
            batch = self._batches.print(edition, pages)
            self._batches.carry_out(batch)
            return Printed(
                number=newer.number,
                written=(*newer.written, *batch.written),
                removed=(*newer.removed, *batch.gone),
                bytes=newer.bytes + batch.bytes,
                resetting=True,
            )

    def _drop(self, paths: Sequence[str]) -> Printed:
        with locked(self._lock):
            self._batches.carry_out(Batch(gone=list(paths)))
            return Printed(number=self._account.number("number"), removed=tuple(paths), resetting=True)

    def reset_now(self) -> Printed:
        """Print every page anew and return when that is done."""
        written: list[str] = []
        removed: list[str] = []
        size, number = 0, 0
        for step in self.reset():
            written += step.written
            removed += step.removed
            size, number = size + step.bytes, step.number
        return Printed(number=number, written=tuple(written), removed=tuple(removed), bytes=size)

    def write_maps(self) -> None:
        """Write where old addresses lead, for web servers, if that has changed since the last writing.

        All of them are written, so this belongs where nobody waits for it. The lock of the press is free meanwhile.
        """
        press = self._press
        if not isinstance(press, LeadingOn) or self._account.number("moved") == self._account.number("mapped"):
            return
        with locked(self._site / "maps.lock"):
            moved = self._account.number("moved")
            with self._edition.reader() as edition:
                write_maps(lambda: press.redirects(edition), self._site)
            self._account.set_fact("mapped", moved)


def _portions(pages: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(pages), size):
        yield pages[start : start + size]
