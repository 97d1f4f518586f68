"""What was let out, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from araz.desk.deciding import Decider
from araz.desk.found_things import found_things
from araz.desk.held_subjects import name_of
from araz.desk.held_words import in_words
from araz.desk.models.held import LettingOut, Waiver
from araz.desk.models.outbox import PublicStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision, with a story as an example of what it is about."""

    number: int
    scope: str
    what: str
    value: str
    stories: int
    story: Any
    name: str
    day: Any
    may_take_back: bool


def decisions_in_words(decisions: Sequence[LettingOut], decider: Decider) -> list[Decision]:
    subjects = [decision.subject for decision in decisions]
    public = (
        PublicStory.objects.filter(story__in=subjects).select_related("page__locale").defer("page__body", "page__notes")
    )
    pages = {row.story: row.page for row in public}
    digests = _digests(decisions)
    with found_things() as things:

        def value(decision: LettingOut) -> str:
            page = pages.get(decision.subject)
            return things.value(decision.subject, digests.get(decision.pk, ())) if page and decider.reads(page) else ""

        return [_in_words(decision, pages.get(decision.subject), value(decision), decider) for decision in decisions]


def _in_words(decision: LettingOut, story: Any, value: str, decider: Decider) -> Decision:
    return Decision(
        number=decision.pk,
        scope=decision.scope,
        what=in_words(decision.kind),
        value=value,
        stories=decision.stories,
        story=story,
        name=story.draft_title if story else name_of(decision.subject),
        day=decision.day,
        may_take_back=decider.may_take_back(decision, story),
    )


def _digests(decisions: Sequence[LettingOut]) -> dict[int, list[str]]:
    """By which the thing is known in the story that is the example."""
    subjects = {decision.pk: decision.subject for decision in decisions}
    rows = Waiver.objects.filter(letting_out__in=decisions, subject__in=["", *subjects.values()])
    found: dict[int, list[str]] = {}
    for decision, subject, digest in rows.values_list("letting_out", "subject", "digest"):
        if subject in ("", subjects[decision]):
            found.setdefault(decision, []).append(digest)
    return found
