"""Erases from the forms of held stories that readers keep, and from the notes about pages that were not printed."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from araz.edition.holdings import Held
from araz.edition.names import StoryId
from araz.edition.paper import Part
from araz.edition.reader import StoreReader
from araz.edition.story import Story
from araz.edition.upgrades import read_part, read_story
from araz.pressroom.catalogue import PRESSES
from araz.pressroom.examining import change_of
from araz.pressroom.held_parts import change_of_part
from araz.pressroom.holds import Holds
from araz.server.erasing.targets import Target
from araz.server.newsroom import Newsroom


@contextmanager
def holds_of(newsroom: Newsroom) -> Iterator[Holds]:
    with closing(Holds(newsroom.site_folder / "holds.db")) as holds:
        yield holds


def count(newsroom: Newsroom, edition: StoreReader, target: Target) -> int:
    """Return how many of the forms that readers keep have it."""
    with holds_of(newsroom) as holds:
        return sum(
            former is not None and _left(edition, target, story, former) is not None
            for story, former in holds.held().items()
        ) + sum(_left_of_part(target, key, former) is not None for key, former in holds.held_parts().items())


def take_out(newsroom: Newsroom, edition: StoreReader, target: Target) -> None:
    """Change the forms that have it, and have their pages printed again."""
    with holds_of(newsroom) as holds:
        for story, former in holds.held().items():
            left = former and _left(edition, target, story, former)
            if isinstance(left, Story) and former:
                holds.replace_former(story, left, change_of(edition, story, edition.path(story), (former, left)))
            elif left:
                holds.forget(story)
        for key, part in holds.held_parts().items():
            if rest := _left_of_part(target, key, part):
                holds.replace_part(key, rest, change_of_part(edition.number(), part, rest))
        for press in PRESSES:
            for page, path in holds.withheld(press).items():
                if target.masked(path) != path:
                    holds.release(press, page)


def _left(edition: StoreReader, target: Target, story: StoryId, former: Story) -> Story | str | None:
    """What is left of the form: another one, or nothing of it (which a sentence says); None if it stays as it is."""
    path = edition.path(story)
    erasure = target.erasure_of(Held(sort="story", subject=story, language=former.language, thing=former, path=path))
    if erasure is None:
        return None
    return read_story(bytes(erasure.stored)) if erasure.what == "story" else "erased as a whole"


def _left_of_part(target: Target, key: str, former: Part) -> Part | None:
    """What is left of a part of the paper; None if it stays as it is."""
    erasure = target.erasure_of(Held(sort="part", subject=key, language=getattr(former, "language", ""), thing=former))
    return read_part(bytes(erasure.stored)) if erasure and erasure.what == "part" else None
