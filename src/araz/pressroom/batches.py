"""Prints some pages together: in memory, without what must not go out, and then, as one, onto the disk."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from araz.contracts import EditionReader, Press, PressedFile
from araz.edition.names import StoryId
from araz.pressroom.account import Account, Sheet
from araz.pressroom.ledger import Ledger
from araz.pressroom.proof import Proof
from araz.pressroom.tree import Tree
from araz.pressroom.watching import Watching


@dataclass(slots=True)
class Batch:
    """What printing some pages comes to."""

    files: list[tuple[Sheet, PressedFile]] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def written(self) -> tuple[str, ...]:
        return tuple(sheet.path for sheet, _ in self.files)

    @property
    def bytes(self) -> int:
        return sum(sheet.bytes for sheet, _ in self.files)


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


class Batches:
    """Prints batches for one press, while that holds its lock."""

    def __init__(self, press: Press, ledger: Ledger, account: Account, tree: Tree, proof: Proof | None) -> None:
        self._press = press
        self._ledger = ledger
        self._account = account
        self._tree = tree
        self._proof = proof
        self._read: set[StoryId] = set()  # in this resetting, as long as not all stories were looked through

    def is_proofread(self) -> bool:
        """Say whether what is printed was looked at with all that is known today."""
        return self._proof is None or self._proof.proofreader.version() in ("", self._account.fact("proofread"))

    def begin_anew(self) -> None:
        """Look through every story again that a page shows a part of."""
        self._read.clear()

    def print(self, edition: EditionReader, pages: Sequence[str]) -> Batch:
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

    def _print_once(self, edition: EditionReader, view: EditionReader, pages: Sequence[str]) -> Batch:
        batch, pulls = Batch(), list[_Pull]()
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
        kept = {*batch.written, *batch.same}
        batch.gone = [path for path in dict.fromkeys(batch.gone) if path not in kept]
        return batch

    def _proofread(self, edition: EditionReader, pulls: Sequence[_Pull]) -> Collection[str]:
        """Return the paths that may be written; only what is new on a page is looked at, if what lies in its place was looked at, too."""
        if self._proof is None:
            return {pull.file.path for pull in pulls}
        trusted, unread = self.is_proofread(), []
        for pull in pulls:
            if pull.is_same and trusted:
                self._proof.note_in_order(self._press, pull.page)
            else:
                is_known = trusted and pull.before and not pull.file.copy_of
                unread.append((pull.page, pull.file, self._tree.read(pull.file.path) if is_known else b""))
        return self._proof.look_at_all(edition, self._press, unread)

    def carry_out(self, batch: Batch) -> None:
        """Write and remove what was printed. Until the disk has it all, the ledger has it in doubt."""
        sheets = [sheet for sheet, _ in batch.files]
        if sheets or batch.gone:
            with self._ledger.transaction():
                self._account.doubt(sheets, batch.gone)
            for _, file in batch.files:
                self._tree.write(file)
            for path in batch.gone:
                self._tree.remove(path)
            self._tree.sync()
        with self._ledger.transaction():
            self._account.settle(sheets, batch.same, batch.gone)


def _sheet(page: str, file: PressedFile) -> Sheet:
    if file.copy_of:  # named after its content: the name is hash enough
        return Sheet(path=file.path, page=page, hash=file.path, bytes=file.copy_of.stat().st_size)
    return Sheet(path=file.path, page=page, hash=blake2b(file.body, digest_size=16).hexdigest(), bytes=len(file.body))
