"""The single bridge from the desk's data to a story."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from araz.desk.body import Named, blocks_of, documents_in, ids_in
from araz.desk.models.documents import DeskDocument
from araz.desk.models.draft import StoryDraft
from araz.desk.models.images import DeskImage
from araz.desk.models.outbox import StoryCorrection
from araz.desk.pictures import picture_of
from araz.desk.rich_text import plain_text, text_of
from araz.edition.blocks import Picture
from araz.edition.names import GroupId, StoryId
from araz.edition.story import Correction, Statement, Story, Translation
from araz.edition.text import Text, plain
from araz.language import repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a story has not from its text but from where and when it stands."""

    section: str
    published_at: datetime
    group: str
    is_expired: bool = False


def story_of(page: StoryDraft, facts: Facts) -> Story:
    """Return the story that the page, as it is in memory, would be for readers."""
    language = page.language
    body, notes = page.body.raw_data, page.notes.raw_data
    named = _look_up(page, [*body, *notes])
    return Story(
        id=StoryId(page.public_id),
        group=GroupId(facts.group),
        language=language,
        kind=page.kind,  # type: ignore[arg-type]  # one of KINDS, which the form and the database keep
        section=facts.section,
        slug=page.address,
        headline=repair(page.title.strip(), language),
        standfirst=repair(page.standfirst.strip(), language),
        bylines=tuple(named_as.byline.public_id for named_as in page.named.all()),
        place=page.place.public_id if page.place else "",
        topics=tuple(about.topic.public_id for about in page.about.all()),
        published_at=facts.published_at,
        picture=_head_picture(page),
        body=blocks_of(body, language, named),
        notes=tuple(_note(raw, language, named) for raw in notes),
        related=tuple(StoryId(other.story.public_id) for other in page.see_also.all()),
        corrections=_corrections(page),
        translation=_translation(page),
        statement=_statement(page) if page.kind == "statement" else None,
        valid_until=page.valid_until if page.kind == "announcement" else None,
        expired=facts.is_expired,
        old_addresses=tuple(page.old_addresses),
    )


def _look_up(page: StoryDraft, raw: list[dict[str, Any]]) -> Named:
    """Fetch the pictures, stories and documents that the body names, in one query each."""
    pictures, pages = ids_in(raw)
    documents = documents_in(raw)
    return Named(
        pictures={image.pk: image for image in DeskImage.objects.filter(pk__in=pictures)} if pictures else {},
        stories=dict(type(page).objects.filter(pk__in=pages).values_list("pk", "public_id")) if pages else {},
        documents=DeskDocument.objects.in_bulk(documents) if documents else {},
    )


def _head_picture(page: StoryDraft) -> Picture | None:
    if page.picture is None:
        return None
    language = page.language
    return picture_of(
        page.picture,
        language,
        alt=repair(page.picture_alt, language),
        caption=plain_text(page.picture_caption, language),
        credit=repair(page.picture_credit, language),
    )


def _note(raw: dict[str, Any], language: str, named: Named) -> Text:
    return named.link(text_of(raw["value"], language))


def _corrections(page: StoryDraft) -> tuple[Correction, ...]:
    told = StoryCorrection.objects.filter(page_id=page.pk) if page.pk else ()
    return tuple(Correction(at=correction.at, note=plain(correction.note)) for correction in told)


def _translation(page: StoryDraft) -> Translation | None:
    if page.translated_from is None:
        return None
    return Translation(of=StoryId(page.translated_from.public_id), number=page.translated_number)


def _statement(page: StoryDraft) -> Statement:
    return Statement(
        number=repair(page.statement_number.strip(), page.language),
        issued_by=repair(page.issued_by.strip(), page.language),
        superseded_by=StoryId(page.superseded_by.public_id if page.superseded_by else ""),
    )
