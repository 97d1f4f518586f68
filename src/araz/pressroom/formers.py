"""Keeps what readers have of a story whose correction must not be printed, before the edition forgets it."""

from collections.abc import Iterable
from typing import Final

import msgspec

from araz.contracts import EditionReader
from araz.edition.names import StoryId
from araz.edition.rows import OutboxRow
from araz.edition.story import Story
from araz.edition.upgrades import read_story
from araz.pressroom.examining import change_of
from araz.pressroom.proof import Proof

_REPLACES: Final = ("publish", "correct", "import", "expire")


def keep_formers(proof: Proof, edition: EditionReader, rows: Iterable[OutboxRow]) -> None:
    """Hold the stories to which the rows would bring something that must not be printed; they stay as they are.

    Call before the edition takes the rows. What is new is no matter for this: it is looked through when it is printed.
    """
    newest = {StoryId(row.subject): row for row in rows if row.deed in _REPLACES}
    for story, row in newest.items():
        former = edition.story(story)
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
        proof.holds.hold(former.id, former, findings, change)
