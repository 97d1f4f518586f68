"""What leads from a page to the same as one file, which needs no other: see docs/presses/volume.md."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from araz.edition.names import Month
from araz.edition.story import Story, Teaser, pictures_in
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.typesetting.pictures import widths
from araz.typesetting.volumes import (
    MONTH_PARTS,
    STORIES_OF_A_VOLUME,
    about,
    bytes_of_pictures,
    bytes_of_texts,
    day_volume,
    days_in,
    month_volume,
    part_of,
    story_volume,
    topic_volume,
)
from araz.typesetting.words import words

_STORIES_LOOKED_AT = 20  # of a day: a front page is printed with every story and must not read hundreds


def of_story(room: PrintRoom, story: Story, teaser: Teaser, spot: Spot) -> list[Context]:
    """Return the story as one file, and with its pictures if it has any."""
    text = bytes_of_texts((teaser,))
    links = [_alone(spot.to(story_volume(teaser.path)), text, story.language)]
    if pictures := _bytes_of_pictures(room, story):
        with_pictures = spot.to(story_volume(teaser.path, pictures=True))
        links.append(_with_pictures(with_pictures, text + pictures, story.language))
    return links


def of_newest_day(room: PrintRoom, newest: Sequence[Teaser], code: str, spot: Spot) -> list[Context]:
    """Return the newest day as one file, from the newest stories; with pictures if the day has few enough stories."""
    if not newest:
        return []
    day = room.day(newest[0].published_at)
    teasers = tuple(teaser for teaser in newest if room.day(teaser.published_at) == day)
    links = [of_day(teasers, day, code, spot)]
    if len(teasers) <= _STORIES_LOOKED_AT:
        stories = (room.edition.story(teaser.id) for teaser in teasers)
        pictures = sum(_bytes_of_pictures(room, story) for story in stories if isinstance(story, Story))
        if pictures:
            with_pictures = spot.to(day_volume(code, day, pictures=True))
            links.append(_with_pictures(with_pictures, bytes_of_texts(teasers) + pictures, code))
    return links


def of_day(teasers: Sequence[Teaser], day: date, code: str, spot: Spot) -> Context:
    return _alone(spot.to(day_volume(code, day)), bytes_of_texts(tuple(teasers)), code)


def of_month(
    room: PrintRoom, teasers: Sequence[Teaser], month: Month, code: str, spot: Spot, part: int = 0
) -> list[Context]:
    """Return the month of a language as one file, or its parts when it is long; of `part` that part alone.

    `teasers` are all stories of the month, whichever of them the page shows.
    """
    if len(teasers) <= STORIES_OF_A_VOLUME:
        return [_alone(spot.to(month_volume(code, month)), bytes_of_texts(tuple(teasers)), code)]
    by_part = ((one, [teaser for teaser in teasers if _part(room, teaser) == one]) for one in MONTH_PARTS)
    return [_of_part(one, shown, month, code, spot) for one, shown in by_part if shown and part in (0, one)]


def _part(room: PrintRoom, teaser: Teaser) -> int:
    return part_of(room.day(teaser.published_at))


def _of_part(part: int, teasers: Sequence[Teaser], month: Month, code: str, spot: Spot) -> Context:
    link = _alone(spot.to(month_volume(code, month, part)), bytes_of_texts(tuple(teasers)), code)
    return link | {"label": f"{days_in(part, code)}: {link['label']}"}


def of_topic(newest: Sequence[Teaser], stories: int, slug: str, code: str, spot: Spot) -> list[Context]:
    """Return the topic as one file with so many stories, of which some of the newest tell how long they are."""
    return [_alone(spot.to(topic_volume(code, slug)), bytes_of_texts(tuple(newest), stories), code)]


def _alone(href: str, size: int, code: str) -> Context:
    return {"href": href, "label": words(code)["volume"].format(size=about(size, code))}


def _with_pictures(href: str, size: int, code: str) -> Context:
    return {"href": href, "label": words(code)["volume_pictures"].format(size=about(size, code))}


def _bytes_of_pictures(room: PrintRoom, story: Story) -> int:
    """The bytes of the smallest size of each picture; none for one that is missing, since a page must not wait for it."""
    sizes = []
    for picture in pictures_in(story):
        with suppress(OSError):
            sizes.append(room.media.file(picture.hash, widths(picture.width)[0]).stat().st_size)
    return bytes_of_pictures(tuple(sizes))
