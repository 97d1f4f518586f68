"""The page of a story, and what stands in its place when it was taken back."""

from html import escape

from minijinja import safe

from araz.contracts import PressedFile
from araz.edition.names import StoryId
from araz.edition.story import Correction, Story, Teaser, Tombstone
from araz.language import in_digits, language
from araz.presses.website import linked_data, sharing
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.teasers import brief, kind
from araz.typesetting.blocks import BodySetting, body_html, figure
from araz.typesetting.html import Setting, attributes, text_html
from araz.typesetting.words import named, words


def print_story(room: PrintRoom, name: StoryId) -> PressedFile | None:
    """Print the story, or its tombstone; None if it was never public."""
    story, teaser = room.edition.story(name), room.edition.teaser(name)
    if isinstance(story, Tombstone):
        spot = room.spot(room.edition.path(name))
        return PressedFile(path=spot.path, body=_tombstone(room, story, spot))
    if story is None or teaser is None:
        return None
    spot = room.spot(teaser.path)
    return PressedFile(path=spot.path, body=_story(room, story, teaser, spot))


def _story(room: PrintRoom, story: Story, teaser: Teaser, spot: Spot) -> bytes:
    code = story.language
    setting = room.setting(code, spot)
    siblings = {sibling.language: sibling for sibling in room.edition.siblings(story.id)}
    return room.render(
        "story.html",
        spot,
        code,
        kind(room, teaser),
        title=story.headline,
        headline=story.headline,
        standfirst=story.standfirst,
        voice=story.kind == "opinion",
        languages=room.languages(code, spot, lambda other: siblings[other].path if other in siblings else ""),
        section_href=_section_href(room, story.section, spot),
        bylines=_bylines(room, story, spot),
        time=room.date_and_time(story.published_at, code),
        iso_time=story.published_at.strftime("%Y-%m-%dT%H:%MZ"),
        lead_picture=_lead_picture(story, setting, spot),
        body=safe(_body(room, story, setting, spot)),
        notes=_notes(story, setting),
        corrections=[_correction(room, correction, story, setting) for correction in story.corrections],
        superseded=_superseded(room, story, spot),
        siblings=[_sibling(room, sibling, story, spot) for sibling in _in_order(siblings)],
        old_translation=_old_translation(room, story, spot),
        related=[brief(room, found, spot) for name in story.related if (found := room.edition.teaser(name))],
        topics=_topics(room, story, spot),
        comments=[
            {"name": comment.name, "paragraphs": comment.text.split("\n"), "from_desk": comment.from_desk}
            for comment in room.edition.comments(story.id)
        ],
        canonical=_canonical(room, spot),
        sharing=sharing.story_tags(room, story.headline, story.standfirst, story.section, code),
        linked_data=safe(linked_data.story_data(room, story, spot.path)),
    )


def _tombstone(room: PrintRoom, stone: Tombstone, spot: Spot) -> bytes:
    code, w = stone.language, words(stone.language)
    note = text_html(stone.withdrawal.note, room.setting(code, spot))
    context: Context = {
        "title": stone.headline,
        "headline": stone.headline,
        "time": room.date_and_time(stone.published_at, code),
        "iso_time": stone.published_at.strftime("%Y-%m-%dT%H:%MZ"),
        "withdrawn": w["withdrawn"].format(date=room.date_and_time(stone.withdrawal.at, code)),
        "note": safe(note) if note else w["withdrawn_plain"],
        "languages": room.languages(code, spot),
    }
    return room.render("withdrawn.html", spot, code, context)


def _body(room: PrintRoom, story: Story, setting: Setting, spot: Spot) -> str:
    """The blocks, with the dateline at the head of the first paragraph."""
    html = body_html(story.body, BodySetting(text=setting, up=spot.up))
    dateline = _dateline(room, story)
    if not dateline:
        return html
    line = f'<span class="dateline">{escape(dateline, quote=False)}.</span>'
    return f"<p>{line} {html[3:]}" if html.startswith("<p>") else f"<p>{line}</p>{html}"


def _lead_picture(story: Story, setting: Setting, spot: Spot) -> str:
    return safe(figure(story.picture, BodySetting(text=setting, up=spot.up, eager=True))) if story.picture else ""


def _section_href(room: PrintRoom, name: str, spot: Spot) -> str:
    section = room.edition.section(name)
    return spot.to(f"{section.language}/{section.slug}/index.html") if section else ""


def _bylines(room: PrintRoom, story: Story, spot: Spot) -> list[Context]:
    found = (room.edition.byline(name) for name in story.bylines)
    return [
        {
            "name": named(byline.name, story.language),
            "href": spot.to(f"{story.language}/b/{byline.slug}.html"),
            "is_pen": byline.kind == "pen",
        }
        for byline in found
        if byline
    ]


def _topics(room: PrintRoom, story: Story, spot: Spot) -> list[Context]:
    found = (room.edition.topic(name) for name in story.topics)
    return [
        {"name": named(topic.name, story.language), "href": spot.to(f"{story.language}/t/{topic.slug}.html")}
        for topic in found
        if topic
    ]


def _dateline(room: PrintRoom, story: Story) -> str:
    place = room.edition.place(story.place) if story.place else None
    return named(place.name, story.language) if place else ""


def _notes(story: Story, setting: Setting) -> list[Context]:
    return [
        {"number": number, "digits": in_digits(number, story.language), "html": safe(text_html(note, setting))}
        for number, note in enumerate(story.notes, 1)
    ]


def _correction(room: PrintRoom, correction: Correction, story: Story, setting: Setting) -> Context:
    when = words(story.language)["correction"].format(date=room.date_and_time(correction.at, story.language))
    return {"when": when, "html": safe(text_html(correction.note, setting))}


def _superseded(room: PrintRoom, story: Story, spot: Spot) -> Context | None:
    by = story.statement.superseded_by if story.statement else StoryId("")
    teaser = room.edition.teaser(by) if by else None
    return brief(room, teaser, spot) if teaser else None


def _in_order(siblings: dict[str, Teaser]) -> list[Teaser]:
    return [siblings[code] for code in sorted(siblings)]


def _sibling(room: PrintRoom, sibling: Teaser, story: Story, spot: Spot) -> Context:
    translation = sibling.translation
    is_old = bool(
        translation and translation.of == story.id and translation.number < room.edition.story_number(story.id)
    )
    row = language(sibling.language)
    return {
        "href": spot.to(sibling.path),
        "name": row.own_name,
        "hreflang": row.hreflang,
        "attributes": safe(attributes(sibling.language)),
        "is_old": is_old,
    }


def _old_translation(room: PrintRoom, story: Story, spot: Spot) -> Context | None:
    """The original, when it has changed since this translation was made."""
    translation = story.translation
    if translation is None or room.edition.story_number(translation.of) <= translation.number:
        return None
    original = room.edition.teaser(translation.of)
    if original is None:
        return None
    return {
        "href": spot.to(original.path),
        "headline": original.headline,
        "attributes": safe(attributes(original.language)),
    }


def _canonical(room: PrintRoom, spot: Spot) -> str:
    return safe(f"{room.masthead.home}/{spot.path}") if room.masthead.home else ""
