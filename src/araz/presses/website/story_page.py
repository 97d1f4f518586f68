"""The page of a story."""

from datetime import datetime

import msgspec
from minijinja import safe

from araz.contracts import PressedFile
from araz.edition.blocks import Heading
from araz.edition.names import StoryId
from araz.edition.paper import Byline
from araz.edition.story import Correction, Story, Teaser, Tombstone
from araz.edition.text import Address
from araz.language import gregorian_date, in_digits, language
from araz.language.direction import closed
from araz.presses.website import linked_data, offline, sharing
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.story_notices import notices
from araz.presses.website.teasers import brief, kind
from araz.presses.website.withdrawn_page import print_withdrawn
from araz.typesetting.blocks import ADDRESSED, BodySetting, body_html, figure, with_dateline
from araz.typesetting.comments import comments_html, shown
from araz.typesetting.headings import NamedHeading, headings_of
from araz.typesetting.html import NOTE_MARK, Setting, attributes, inline_html, text_html
from araz.typesetting.pictures import path_of, widths
from araz.typesetting.words import named, words

LONG = 3  # headings from which on places inside of a story can be linked to
CONTENTS_FROM = 5  # headings from which on an evergreen page begins with a table of contents


def print_story(room: PrintRoom, name: StoryId) -> PressedFile | None:
    """Print the story, or its tombstone; None if it was never public."""
    story, teaser = room.edition.story(name), room.edition.teaser(name)
    if isinstance(story, Tombstone):
        return print_withdrawn(room, story)
    if story is None or teaser is None:
        return None
    spot = room.spot(teaser.path)
    return PressedFile(path=spot.path, body=_story(room, story, teaser, spot))


def _story(room: PrintRoom, story: Story, teaser: Teaser, spot: Spot) -> bytes:
    code = story.language
    setting = room.setting(code, spot)
    siblings = {sibling.language: sibling for sibling in room.edition.siblings(story.id)}
    comments = room.edition.comments(story.id)
    headings = _headings(story)
    body = _body(room, story, setting, spot, headings)
    evergreen = story.kind == "page"
    return room.render(
        "story.html",
        spot,
        code,
        kind(room, teaser),
        title=closed(story.headline),
        headline=story.headline,
        standfirst=story.standfirst,
        voice=story.kind == "opinion",
        evergreen=evergreen,
        issued_by=closed(teaser.issued_by),
        languages=room.languages(code, spot, lambda other: siblings[other].path if other in siblings else ""),
        section_href=_section_href(room, story.section, spot),
        bylines=[] if evergreen else _bylines(room, story, spot),
        time=_moment(room, story.published_at, story),
        iso_time=_iso(story.published_at),
        corrected=_moment(room, story.corrections[-1].at, story) if story.corrections else "",
        contents=_contents(headings, setting) if evergreen and len(headings) >= CONTENTS_FROM else [],
        lead_picture=_lead_picture(story, setting, spot),
        body=safe(body),
        notes=_notes(story, setting, body),
        corrections=[_correction(room, correction, story, setting) for correction in story.corrections],
        notices=notices(room, story, spot),
        siblings=[_sibling(room, siblings[other], story, spot) for other in sorted(siblings)],
        related=[brief(room, found, spot) for name in story.related if (found := room.edition.teaser(name))],
        topics=_topics(room, story, spot),
        comments=safe(comments_html(comments, code)) if comments else "",
        comments_shown=in_digits(shown(comments), code) if comments else "",
        volumes=offline.of_story(room, story, teaser, spot),
        canonical=_canonical(room, spot),
        sharing=sharing.story_tags(room, story.headline, story.standfirst, story.section, code),
        linked_data=safe(linked_data.story_data(room, story, spot.path)),
    )


# The text


def _headings(story: Story) -> tuple[NamedHeading, ...]:
    headings = [block for block in story.body if isinstance(block, Heading)]
    if len(headings) < LONG and story.kind not in ADDRESSED:
        return ()
    return headings_of(headings, story.language)


def _body(room: PrintRoom, story: Story, setting: Setting, spot: Spot, headings: tuple[NamedHeading, ...]) -> str:
    html = body_html(story.body, BodySetting(text=setting, up=spot.up, kind=story.kind, headings=headings))
    place = room.edition.place(story.place) if story.place else None
    return with_dateline(html, named(place.name, story.language) if place else "")


def _contents(headings: tuple[NamedHeading, ...], setting: Setting) -> list[Context]:
    """The headings as links, without the links and note marks that they have themselves."""
    return [
        {
            "name": heading.name,
            "is_lower": heading.level > 2,
            "html": safe(
                text_html(
                    tuple(msgspec.structs.replace(run, link=Address("")) for run in heading.text if not run.note),
                    setting,
                )
            ),
        }
        for heading in headings
    ]


def _lead_picture(story: Story, setting: Setting, spot: Spot) -> str:
    return safe(figure(story.picture, BodySetting(text=setting, up=spot.up, eager=True))) if story.picture else ""


def _notes(story: Story, setting: Setting, body: str) -> list[Context]:
    return [
        {
            "number": number,
            "digits": in_digits(number, story.language),
            "html": safe(inline_html(note, setting)),
            "is_marked": f'{NOTE_MARK}{number}"' in body,
        }
        for number, note in enumerate(story.notes, 1)
    ]


def _correction(room: PrintRoom, correction: Correction, story: Story, setting: Setting) -> Context:
    moment = f'<time datetime="{_iso(correction.at)}">{_moment(room, correction.at, story)}</time>'
    return {
        "when": safe(words(story.language)["correction"].format(date=moment)),
        "html": safe(inline_html(correction.note, setting)),
    }


# What stands beside it


def _moment(room: PrintRoom, moment: datetime, story: Story) -> str:
    """Evergreen pages say the day alone: nobody asks for the hour of a statute."""
    if story.kind == "page":
        return gregorian_date(room.day(moment), story.language)
    return room.date_and_time(moment, story.language)


def _iso(moment: datetime) -> str:
    return f"{moment.isoformat()[:16]}Z"  # stored in UTC


def _section_href(room: PrintRoom, name: str, spot: Spot) -> str:
    section = room.edition.section(name)
    return spot.to(f"{section.language}/{section.slug}/index.html") if section else ""


def _bylines(room: PrintRoom, story: Story, spot: Spot) -> list[Context]:
    found = (room.edition.byline(name) for name in story.bylines)
    return [
        {
            "name": closed(named(byline.name, story.language)),
            "href": spot.to(f"{story.language}/b/{byline.slug}.html"),
            "is_pen": byline.kind == "pen",
            "face": _face(byline, spot) if story.kind == "opinion" else None,
        }
        for byline in found
        if byline
    ]


def _face(byline: Byline, spot: Spot) -> Context | None:
    """The portrait of a person who speaks openly; a pen name has no face."""
    if byline.kind != "open" or byline.portrait is None:
        return None
    portrait = byline.portrait
    smallest = path_of(portrait.hash, widths(portrait.width)[0])
    return {"src": spot.to(smallest), "width": portrait.width, "height": portrait.height, "alt": portrait.alt}


def _topics(room: PrintRoom, story: Story, spot: Spot) -> list[Context]:
    found = (room.edition.topic(name) for name in story.topics)
    return [
        {"name": named(topic.name, story.language), "href": spot.to(f"{story.language}/t/{topic.slug}.html")}
        for topic in found
        if topic
    ]


def _sibling(room: PrintRoom, sibling: Teaser, story: Story, spot: Spot) -> Context:
    translation = sibling.translation
    # That an announcement has expired is a line of the record too, and changes no word of it.
    is_old = bool(
        translation
        and translation.of == story.id
        and not story.expired
        and translation.number < room.edition.story_number(story.id)
    )
    row = language(sibling.language)
    return {
        "href": spot.to(sibling.path),
        "name": row.own_name,
        "hreflang": row.hreflang,
        "attributes": safe(attributes(sibling.language)),
        "is_old": is_old,
    }


def _canonical(room: PrintRoom, spot: Spot) -> str:
    return safe(f"{room.masthead.home}/{spot.path}") if room.masthead.home else ""
