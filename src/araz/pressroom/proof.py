"""Reads proof before anything is written: holds stories in which something was found, and lets them go again.

A page with a hit is printed once more, and the stories that were asked for meanwhile are looked through: those that have
the hit in their own words are held. Where none has it, it is the paper's own, and the page keeps its old bytes.
"""

from collections.abc import Iterable, Iterator, Sequence

from araz.contracts import EditionReader, Hit, Press, PressedFile, Proofreader
from araz.edition.names import StoryId
from araz.edition.story import Story
from araz.pressroom.examining import change_of, texts_by_place
from araz.pressroom.held_back import HeldBack
from araz.pressroom.holds import Finding, Holds
from araz.pressroom.watching import Watching

PAPER = ""  # stands for the story where there is none
_OWN_PLACES = ("picture file",)  # what no reading of texts can clear


class Proof:
    """One press's proofreading; holds are shared by all presses of the site."""

    def __init__(self, holds: Holds, proofreader: Proofreader) -> None:
        self.holds = holds
        self.proofreader = proofreader
        self._withheld: dict[str, str] = {}
        self._viewed: tuple[EditionReader, int] | None = None
        self._view: EditionReader | None = None

    def view(self, edition: EditionReader) -> EditionReader:
        """Return the edition as it may be printed."""
        count = self.holds.count()
        if self._view is not None and self._viewed == (edition, count):
            return self._view
        held = self.holds.held()
        view: EditionReader = HeldBack(edition, held, str(count)) if held else edition
        self._view, self._viewed = view, (edition, count)
        return view

    # Stories

    def examine(self, edition: EditionReader, since: int) -> None:
        """Look through the stories that changed after that line of the record: hold them, or let them go."""
        examined, number = self.holds.number("examined"), edition.number()
        if examined >= number:
            return
        changes = edition.changes_since(max(since, examined))
        for story in dict.fromkeys(StoryId(change.subject) for change in changes if change.deed != "arrange"):
            self.look_through(edition, story)
        if examined >= since:  # else there are others that nobody has looked through yet
            self.holds.set_fact("examined", number)

    def is_examined(self, edition: EditionReader) -> bool:
        """Whether every story was looked through with what is known today."""
        is_same = self.proofreader.version() in ("", self.holds.fact("version"))
        return is_same and self.holds.number("examined") == edition.number()

    def note_examined(self, number: int) -> None:
        """Note that everything up to that line of the record was looked at."""
        self.holds.set_fact("examined", number)
        if version := self.proofreader.version():
            self.holds.set_fact("version", version)

    def look_through(self, edition: EditionReader, story: StoryId) -> bool:
        """Hold the story if something stands in it, else let it go; say whether it is held."""
        findings = self.findings_in(edition, story)
        if findings:
            self.hold(edition, story, findings)
        elif self.holds.is_held(story) and not self._stays(story):
            self._let_go(edition, story)
        return bool(findings)

    def _stays(self, story: StoryId) -> bool:
        """Whether a story is held for a word of the list, which nobody has opened this time."""
        return not self.proofreader.version() and any(one.kind == "word" for one in self.holds.findings_of(story))

    def look_again(self, edition: EditionReader) -> None:
        """Look through what is held: words, waivers or accounts may be others than then."""
        for story, findings in self.holds.findings().items():
            if not self.holds.is_held(StoryId(story)):
                continue
            stays = any(
                finding.place in _OWN_PLACES and not self.proofreader.waives(finding.digest) for finding in findings
            )
            if not stays:
                self.look_through(edition, StoryId(story))

    def findings_in(self, edition: EditionReader, story: StoryId) -> tuple[Finding, ...]:
        """Return what stands in a story and nobody waived."""
        return tuple(self._unwaived(story, self._hits_in(edition, story)))

    def findings_of_form(self, edition: EditionReader, story: Story) -> tuple[Finding, ...]:
        """Return the same of a form that the edition has not taken yet."""
        hits = ((place, hit) for place, text in texts_by_place(story) for hit in self._read(edition, text))
        return tuple(self._unwaived(story.id, hits))

    def _hits_in(self, edition: EditionReader, story: StoryId) -> Iterator[tuple[str, Hit]]:
        now = edition.story(story)
        if now is not None:
            texts = tuple(texts_by_place(now, edition.comments(story)))
            if self.proofreader.read(
                *(text for _, text in texts)
            ):  # mostly nothing, which is soon said of all together
                yield from ((place, hit) for place, text in texts for hit in self._read(edition, text))

    def _read(self, edition: EditionReader, text: str) -> Iterator[Hit]:
        return (hit for hit in self.proofreader.read(text) if not is_public(edition, hit))

    def _unwaived(self, story: StoryId, hits: Iterable[tuple[str, Hit]]) -> Iterator[Finding]:
        for place, hit in hits:
            digest = self.proofreader.digest(story, hit)
            if not self.proofreader.waives(digest):
                yield Finding(place, hit.kind, digest)

    def hold(
        self, edition: EditionReader, story: StoryId, findings: Iterable[Finding], former: Story | None = None
    ) -> None:
        """Hold the story; without a former form it is nowhere until it is let go."""
        path = edition.path(story)
        if path:
            self.holds.hold(story, former, findings, change_of(edition, story, path, (edition.story(story), former)))

    def _hold_whole(self, edition: EditionReader, story: StoryId, findings: Iterable[Finding]) -> None:
        """Hold the story; if what readers have of it is what was found in, that goes too."""
        if self.holds.is_held(story):
            former = self.holds.held()[story]
            forms = (edition.story(story), former)
            self.holds.drop_former(story, findings, change_of(edition, story, edition.path(story), forms))
        else:
            self.hold(edition, story, findings)

    def _let_go(self, edition: EditionReader, story: StoryId) -> None:
        former = self.holds.held().get(story)
        self.holds.let_go(story, change_of(edition, story, edition.path(story), (edition.story(story), former)))

    # Pages

    def begin(self, press: Press) -> tuple[str, ...]:
        """Return the pages of the press whose new bytes were not written when it printed last."""
        self._withheld = self.holds.withheld(press.name)
        return tuple(self._withheld)

    def note_in_order(self, press: Press, page: str) -> None:
        """Note that what the page would say now may be said."""
        if page in self._withheld:
            self.holds.release(press.name, page)
            del self._withheld[page]

    def look_at_all(
        self, edition: EditionReader, press: Press, files: Sequence[tuple[str, PressedFile, bytes]]
    ) -> set[str]:
        """Look at pages' new bytes, each with what is known at its path; return the paths that may be written."""
        hits = self.proofreader.skim((file.path, _body_of(file), known) for _, file, known in files)
        if all(is_public(edition, hit) for hit in hits):
            for page, _, _ in files:
                self.note_in_order(press, page)
            return {file.path for _, file, _ in files}
        return {file.path for page, file, known in files if self.look(edition, press, page, file, known)}

    def look(self, edition: EditionReader, press: Press, page: str, file: PressedFile, known: bytes) -> bool:
        """Look at a page's new bytes; say whether they may be written.

        If not, either a story is held now, and the edition is to be viewed anew, or the page is withheld.
        """
        hits = tuple(
            hit for hit in self.proofreader.look(file.path, _body_of(file), known) if not is_public(edition, hit)
        )
        if hits:
            return self._find_owners(edition, press, page, file, hits)
        self.note_in_order(press, page)
        return True

    def _find_owners(
        self, edition: EditionReader, press: Press, page: str, file: PressedFile, hits: tuple[Hit, ...]
    ) -> bool:
        watching = Watching(self.view(edition))
        press.print(watching, page)
        left, may_pass = set(hits), True
        for story in watching.stories_seen:
            own = [("picture file", hit) for hit in hits] if file.copy_of else self._hits_in(self.view(edition), story)
            its = [(place, hit) for place, hit in own if hit in hits or _is_part(hit, hits)]
            left -= {hit for hit in hits if any(hit == other or _is_part(other, (hit,)) for _, other in its)}
            findings = tuple(self._unwaived(story, its))
            if findings:
                self._hold_whole(edition, story, findings)
                may_pass = False
        of_paper = tuple(self._unwaived(StoryId(PAPER), (("page", hit) for hit in left)))
        if of_paper and may_pass:
            self.holds.withhold(press.name, page, file.path, of_paper)
            self._withheld[page] = file.path
        return may_pass and not of_paper


def _body_of(file: PressedFile) -> bytes:
    return file.copy_of.read_bytes() if file.copy_of else file.body


def _is_part(hit: Hit, hits: Iterable[Hit]) -> bool:
    """Whether the same was found with a little more around it, as between the tags of a page."""
    return any(hit.kind == other.kind and (hit.value in other.value or other.value in hit.value) for other in hits)


def is_public(edition: EditionReader, hit: Hit) -> bool:
    """Whether the paper itself says this to its readers: contacts of those who speak openly, and its addresses."""
    if hit.kind not in ("e-mail", "account e-mail", "host"):
        return False
    told = [byline.contact for byline in edition.bylines() if byline.kind == "open"]
    told += [entry.address for entry in edition.addresses().entries]
    told.append(edition.masthead().home)
    return any(hit.value.lower() in known.lower() for known in told)
