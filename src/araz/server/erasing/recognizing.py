"""Says what somebody means who names a story, a picture or a word."""

import re
from typing import Final, Literal

from araz.desk.erasing import documents, words
from araz.desk.models import StoryPage
from araz.edition.names import StoryId, is_id
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.edition.taking_out import words_in
from araz.language.wanted import Wanted
from araz.server.erasing.targets import (
    FileTarget,
    StoryTarget,
    Target,
    WordTarget,
    sentences_of,
)

Kind = Literal["story", "picture", "word"]

_DOCUMENT: Final = re.compile(r"(?:^|/)([0-9a-f]{32})(?:\.pdf)?$")
_PICTURE: Final = re.compile(r"(?:^|/)([0-9a-f]{32})(?:-\d+)?(?:\.webp)?$")
_STORY: Final = re.compile(r"(?:^|/)([a-z]{2,3}/\d{4}/\d{2}/[a-z0-9-]+\.html)$")


class NothingToErase(Exception):
    """What was named is not in the newsroom; the message says how to name it."""


def target_of(named: str, kind: Kind | None, edition: Edition, *, whole: bool = False) -> Target:
    """Return what is to be erased. Without a kind it is guessed: an address or id, the file of a picture or document, else a word.

    Raises NothingToErase.
    """
    if (
        kind in (None, "picture")
        and (found := _DOCUMENT.search(named))
        and (named.endswith(".pdf") or documents.is_known(found[1]))
    ):
        return FileTarget("document", found[1])
    if (kind in (None, "picture")) and (found := _PICTURE.search(named)):
        return FileTarget("picture", found[1])
    if kind in (None, "story") and (story := _story_named(named, edition)):
        return _story(story, edition)
    if kind == "picture":
        raise NothingToErase(
            "A picture is named by its file, “m/3f/3f….webp”, a document by “f/3f/3f….pdf”, or either by the 32 letters of its hash."
        )
    if kind == "story":
        raise NothingToErase("There is no such story. Name it by its address, “az/2026/11/name.html”, or by its id.")
    try:
        return WordTarget(_learned(Wanted(named, whole=whole), edition))
    except ValueError as error:
        raise NothingToErase(str(error)) from error


def _story_named(named: str, edition: Edition) -> StoryId | None:
    with edition.reader() as reader:
        if found := _STORY.search(named):
            return next((story for story in reader.stories() if reader.path(story) == found[1]), None)
        if is_id(named) and reader.path(StoryId(named)):
            return StoryId(named)
    drafts = StoryPage.objects.filter(public_id=named) if is_id(named) else StoryPage.objects.none()
    return StoryId(named) if drafts.exists() else None


def _story(story: StoryId, edition: Edition) -> StoryTarget:
    with edition.reader() as reader:
        comments = tuple(comment.id for comment in reader.comments(story))
        known = reader.story(story)
    return StoryTarget(story, comments, sentences_of(known) if isinstance(known, Story) else ())


def _learned(wanted: Wanted, edition: Edition) -> Wanted:
    """The word with its forms in the other script, as far as they stand anywhere in the newsroom."""
    found = words.other_forms(wanted)
    for held in edition.holdings():
        found |= wanted.in_other_scripts(words_in(held.thing))
    return wanted.with_forms(found) if found else wanted


def forms_of(target: Target, edition: Edition) -> list[str]:
    """Return how a word is written where it was found, for people to see before it goes; nothing for other targets."""
    if not isinstance(target, WordTarget):
        return []
    found = words.forms(target.wanted, target.find(lambda _: None))
    for held in edition.holdings():
        found |= target.wanted.forms_in(words_in(held.thing))
    return sorted(found)
