"""Why one story is held back, for the editor who has it open."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from araz.desk.found_things import found_things
from araz.desk.held_words import in_words, where_in_words
from araz.desk.models.held import HeldBack


@dataclass(frozen=True, slots=True)
class Found:
    """One finding in words, with the thing itself where it is no secret to whoever reads the story."""

    sentence: str
    value: str


def held_story(story: Any) -> list[Found]:
    """Return what a story is held for; empty if it is not held."""
    held = HeldBack.objects.filter(subject=story.public_id).first()
    if held is None:
        return []
    with found_things() as things:
        return [
            Found(
                gettext("{what}, {where}").format(what=in_words(one.kind), where=where_in_words(one.place)),
                things.value(held.subject, [one.digest]),
            )
            for one in held.found.order_by("pk")
        ]
