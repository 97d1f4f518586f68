"""What readers have to know before they read: that a newer statement holds, that a date is over, that a text has changed."""

from collections.abc import Iterator
from typing import Final

from minijinja import safe

from araz.edition.names import StoryId
from araz.edition.story import Story, Teaser
from araz.language import gregorian_date
from araz.language.direction import closed
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.typesetting.html import attributes
from araz.typesetting.words import words

_NOBODY: Final = StoryId("")


def notices(room: PrintRoom, story: Story, spot: Spot) -> list[Context]:
    """Return them in the order of their weight, each with the story to which it leads, if any."""
    found: list[Context] = []
    if not (story.statement or story.translation or story.expired):
        return found
    w = words(story.language)
    if story.statement:
        if by := room.edition.teaser(story.statement.superseded_by or _NOBODY):
            found.append(_notice(w["superseded"], spot, by))
        found.extend(_notice(w["supersedes"], spot, older) for older in _superseded_by(room, story))
    if story.expired and story.valid_until:
        day = gregorian_date(story.valid_until, story.language)
        found.append(_notice(w["expired"].format(date=day), spot))
    if original := _changed_original(room, story):
        found.append(_notice(w["translation_old"], spot, original))
    return found


def _notice(says: str, spot: Spot, about: Teaser | None = None) -> Context:
    if about is None:
        return {"says": says, "href": ""}
    return {
        "says": says,
        "href": spot.to(about.path),
        "headline": closed(about.headline),
        "attributes": safe(attributes(about.language)),
    }


def _superseded_by(room: PrintRoom, story: Story) -> Iterator[Teaser]:
    """The statements whose place this one has taken, oldest first."""
    teasers = [teaser for name in room.edition.named_by(story.id) if (teaser := room.edition.teaser(name))]
    for teaser in sorted(teasers, key=lambda teaser: (teaser.published_at, teaser.id)):
        older = room.edition.story(teaser.id) if teaser.kind == "statement" else None
        if isinstance(older, Story) and older.statement and older.statement.superseded_by == story.id:
            yield teaser


def _changed_original(room: PrintRoom, story: Story) -> Teaser | None:
    """The original, when it has changed since this translation was made."""
    translation = story.translation
    if translation is None or story.expired or room.edition.story_number(translation.of) <= translation.number:
        return None
    return room.edition.teaser(translation.of)
