"""The pressroom: prints what is newer than its own number, and nothing else.

A batch goes through four steps, so that a crash at any moment is repaired by running again:

1. print the pages in memory, compare with the ledger, and have the new bytes proofread: a story in which something is
   found is held, and the pages are printed again without it;
2. put every file that will change *in doubt* in the ledger, and commit;
3. write and remove the files, and wait for the disk;
4. note the new hashes and the number reached in the ledger, and commit.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Final, Self

from araz.contracts import EditionReader, LeadingOn, Press, PressedFile, Proofreader
from araz.edition.lists import Change
from araz.edition.names import StoryId
from araz.edition.store import Edition
from araz.pressroom.account import Account, Sheet
from araz.pressroom.holds import Holds
from araz.pressroom.ledger import Ledger
from araz.pressroom.lock import locked
from araz.pressroom.maps import write_maps
from araz.pressroom.other_holds import notice_other_holds
from araz.pressroom.proof import Proof
from araz.pressroom.second_reading import SecondReading
from araz.pressroom.tree import Tree
from araz.pressroom.watching import Watching

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


@dataclass(frozen=True, slots=True)
class _Pull:
    """A page that was printed and is not read yet."""

    page: str
    file: PressedFile
    sheet: Sheet
    before: str  # the hash of what the ledger has at its path; empty if nothing

    @property
    def is_same(self) -> bool:
        return self.before == self.sheet.hash


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
        self._read: set[StoryId] = set()  # in this resetting, as long as not all stories were looked through

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
            or not self._is_proofread()
        )

    def _is_proofread(self) -> bool:
        """Say whether what is printed was looked at with all that is known today."""
        return self._proof is None or self._proof.proofreader.version() in ("", self._account.fact("proofread"))

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
        written, removed, size = [], [], 0
        for part in self._parts(edition, changes, count):
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
            self._read.clear()
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
        """Print pages without what is held; again as long as something in them has to be held."""
        if self._proof is None:
            return self._print_once(edition, edition, pages)
        while True:
            count = self._proof.holds.count()
            view = self._proof.view(edition)
            watching = None if self._proof.is_examined(edition) else Watching(view)
            batch = self._print_once(edition, view if watching is None else watching, pages)
            if watching:
                self._look_through(edition, watching)
            if self._proof.holds.count() == count:
                return batch

    def _look_through(self, edition: EditionReader, watching: Watching) -> None:
        """Look through the stories that pages show a part of, before those pages are written."""
        assert self._proof  # noqa: S101 -- nobody watches without
        self._read |= watching.whole.keys()
        for story in watching.shown.keys() - self._read:
            if not self._proof.holds.is_held(story):
                self._proof.look_through(edition, story)
        self._read |= watching.shown.keys()

    def _print_once(self, edition: EditionReader, view: EditionReader, pages: Sequence[str]) -> _Batch:
        batch, pulls = _Batch(), list[_Pull]()
        for page, known in self._account.printed(pages).items():
            file = self._press.print(view, page)
            batch.gone += [path for path in known if file is None or path != file.path]
            if file:
                pulls.append(_Pull(page, file, _sheet(page, file), known.get(file.path, "")))
            elif self._proof:
                self._proof.note_in_order(self._press, page)
        may_be_written = self._proofread(edition, pulls)
        for pull in pulls:
            if pull.is_same or pull.file.path not in may_be_written:
                batch.same.append(pull.file.path)
            else:
                batch.files.append((pull.sheet, pull.file))
        kept = {sheet.path for sheet, _ in batch.files} | set(batch.same)
        batch.gone = [path for path in dict.fromkeys(batch.gone) if path not in kept]
        return batch

    def _proofread(self, edition: EditionReader, pulls: Sequence[_Pull]) -> Collection[str]:
        """Return the paths that may be written; only what is new on a page is looked at, if what lies in its place was looked at, too."""
        if self._proof is None:
            return {pull.file.path for pull in pulls}
        trusted, unread = self._is_proofread(), []
        for pull in pulls:
            if pull.is_same and trusted:
                self._proof.note_in_order(self._press, pull.page)
            else:
                is_known = trusted and pull.before and not pull.file.copy_of
                unread.append((pull.page, pull.file, self.tree.read(pull.file.path) if is_known else b""))
        return self._proof.look_at_all(edition, self._press, unread)

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
