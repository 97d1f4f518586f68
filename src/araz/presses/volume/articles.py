"""One story as it stands in a volume: all that its page says, and nothing that needs another file."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from minijinja import safe

from araz.contracts import EditionReader, MediaStore
from araz.edition.blocks import Picture
from araz.edition.names import StoryId
from araz.edition.story import Correction, Story, Teaser, pictures_in, stories_named_in
from araz.language import gregorian_date, in_digits, language
from araz.language.calendars import clock_time, day_and_month
from araz.typesetting.blocks import BodySetting, body_html, figure, with_dateline
from araz.typesetting.html import NOTE_MARK, Setting, inline_html, text_html
from araz.typesetting.pictures import widths
from araz.typesetting.words import named, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Plates:
    """What articles are set with: the zone of their times and, if they carry pictures, where these lie."""

    zone: ZoneInfo
    media: MediaStore | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A story that was set, and what decides whether it can stand in another volume as it is."""

    context: dict[str, Any]
    has_pictures: bool
    leads_to: frozenset[StoryId]


def article(
    edition: EditionReader, story: Story, teaser: Teaser, *, plates: Plates, together: frozenset[StoryId] | None = None
) -> Article:
    """Set a story; `together` are those that stand in the same volume, None if it stands alone."""
    alone = together is None
    code, w = story.language, words(story.language)
    prefix = "" if alone else f"{story.id}-"
    setting = Setting(language=code, find=partial(_find, edition, together or frozenset()), note_prefix=prefix)
    body = BodySetting(
        text=setting, up="", draw=partial(_draw, plates.media), deeper=0 if alone else 1, site=edition.masthead().home
    )
    text = with_dateline(body_html(story.body, body), _dateline(edition, story))
    section = edition.section(story.section)
    moment = partial(_moment, zone=plates.zone, code=code)
    context = {
        "id": story.id,
        "level": 1 if alone else 2,
        "voice": story.kind == "opinion",
        "kind": _kind(teaser),
        "section": section.name if section else "",
        "headline": story.headline,
        "standfirst": story.standfirst,
        "bylines": _bylines(edition, story),
        "iso_time": story.published_at.strftime("%Y-%m-%dT%H:%MZ"),
        "time": "" if story.kind == "page" else moment(story.published_at),
        "lead_picture": safe(figure(story.picture, body)) if story.picture else "",
        "body": safe(text),
        "corrections": [_correction(correction, setting, moment(correction.at)) for correction in story.corrections],
        "notes": [
            {
                "name": f"{prefix}{number}",
                "digits": in_digits(number, code),
                "html": safe(inline_html(note, setting)),
                "is_marked": f'{NOTE_MARK}{prefix}{number}"' in text,
            }
            for number, note in enumerate(story.notes, 1)
        ],
        "w": w,
    }
    leads_to = frozenset(stories_named_in(story))
    return Article(context=context, has_pictures=bool(pictures_in(story)), leads_to=leads_to)


def _find(edition: EditionReader, together: frozenset[StoryId], story: StoryId) -> str:
    """Where a link to another story leads: into the volume, to the site, or nowhere."""
    if story in together:
        return f"#s-{story}"
    home, path = edition.masthead().home, edition.path(story)
    return f"{home}/{path}" if home and path else ""


def _draw(media: MediaStore | None, picture: Picture) -> str:
    if media is None:
        return f'<p class="instead">{escape(picture.alt, quote=False)}</p>' if picture.alt else ""
    smallest = widths(picture.width)[0]
    data = b64encode(media.file(picture.hash, smallest).read_bytes()).decode()
    return (
        f'<img src="data:image/webp;base64,{data}" width="{picture.width}" height="{picture.height}"'
        f' alt="{escape(picture.alt)}">'
    )


def _kind(teaser: Teaser) -> str:
    """The line above the headline: what this is, for a statement its number and body, for an announcement its end."""
    code, w = teaser.language, words(teaser.language)
    parts = [w[f"kind_{teaser.kind}"]]
    if teaser.statement_number:
        parts[0] += " " + w["number"].format(n=in_digits(teaser.statement_number, code))
    if teaser.issued_by:
        parts.append(teaser.issued_by)
    if teaser.kind == "announcement" and teaser.expired:
        parts.append(w["past"])
    elif teaser.valid_until:
        parts.append(w["until"].format(date=day_and_month(teaser.valid_until, code)))
    return " · ".join(parts)


def _bylines(edition: EditionReader, story: Story) -> list[dict[str, object]]:
    found = (edition.byline(name) for name in story.bylines)
    return [{"name": named(one.name, story.language), "is_pen": one.kind == "pen"} for one in found if one]


def _dateline(edition: EditionReader, story: Story) -> str:
    place = edition.place(story.place) if story.place else None
    return named(place.name, story.language) if place else ""


def _correction(correction: Correction, setting: Setting, when: str) -> dict[str, str]:
    head = words(setting.language)["correction"].format(date=when)
    return {"when": head, "html": safe(text_html(correction.note, setting))}


def _moment(moment: datetime, *, zone: ZoneInfo, code: str) -> str:
    local = moment.astimezone(zone)
    return f"{gregorian_date(local.date(), code)}{language(code).comma}{clock_time(local.time(), code)}"
