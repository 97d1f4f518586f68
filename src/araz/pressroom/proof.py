"""Reads proof before anything is written: holds stories in which something was found, and lets them go again.

A page with a hit is printed once more, and the stories that were asked for meanwhile are looked through: those that have
the hit in their own words are held. Where none has it, it is the paper's own, and the page keeps its old bytes.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from araz.contracts import EditionReader, Hit, Press, PressedFile, Proofreader
from araz.edition.names import StoryId
from araz.edition.paper import Part
from araz.edition.story import Story
from araz.pressroom.examining import change_of, is_public, texts_by_place
from araz.pressroom.held_back import HeldBack
from araz.pressroom.held_parts import HeldParts, words_of_part
from araz.pressroom.holds import ANYWHERE, Finding, Holds, comments_in
from araz.pressroom.standings import Standings
from araz.pressroom.watching import Watching

PAPER: Final = ""  # stands for the story where there is none
PICTURE_FILE: Final = "picture file"  # the place that no reading of texts can clear


class Proof:
    """One press's proofreading; holds are shared by all presses of the site."""

    def __init__(self, holds: Holds, proofreader: Proofreader) -> None:
        self.holds = holds
        self.proofreader = proofreader
        self._withheld: dict[str, dict[str, str]] = {}  # by press
        self._standings = Standings()
        self._viewed: tuple[EditionReader, int] | None = None
        self._view: EditionReader | None = None

    def view(self, edition: EditionReader) -> EditionReader:
        """Return the edition as it may be printed."""
        count = self.holds.count()
        if self._view is not None and self._viewed == (edition, count):
            return self._view
        view, parts, held = edition, self.holds.held_parts(), self.holds.held_themselves()
        comments = self.holds.held_comments()
        if parts:
            view = HeldParts(view, parts, f"parts {count}")
        if held or comments:
            view = HeldBack(view, held, str(count), self._standings.of(edition), comments=comments)
        self._view, self._viewed = view, (edition, count)
        return view

    # Stories

    def examine(self, edition: EditionReader, since: int) -> None:
        """Look through the stories that changed after that line of the record: hold them, or let them go."""
        examined, number = self.holds.number("examined"), edition.number()
        if examined > number:  # the edition lost its last lines; others will stand in their place
            examined = 0
            self.holds.set_fact("examined", examined)
        if examined == number:
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
        if _is_of_comments(findings):
            self._hold_comments(edition, story, findings)
        elif findings:
            self.hold(edition, story, findings)
        elif self.holds.is_held(story):
            self._let_go(edition, story)
        return bool(findings)

    def _unread_words(self, story: StoryId) -> tuple[Finding, ...]:
        """Return the words of the list for which the story is held, as long as nobody has opened that this time."""
        if self.proofreader.version():
            return ()
        known = (one for one in self.holds.findings_of(story) if one.kind == "word")
        return tuple(one for one in known if not self.is_let_out(one))

    def is_let_out(self, finding: Finding) -> bool:
        """Whether somebody decided that this is no secret: there, or wherever it stands."""
        return self.proofreader.waives(finding.digest) or self.proofreader.waives(finding.thing)

    def findings_in(self, edition: EditionReader, story: StoryId) -> tuple[Finding, ...]:
        """Return what stands in a story and nobody let out."""
        return (*self._judge(story, self._hits_in(edition, story)), *self._unread_words(story))

    def findings_of_form(self, edition: EditionReader, story: Story) -> tuple[Finding, ...]:
        """Return what stands in a form that the edition has not taken yet, and nobody let out."""
        hits = ((place, hit) for place, text in texts_by_place(story) for hit in self._read(edition, text))
        found = (one for one in self._found(story.id, hits) if not self.is_let_out(one))
        return (*found, *self._unread_words(story.id))

    def findings_of_part(self, edition: EditionReader, part: Part) -> tuple[Finding, ...]:
        """Return the same of a part of the paper."""
        hits = (hit for hit in self.proofreader.read(words_of_part(part)) if not is_public(edition, hit, part))
        return self._of_paper("part", hits)

    def _of_paper(self, place: str, hits: Iterable[Hit]) -> tuple[Finding, ...]:
        """Return what holds the paper's own words. What is no secret in stories may still be one there."""
        found = self._found(PAPER, ((place, hit) for hit in hits))
        return tuple(one for one in found if not self.proofreader.waives(one.digest))

    def _hits_in(self, edition: EditionReader, story: StoryId) -> Iterator[tuple[str, Hit]]:
        now = edition.story(story)
        if now is not None:
            texts = tuple(texts_by_place(now, edition.comments(story)))
            if self.proofreader.read(*(text for _, text in texts)):  # mostly nothing: all together that is soon said
                yield from ((place, hit) for place, text in texts for hit in self._read(edition, text))

    def _read(self, edition: EditionReader, text: str) -> Iterator[Hit]:
        return (hit for hit in self.proofreader.read(text) if not is_public(edition, hit))

    def _found(self, subject: str, hits: Iterable[tuple[str, Hit]]) -> Iterator[Finding]:
        digest = self.proofreader.digest
        return (Finding(place, hit.kind, digest(subject, hit), digest(ANYWHERE, hit)) for place, hit in hits)

    def _judge(self, story: StoryId, hits: Iterable[tuple[str, Hit]]) -> tuple[Finding, ...]:
        """Return what holds the story, and note what would if nobody had let it out."""
        findings = tuple(self._found(story, hits))
        self.holds.note_let_out(story, filter(self.is_let_out, findings))
        return tuple(one for one in findings if not self.is_let_out(one))

    def hold(
        self, edition: EditionReader, story: StoryId, findings: Iterable[Finding], former: Story | None = None
    ) -> None:
        """Hold the story; without a former form it is nowhere until it is let go."""
        path = edition.path(story)
        if path:
            self.holds.hold(story, former, findings, change_of(edition, story, path, (edition.story(story), former)))

    def _hold_comments(self, edition: EditionReader, story: StoryId, findings: Collection[Finding]) -> None:
        """Hold comments alone: what readers keep of their story is what it says now."""
        now = edition.story(story)
        kept = now if isinstance(now, Story) else None
        with self.holds.transaction():
            self.hold(edition, story, findings, kept)
            former = self.holds.former(story)
            if kept and former != kept:
                change = change_of(edition, story, edition.path(story), (kept, former))
                self.holds.replace_former(story, kept, change)

    def _hold_whole(self, edition: EditionReader, story: StoryId, findings: Collection[Finding]) -> None:
        """Hold the story; if what readers have of it is what was found in, that goes too, unless it is comments alone."""
        if _is_of_comments(findings) and self._hold_comments_shown(edition, story, findings):
            return
        if self.holds.is_held(story):
            forms = (edition.story(story), self.holds.former(story))
            self.holds.drop_former(story, findings, change_of(edition, story, edition.path(story), forms))
        else:
            self.hold(edition, story, findings)

    def _hold_comments_shown(self, edition: EditionReader, story: StoryId, findings: Collection[Finding]) -> bool:
        """Hold comments that a page shows; say whether it shows them no longer."""
        found = self.findings_in(edition, story)
        shown = comments_in(findings) - comments_in(self.holds.findings_of(story))
        if not _is_of_comments(found) or not shown:
            return False
        self._hold_comments(edition, story, found)
        return True

    def _let_go(self, edition: EditionReader, story: StoryId) -> None:
        forms = (edition.story(story), self.holds.former(story))
        self.holds.let_go(story, change_of(edition, story, edition.path(story), forms))

    # Pages

    def begin(self, press: Press) -> tuple[str, ...]:
        """Return the pages of the press whose new bytes were not written when it printed last."""
        self._withheld[press.name] = self.holds.withheld(press.name)
        return tuple(self._withheld[press.name])

    def note_in_order(self, press: Press, page: str) -> None:
        """Note that what the page would say now may be said, or that there is no such page."""
        if press.name not in self._withheld:
            self.begin(press)
        if self._withheld[press.name].pop(page, None) is not None:
            self.holds.release(press.name, page)

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
        again = press.print(watching, page)
        if again is None or (again.body, again.copy_of) != (file.body, file.copy_of):
            return False  # something was held since it was printed: it says less already, and is printed once more
        left, may_pass = set(hits), True
        for story in watching.stories_seen:
            own = [(PICTURE_FILE, hit) for hit in hits] if file.copy_of else self._hits_in(self.view(edition), story)
            its = [(place, hit) for place, hit in own if hit in hits or _is_part(hit, hits)]
            left -= {hit for hit in hits if any(hit == other or _is_part(other, (hit,)) for _, other in its)}
            findings = self._judge(story, its)
            if findings:
                self._hold_whole(edition, story, (*findings, *self._unread_words(story)))
                may_pass = False
        of_paper = self._of_paper("page", left)
        if of_paper and may_pass:
            self.holds.withhold(press.name, page, file.path, of_paper)
            self._withheld.setdefault(press.name, {})[page] = file.path
        elif may_pass:
            self.note_in_order(press, page)
        return may_pass and not of_paper


def _is_of_comments(findings: Collection[Finding]) -> bool:
    """Whether something was found, and all of it in comments."""
    places = {one.place for one in findings}
    return bool(places) and len(comments_in(findings)) == len(places)


def _body_of(file: PressedFile) -> bytes:
    return file.copy_of.read_bytes() if file.copy_of else file.body


def _is_part(hit: Hit, hits: Iterable[Hit]) -> bool:
    """Whether the same was found with a little more around it, as between the tags of a page."""
    return any(hit.kind == other.kind and (hit.value in other.value or other.value in hit.value) for other in hits)
