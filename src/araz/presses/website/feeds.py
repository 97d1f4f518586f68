"""Feeds: Atom for each language and section, JSON Feed for each language.

Atom is RFC 4287, JSON Feed is version 1.1 (jsonfeed.org). Ids are tag: addresses (RFC 4151) made from story ids, so they
stay the same wherever the feed is read. Without a home address links are relative to the feed.
"""

from datetime import datetime
from html import escape

import msgspec

from araz.contracts import PressedFile
from araz.edition.names import ListKey, language_list
from araz.edition.story import Story, Teaser
from araz.language import language
from araz.presses.website import pages
from araz.presses.website.printroom import PrintRoom
from araz.typesetting.blocks import BodySetting, body_html
from araz.typesetting.html import Setting, text_html
from araz.typesetting.words import named

NEWEST = 30
IN_FULL = 15
EPOCH = "1970-01-01T00:00:00Z"  # of a feed without a story: a fixed time, since no clock may be read


def print_atom(room: PrintRoom, key: ListKey) -> PressedFile | None:
    """Print the Atom feed of a language or of one of its lists."""
    code = pages.language_of(key)
    path = pages.atom_path(room.edition, key)
    if not path or code not in room.masthead.languages or "/t/" in key or "/b/" in key:
        return None
    teasers = room.edition.newest(key, NEWEST)
    base = _base(room, path)
    own = f'<link rel="self" href="{escape(f"{room.masthead.home}/{path}")}"/>' if room.masthead.home else ""
    page = pages.list_path(room.edition, key) if "/" in key else f"{code}/index.html"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language(code).html_tag}">',
        f"<id>{escape(_tag(room, key.replace('/', '.')))}</id>",
        f"<title>{_xml(_title(room, key, code))}</title>",
        f"<updated>{_updated(teasers)}</updated>",
        f'{own}<link rel="alternate" type="text/html" href="{escape(base + page)}"/>',
        f"<author><name>{_xml(named(room.masthead.name, code))}</name></author>",
        *(_entry(room, teaser, base) for teaser in teasers),
        "</feed>\n",
    ]
    return PressedFile(path=path, body="\n".join(lines).encode())


def _entry(room: PrintRoom, teaser: Teaser, base: str) -> str:
    at = _time(teaser.published_at)
    by = room.by(teaser.bylines, teaser.language)
    author = f"<author><name>{_xml(by)}</name></author>" if by else ""
    summary = f"<summary>{_xml(teaser.standfirst)}</summary>" if teaser.standfirst else "<summary/>"
    return (
        f"<entry><id>{escape(_tag(room, teaser.id))}</id><title>{_xml(teaser.headline)}</title>"
        f"<published>{at}</published><updated>{at}</updated>{author}"
        f'<link rel="alternate" type="text/html" href="{escape(base + teaser.path)}"/>{summary}</entry>'
    )


def print_json_feed(room: PrintRoom, code: str) -> PressedFile | None:
    """Print a language's JSON Feed: the newest stories in full, some more by their standfirst."""
    if code not in room.masthead.languages:
        return None
    path = f"{code}/feed.json"
    base = _base(room, path)
    teasers = room.edition.newest(language_list(code), NEWEST)
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": named(room.masthead.name, code),
        "home_page_url": f"{base}{code}/index.html",
        "language": language(code).html_tag,
        "items": [_item(room, teaser, base, in_full=number < IN_FULL) for number, teaser in enumerate(teasers)],
    }
    if room.masthead.home:
        feed["feed_url"] = f"{room.masthead.home}/{path}"
    return PressedFile(path=path, body=msgspec.json.encode(feed) + b"\n")


def _item(room: PrintRoom, teaser: Teaser, base: str, *, in_full: bool) -> dict[str, object]:
    story = room.edition.story(teaser.id) if in_full else None
    item: dict[str, object] = {
        "id": _tag(room, teaser.id),
        "url": base + teaser.path,
        "title": teaser.headline,
        "date_published": _time(teaser.published_at),
    }
    if teaser.standfirst:
        item["summary"] = teaser.standfirst
    if by := room.by(teaser.bylines, teaser.language):
        item["authors"] = [{"name": by}]
    if isinstance(story, Story):
        item["content_html"] = _full_text(room, story, base)
    else:
        item["content_text"] = teaser.standfirst or teaser.headline
    return item


def _full_text(room: PrintRoom, story: Story, base: str) -> str:
    setting = Setting(
        language=story.language,
        find=lambda name: base + path if (path := room.edition.path(name)) else "",
        note_prefix=f"{story.id}-",
    )
    body = body_html(story.body, BodySetting(text=setting, up=base, eager=True))
    notes = "".join(
        f'<li id="note-{story.id}-{number}">{text_html(note, setting)}</li>'
        for number, note in enumerate(story.notes, 1)
    )
    return f"{body}<ol>{notes}</ol>" if notes else body


def _base(room: PrintRoom, path: str) -> str:
    return f"{room.masthead.home}/" if room.masthead.home else pages.up_from(path)


def _tag(room: PrintRoom, name: str) -> str:
    return f"tag:{room.masthead.tag_authority}:{name}"


def _title(room: PrintRoom, key: ListKey, code: str) -> str:
    paper = named(room.masthead.name, code)
    section = room.edition.section(key.rpartition("/")[2]) if "/s/" in key else None
    return f"{paper}: {section.name}" if section else paper


def _updated(teasers: tuple[Teaser, ...]) -> str:
    return max((_time(teaser.published_at) for teaser in teasers), default=EPOCH)


def _time(moment: datetime) -> str:
    return f"{moment.isoformat()[:19]}Z"


def _xml(words: str) -> str:
    return escape(words, quote=False)
