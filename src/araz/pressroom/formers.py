"""Keeps what readers have of a story or a part of the paper whose new form must not be printed, before the edition
forgets it."""

from collections.abc import Iterable
from typing import Final

import msgspec

from araz.contracts import EditionReader
from araz.edition.lists import Change
from araz.edition.names import StoryId
from araz.edition.paper import Masthead, Part
from araz.edition.rows import OutboxRow
from araz.edition.story import Story
from araz.edition.upgrades import read_part, read_story
from araz.pressroom.examining import change_of
from araz.pressroom.held_parts import KEPT, change_of_part, part_of
from araz.pressroom.holds import comments_in
from araz.pressroom.proof import Proof

_REPLACES: Final = ("publish", "correct", "import", "expire")


def keep_formers(proof: Proof, edition: EditionReader, rows: Iterable[OutboxRow]) -> None:
    """Hold the stories and parts to which the rows would bring something that must not be printed; they stay as they are.

    Call before the edition takes the rows. What is new is no matter for this: it is looked through when it is printed.
    """
    newest = {row.subject: row for row in rows if row.deed in (*_REPLACES, "arrange")}
    for subject, row in newest.items():
        if row.deed == "arrange":
            _look_at_part(proof, edition, row)
            continue
        former = edition.story(StoryId(subject))
        if isinstance(former, Story):
            _look_at(proof, edition, former, row)


def _look_at(proof: Proof, edition: EditionReader, former: Story, row: OutboxRow) -> None:
    try:
        new = read_story(row.payload)
    except msgspec.MsgspecError:
        return  # the edition will refuse the row and say why
    findings = proof.findings_of_form(edition, new)
    if findings:
        change = change_of(edition, former.id, edition.path(former.id), (former, new))
        of_comments = (one for one in proof.holds.findings_of(former.id) if comments_in([one]))
        proof.holds.hold(former.id, former, (*findings, *of_comments), change)


def _look_at_part(proof: Proof, edition: EditionReader, row: OutboxRow) -> None:
    """A part that is in order again, or gone, is held no longer: the row itself has its pages printed."""
    try:
        new = read_part(row.payload) if row.payload else None
    except msgspec.MsgspecError:
        return
    kept = proof.holds.held_parts().get(row.subject)
    former = kept or part_of(edition, row.subject)
    findings = proof.findings_of_part(edition, new) if isinstance(new, KEPT) else ()
    if findings and former is not None and not _is_first_masthead(former):
        proof.holds.hold_part(row.subject, former, findings, _only_looked_at(edition, row.subject))
    elif kept:
        proof.holds.let_part_go(row.subject, change_of_part(edition.number(), kept, new or kept))


def _is_first_masthead(former: Part) -> bool:
    """Whether there was no paper before, which an edition tells by a masthead without a name."""
    return isinstance(former, Masthead) and not former.name


def _only_looked_at(edition: EditionReader, subject: str) -> Change:
    """The row that follows says which pages it touches."""
    return Change(number=edition.number(), deed="arrange", subject=subject)
