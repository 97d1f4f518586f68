"""The second door: for stories that were written elsewhere, many at once.

As at the first door, page and outbox row are written in one transaction. Unlike there, nobody is asked, no form is shown
and no version is kept: the editor shows the page as it is. Search index and references follow in the background.
"""

import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

import msgspec
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Page

from araz.desk.indexing import index_soon
from araz.desk.models.origins import Origin
from araz.desk.models.outbox import Outbox, OutboxCount, PublicStory
from araz.desk.models.pages import SectionPage
from araz.desk.models.story import StoryByline, StoryPage, StoryTopic
from araz.desk.outbox_rows import announce
from araz.desk.rows import Row, put_in
from araz.edition.comments import Comment
from araz.edition.names import local_day, month_of, rounded
from araz.edition.rows import SALT_BYTES, Deed
from araz.edition.story import Story
from araz.edition.upgrades import encode, store_story
from araz.language.slugs import MAX_LENGTH, is_reserved, slug

_PAGES: Final = "wagtailcore_page"
_STEM: Final = MAX_LENGTH - 6  # what every numbered form of an address has in common with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One story as it comes in."""

    origin: Origin
    source: str  # digest of it as it is where it comes from
    story: Story  # as readers shall have it; `slug` is what is wished for
    body: list[dict[str, Any]]  # the same for the desk
    notes: list[dict[str, Any]]
    translation_key: UUID
    picture: int | None = None  # number of the picture above it
    is_public: bool = True
    comments: tuple[Comment, ...] = ()


def reserve_pages(count: int) -> int:
    """Keep so many numbers of pages for what will be brought in; return the first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("update sqlite_sequence set seq = seq + %s where name = %s returning seq", [count, _PAGES])
            last = int(cursor.fetchone()[0])
        else:
            sequence = f"pg_get_serial_sequence('{_PAGES}', 'id')"
            cursor.execute(f"select setval({sequence}, nextval({sequence}) + %s)", [count - 1])
            last = int(cursor.fetchone()[0])
    return last - count + 1


@transaction.atomic
def publish_imported(arrivals: Sequence[Arrival], numbers: "Numbers") -> None:
    """Make a page of each story and hand over those that are public, with their comments, in this order."""
    sections = _hold_sections({arrival.story.section for arrival in arrivals})
    named = _with_addresses(arrivals)
    put_in(Page, _pages(named, sections))
    put_in(StoryPage, map(_story_row, named))
    put_in(StoryByline, _bylines(named, numbers))
    put_in(StoryTopic, _topics(named, numbers))
    _hand_over([each for each in named if each.arrival.is_public])
    _note_origins(named)
    index_soon([each.arrival.origin.page_number for each in named])


@dataclass(frozen=True, slots=True)
class Numbers:
    """The desk's numbers of bylines and topics, by their ids in the edition."""

    bylines: Mapping[str, int]
    topics: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """An arrival whose story has its address."""

    arrival: Arrival
    story: Story
    month: str
    stored: bytes


# Addresses


def _with_addresses(arrivals: Sequence[Arrival]) -> list[_Named]:
    """Give each public story an address that no other has in its month."""
    moments = [rounded(arrival.story.published_at) for arrival in arrivals]
    months = [month_of(local_day(moment, settings.ARAZ_TIME_ZONE)) for moment in moments]
    taken = _taken(arrivals, months)
    named = []
    for arrival, moment, month in zip(arrivals, moments, months, strict=True):
        address = ""
        if arrival.is_public:
            here = taken[arrival.story.language, month]
            address = _free(_wish(arrival.story), here)
            here.add(address)
        story = msgspec.structs.replace(arrival.story, slug=address, published_at=moment)
        named.append(_Named(arrival=arrival, story=story, month=month, stored=store_story(story)))
    return named


def _taken(arrivals: Sequence[Arrival], months: Sequence[str]) -> defaultdict[tuple[str, str], set[str]]:
    """The addresses in use that are wished for; and where one is, those beside it that begin alike."""
    taken: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    wishes = [_wish(arrival.story) for arrival in arrivals]
    languages = {arrival.story.language for arrival in arrivals}
    known = PublicStory.objects.filter(language__in=languages, month__in=set(months), slug__in=set(wishes))
    for language, month, found in list(known.values_list("language", "month", "slug")):
        alike = PublicStory.objects.filter(language=language, month=month, slug__startswith=found[:_STEM])
        taken[language, month].update(alike.values_list("slug", flat=True))
    return taken


def _wish(story: Story) -> str:
    wish = slug(story.slug or story.headline, story.language)[:MAX_LENGTH].strip("-")
    return f"{wish or story.id}-{story.id}"[:MAX_LENGTH].strip("-") if is_reserved(wish) or not wish else wish


def _free(wish: str, taken: set[str]) -> str:
    free, count = wish, 1
    while free in taken:
        count += 1
        free = f"{wish[: MAX_LENGTH - 1 - len(str(count))].strip('-')}-{count}"
    return free


# Pages


def _hold_sections(ids: Iterable[str]) -> dict[str, SectionPage]:
    """Hold the sections, so that nobody else adds a page at the same place in the tree."""
    held = SectionPage.objects.select_for_update().filter(public_id__in=sorted(ids)).select_related("locale")
    return {section.public_id: section for section in held.order_by("path")}


def _pages(named: Sequence[_Named], sections: Mapping[str, SectionPage]) -> list[Row]:
    """The rows in the table of all pages."""
    kind = ContentType.objects.get_for_model(StoryPage).pk
    steps = {key: _last_step(section) for key, section in sections.items()}
    rows = []
    for each in named:
        section = sections[each.story.section]
        steps[section.public_id] += 1
        path = StoryPage._get_path(section.path, section.depth + 1, steps[section.public_id])
        rows.append(_page_row(each, section, kind, path))
    for key, section in sections.items():
        Page.objects.filter(pk=section.pk).update(numchild=section.numchild + _count(named, key))
    return rows


def _last_step(section: SectionPage) -> int:
    """The place in the tree of the section's last story; 0 if it has none."""
    # Not `startswith`: on SQLite that looks at every page there is.
    below = Page.objects.filter(path__range=Page._get_children_path_interval(section.path), depth=section.depth + 1)
    last = below.order_by("-path").values_list("path", flat=True).first()
    return StoryPage._str2int(last[len(section.path) :]) if last else 0


def _count(named: Sequence[_Named], section: str) -> int:
    return sum(each.story.section == section for each in named)


def _page_row(each: _Named, section: SectionPage, kind: int, path: str) -> Row:
    story, arrival = each.story, each.arrival
    moment = story.published_at if arrival.is_public else None
    return {
        "id": arrival.origin.page_number,
        "path": path,
        "depth": section.depth + 1,
        "title": story.headline,
        "draft_title": story.headline,
        "slug": story.id,
        "url_path": f"{section.url_path}{story.id}/",
        "content_type_id": kind,
        "locale_id": section.locale_id,
        "translation_key": arrival.translation_key,
        "live": arrival.is_public,
        "has_unpublished_changes": not arrival.is_public,
        "first_published_at": moment,
        "last_published_at": moment,
    }


def _story_row(each: _Named) -> Row:
    story, arrival = each.story, each.arrival
    picture = story.picture
    return {
        "page_ptr_id": arrival.origin.page_number,
        "public_id": story.id,
        "kind": story.kind,
        "standfirst": story.standfirst,
        "address": story.slug,
        "old_addresses": list(story.old_addresses),
        "picture_id": arrival.picture,
        "picture_alt": picture.alt if picture else "",
        "picture_caption": "".join(run.text for run in picture.caption) if picture else "",
        "picture_credit": picture.credit if picture else "",
        "body": json.dumps(arrival.body),
        "notes": json.dumps(arrival.notes),
        "valid_until": story.valid_until,
        "statement_number": story.statement.number if story.statement else "",
        "issued_by": story.statement.issued_by if story.statement else "",
    }


def _bylines(named: Sequence[_Named], numbers: Numbers) -> list[Row]:
    return [
        {"page_id": each.arrival.origin.page_number, "byline_id": numbers.bylines[byline], "sort_order": order}
        for each in named
        for order, byline in enumerate(each.story.bylines)
    ]


def _topics(named: Sequence[_Named], numbers: Numbers) -> list[Row]:
    return [
        {"page_id": each.arrival.origin.page_number, "topic_id": numbers.topics[topic], "sort_order": order}
        for each in named
        for order, topic in enumerate(each.story.topics)
    ]


# The outbox


def _hand_over(named: Sequence[_Named]) -> None:
    today = local_day(datetime.now(UTC), settings.ARAZ_TIME_ZONE)
    number = _reserve_rows(sum(1 + len(each.arrival.comments) for each in named))
    rows: list[Row] = []

    def row(deed: Deed, subject: str, payload: bytes, language: str) -> None:
        nonlocal number
        salt = secrets.token_bytes(SALT_BYTES)
        fields = {"number": number, "deed": deed, "subject": subject, "language": language}
        rows.append({**fields, "salt": salt, "day": today, "payload": payload})
        number += 1

    for each in named:
        row("import", each.story.id, each.stored, each.story.language)
        for comment in each.arrival.comments:
            row("comment", comment.id, encode(comment), each.story.language)
    put_in(Outbox, rows)
    put_in(PublicStory, map(_public, named))
    announce()


def _reserve_rows(count: int) -> int:
    held, _ = OutboxCount.objects.select_for_update().get_or_create(pk=1)
    first = int(held.last) + 1
    held.last += count
    held.save(update_fields=["last"])
    return first


def _public(each: _Named) -> Row:
    return {
        "page_id": each.arrival.origin.page_number,
        "story": each.story.id,
        "language": each.story.language,
        "month": each.month,
        "slug": each.story.slug,
        "published_at": each.story.published_at,
        "state": "live",
        "section": each.story.section,
        "digest": _digest(each.stored),
        "valid_until": each.story.valid_until if each.story.kind == "announcement" else None,
    }


def _note_origins(named: Sequence[_Named]) -> None:
    origins = [each.arrival.origin for each in named]
    for origin, each in zip(origins, named, strict=True):
        origin.source = each.arrival.source
        origin.brought = _digest(each.stored) if each.arrival.is_public else ""
    with connection.cursor() as cursor:  # bulk_update writes a condition for each row, and takes many times as long
        cursor.executemany(
            "update desk_origin set source = %s, brought = %s where id = %s",
            [(origin.source, origin.brought, origin.pk) for origin in origins],
        )


def _digest(stored: bytes) -> str:
    return sha256(stored).hexdigest()
