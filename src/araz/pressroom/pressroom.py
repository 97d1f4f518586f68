"""The pressroom: prints what is newer than its own number, and nothing else.

A batch goes through four steps, so that a crash at any moment is repaired by running again:

1. print the pages in memory and compare with the ledger;
2. put every file that will change *in doubt* in the ledger, and commit;
3. write and remove the files, and wait for the disk;
4. note the new hashes and the number reached in the ledger, and commit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Final, Self

from araz.contracts import EditionReader, LeadingOn, Press, PressedFile
from araz.edition.store import Edition
from araz.pressroom.account import Account, Sheet
from araz.pressroom.ledger import Ledger
from araz.pressroom.lock import locked
from araz.pressroom.maps import write_maps
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


@dataclass(slots=True)
class _Batch:
    """What printing some pages comes to."""

    files: list[tuple[Sheet, PressedFile]] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


class Pressroom:
    """One press, one site. Several processes may own one; the lock of its press lets them in one by one.

    The presses of a site share the tree and the ledger: each file belongs to one of them.
    """

    def __init__(self, edition: Edition, press: Press, site: Path) -> None:
        self._edition = edition
        self._press = press
        self._site = site
        self._lock = site / f"{press.name}.lock"
        self._ledger = Ledger(site / "ledger.db")
        self._account = self._ledger.account(press.name)
        self.tree = Tree(site / "public")
        self.tree.root.mkdir(parents=True, exist_ok=True)

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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def needs_resetting(self) -> bool:
        """Say whether all pages have to be printed anew: on the first run, for another design or another paper."""
        return self._account.fact("design") != self._design or self._account.fact("resetting") == "due"

    def is_behind(self) -> bool:
        """Say whether the edition has what this press has not printed, or all has to be printed anew."""
        return self._account.number("number") < self._edition_number() or self.needs_resetting()

    def press_new(self) -> Printed:
        """Print what the edition has and the ledger has not; that the whole paper must be reset is only noted."""
        with locked(self._lock), self._edition.reader() as edition:
            return self._press_new(edition)

    def _press_new(self, edition: EditionReader) -> Printed:
        done, number = self._account.number("number"), edition.number()
        if not 0 <= number - done <= MANY_CHANGES or not self._account.fact("design"):
            # First run, a whole archive at once, or an edition that lost its last lines: believe nothing.
            self._note_number(number, reset=True)
            return Printed(number=number, resetting=True)
        changes = edition.changes_since(done)
        if not changes:
            return Printed(number=number, resetting=self.needs_resetting())
        pages = self._press.touched(edition, changes)
        written, removed, size = [], [], 0
        for part in _portions(pages, BATCH):
            batch = self._print(edition, part)
            self._carry_out(batch)
            written += [sheet.path for sheet, _ in batch.files]
            removed += batch.gone
            size += sum(sheet.bytes for sheet, _ in batch.files)
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
        with locked(self._lock), self._ledger.transaction():
            self._account.set_fact("resetting", "due")
            self._account.set_fact("round", self._account.number("round") + 1)
            self._account.set_fact("design", self._account.fact("design") or "under way")
            asked = self._account.fact("asked")
            if not self._account.number("number"):
                self._account.set_fact("number", self._edition_number())
        with self._edition.reader() as edition:
            pages = self._press.everything(edition)
            while part := tuple(islice(pages, BATCH)):
                yield self._reset_some(part)
        while left := self._account.left_over(BATCH):
            yield self._drop(left)
        with locked(self._lock), self._ledger.transaction():
            if self._account.fact("asked") == asked:  # else it was asked for again meanwhile
                self._account.set_fact("resetting", "")
            self._account.set_fact("design", self._design)

    def _edition_number(self) -> int:
        with self._edition.reader() as edition:
            return edition.number()

    def _reset_some(self, pages: Sequence[str]) -> Printed:
        with locked(self._lock), self._edition.reader() as edition:
            newer = self._press_new(edition)
            batch = self._print(edition, pages)
            self._carry_out(batch)
            return Printed(
                number=newer.number,
                written=(*newer.written, *(sheet.path for sheet, _ in batch.files)),
                removed=(*newer.removed, *batch.gone),
                bytes=newer.bytes + sum(sheet.bytes for sheet, _ in batch.files),
                resetting=True,
            )

    def _drop(self, paths: Sequence[str]) -> Printed:
        with locked(self._lock):
            self._carry_out(_Batch(gone=list(paths)))
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

    # One batch

    def _print(self, edition: EditionReader, pages: Sequence[str]) -> _Batch:
        batch = _Batch()
        for page, known in self._account.printed(pages).items():
            file = self._press.print(edition, page)
            batch.gone += [path for path in known if file is None or path != file.path]
            if file is None:
                continue
            sheet = _sheet(page, file)
            if known.get(file.path) == sheet.hash:
                batch.same.append(file.path)
            else:
                batch.files.append((sheet, file))
        kept = {sheet.path for sheet, _ in batch.files} | set(batch.same)
        batch.gone = [path for path in dict.fromkeys(batch.gone) if path not in kept]
        return batch

    def _carry_out(self, batch: _Batch) -> None:
        sheets = [sheet for sheet, _ in batch.files]
        if sheets or batch.gone:
            with self._ledger.transaction():
                self._account.doubt(sheets, batch.gone)
            for _, file in batch.files:
                self.tree.write(file)
            for path in batch.gone:
                self.tree.remove(path)
            self.tree.sync()
        with self._ledger.transaction():
            self._account.settle(sheets, batch.same, batch.gone)


def _sheet(page: str, file: PressedFile) -> Sheet:
    if file.copy_of:  # named after its content: the name is hash enough
        return Sheet(path=file.path, page=page, hash=file.path, bytes=file.copy_of.stat().st_size)
    return Sheet(path=file.path, page=page, hash=blake2b(file.body, digest_size=16).hexdigest(), bytes=len(file.body))


def _portions(pages: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(pages), size):
        yield pages[start : start + size]
