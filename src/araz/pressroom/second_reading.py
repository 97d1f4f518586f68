"""Reads again what was held or let out, when other things are known or decided than then."""

from collections import deque
from itertools import islice
from typing import Final

from araz.contracts import EditionReader
from araz.edition.lists import Change
from araz.edition.names import StoryId
from araz.edition.story import Story, shown_in
from araz.pressroom.held_parts import change_of_part, part_of
from araz.pressroom.proof import PICTURE_FILE, Proof

_AT_ONCE: Final = 100  # stories of one transaction; what is published meanwhile waits for so many at most


class SecondReading:
    """Goes on a portion at a time. What is held stays so until it was read again."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._waiting: deque[str] = deque()

    def begin(self, *, waivers_only: bool) -> None:
        """Find what has to be read again: all that is held, or only what other waivers may change."""
        is_let_out = self._proof.is_let_out
        held = (
            subject
            for subject, found in self._proof.holds.findings().items()
            if not waivers_only or any(map(is_let_out, found))
        )
        taken_back = (
            subject for subject, found in self._proof.holds.let_out().items() if not all(map(is_let_out, found))
        )
        self._waiting = deque(dict.fromkeys((*taken_back, *held)))  # first what must go

    def waits(self) -> bool:
        return bool(self._waiting)

    def go_on(self, edition: EditionReader) -> bool:
        """Read the next ones; say whether there are more."""
        holds = self._proof.holds
        with holds.transaction():
            parts, pages = holds.held_parts(), holds.withheld_paths()
            for subject in islice(tuple(self._waiting), _AT_ONCE):
                if subject in parts:
                    self._read_part(edition, subject)
                elif subject in pages:
                    self._ask_for_page(edition, subject)
                else:
                    self._read_story(edition, StoryId(subject))
        for _ in range(min(_AT_ONCE, len(self._waiting))):
            self._waiting.popleft()
        return bool(self._waiting)

    def _read_story(self, edition: EditionReader, story: StoryId) -> None:
        holds = self._proof.holds
        known = [*holds.findings_of(story), *holds.let_out_of(story)]
        of_files = [one for one in known if one.place == PICTURE_FILE and not self._proof.is_let_out(one)]
        holds.forget_let_out(story)
        if of_files and _shows_files(edition, story):  # no reading of texts finds them
            self._proof.hold(edition, story, (*of_files, *self._proof.findings_in(edition, story)))
        else:
            self._proof.look_through(edition, story)
        holds.note_let_out(story, (one for one in known if one.place == PICTURE_FILE and self._proof.is_let_out(one)))

    def _read_part(self, edition: EditionReader, key: str) -> None:
        former, now = self._proof.holds.held_parts()[key], part_of(edition, key)
        findings = self._proof.findings_of_part(edition, now) if now else ()
        if now is None or not findings:
            change = change_of_part(edition.number(), former, now or former)
            self._proof.holds.let_part_go(key, change)

    def _ask_for_page(self, edition: EditionReader, path: str) -> None:
        """Have a page printed once more if all that was found on it was let out."""
        findings = self._proof.holds.findings_of(path)
        if all(self._proof.proofreader.waives(one.digest) for one in findings):
            self._proof.holds.touch(path, Change(number=edition.number(), deed="arrange", subject=path))


def _shows_files(edition: EditionReader, story: StoryId) -> bool:
    now = edition.story(story)
    return isinstance(now, Story) and bool(shown_in(now))
