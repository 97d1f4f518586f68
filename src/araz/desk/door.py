"""The one door from the desk to the edition.

Every way in which Wagtail changes what is public ends in saving a page; `StoryPage.save` comes here inside the same
transaction (and `hearing` brings those pages that Wagtail saves by their base class). What readers shall have is
compared with what was handed over last, and a difference is one row of the outbox.
"""

from base64 import b32encode
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final, Protocol
from uuid import UUID

from django.conf import settings
from django.db import transaction

from araz.desk import two_persons
from araz.desk.addresses import FIXED_ADDRESS, address_for
from araz.desk.models.draft import StoryDraft
from araz.desk.models.outbox import HandedOver, PublicStory, StoryCorrection
from araz.desk.moment import public_moment
from araz.desk.outbox_rows import write_row
from araz.desk.refused import refusal
from araz.desk.to_story import Facts, story_of
from araz.edition.names import PartKey, local_day, month_of
from araz.edition.paper import Front, Part, Section, key_of
from araz.edition.story import Withdrawal
from araz.edition.text import plain
from araz.edition.upgrades import encode, store_story
from araz.language import repair

STAYS: Final = "This story was public, so it can't be deleted: its address would lie. Withdraw it instead."
_NO_ALIAS: Final = "A story has no alias: readers would find two addresses. Copy it, or move it to the other section."
_OTHER_LANGUAGE: Final = "A story stays in its language. Make a translation of it instead of carrying it over."
_DRAFT_SECTION: Final = "The section “{section}” is not public, so its stories can't be. Publish the section first."


class SectionAtDesk(Protocol):
    """What the door needs to know of a section's page."""

    pk: int
    public_id: str
    title: str
    slug: str
    live: bool
    locale_id: int
    alias_of_id: int | None

    def key(self) -> PartKey: ...

    def part(self) -> Section: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What was settled before the page was saved, for what is done after it."""

    public: "PublicStory | None"
    published_at: datetime
    note: str  # of a correction, to be told now
    was_renewed: bool  # the translation was brought up to its source
    is_partly: bool  # only some columns are saved: the object in memory may hold a draft


# Stories


def check(page: StoryDraft) -> None:
    """Refuse what no story may become. Raises ValidationError with a sentence."""
    if page.alias_of_id:
        raise refusal(_NO_ALIAS)
    if page._state.adding:
        _check_language(page)
        _note_source(page)
        page.live, page.live_revision, page.has_unpublished_changes = False, None, True  # made first, published later
        page.first_published_at = page.last_published_at = None
    if not page.live:
        page.live_revision = None
    if page.was_public() and page.address != page.public.slug:
        raise refusal(FIXED_ADDRESS.format(slug=page.public.slug), field="address")


def _check_language(page: StoryDraft) -> None:
    parent = page.get_parent() if page.path else None
    if parent and page.locale_id and parent.locale_id != page.locale_id:
        raise refusal(_OTHER_LANGUAGE)


def _note_source(page: StoryDraft) -> None:
    """A new page that shares its key with another is a translation of that other."""
    sources = type(page).objects.filter(translation_key=page.translation_key).order_by("first_published_at", "pk")
    source = sources.first()
    if source and page.translated_from is None:
        page.translated_from = source
        page.translated_number = _printed_number(source)


def _printed_number(page: StoryDraft) -> int:
    """The line of the record that last changed the story, as far as the desk knows."""
    known = PublicStory.objects.filter(page_id=page.pk).values_list("edition_number", flat=True).first()
    return known or 0


def prepare(page: StoryDraft, *, partly: bool = False) -> Prepared:
    """Fix the address at the first publication, and take the note of a correction out of the page.

    Raises ValidationError when a published address is another one now, or when somebody else has to publish.
    """
    public = PublicStory.objects.select_for_update().filter(page_id=page.pk).first() if page.pk else None
    published_at = public.published_at if public else public_moment()
    note, was_renewed = "", False
    if public and page.address != public.slug:
        raise refusal(FIXED_ADDRESS.format(slug=public.slug), field="address")
    if page.live and not partly:
        if public is None or public.revision != page.live_revision_id:
            two_persons.check(page, page.live_revision)
        if public is None:
            page.address = address_for(page, _month(published_at))
        elif public.state != "withdrawn":
            note = page.correction_note.strip()
        page.correction_note = ""
        was_renewed = page.translation_renewed
        if was_renewed and page.translated_from:
            page.translated_number = _printed_number(page.translated_from)
        page.translation_renewed = False
    return Prepared(public=public, published_at=published_at, note=note, was_renewed=was_renewed, is_partly=partly)


def pass_story(page: StoryDraft, prepared: Prepared) -> None:
    """Write the deed that the saved page asks for, if any."""
    public = prepared.public
    if page.live:
        if prepared.is_partly:
            if public and public.revision == page.live_revision_id:
                return
            pass_again(page)
            return
        _publish(page, prepared)
    elif public and public.state != "withdrawn":
        _withdraw(page, public)


@transaction.atomic
def pass_again(saved: StoryDraft) -> None:
    """Pass a story that was saved without `StoryPage.save`, or in part, as it now stands in the database."""
    pages = type(saved).objects.filter(pk=saved.pk)
    page = pages.get()
    page.withdrawal_note = saved.withdrawal_note
    prepared = prepare(page)
    if page.live:
        pages.update(
            address=page.address,
            correction_note="",
            translation_renewed=False,
            translated_number=page.translated_number,
        )
    pass_story(page, prepared)


def _publish(page: StoryDraft, prepared: Prepared) -> None:
    section = _section_of(page)
    public = prepared.public
    if prepared.note:
        StoryCorrection.objects.create(page=page, at=public_moment(), note=repair(prepared.note, page.language))
    if prepared.note or prepared.was_renewed:
        _forget_what_was_told(page, prepared.note)
    is_expired = bool(public and public.state == "expired" and has_run_out(page))
    facts = Facts(
        section=section.public_id, published_at=prepared.published_at, group=group_of(page), is_expired=is_expired
    )
    payload = store_story(story_of(page, facts))
    digest = sha256(payload).hexdigest()
    is_news = public is None or public.state == "withdrawn"
    if is_news or (public and public.digest != digest):
        write_row("publish" if is_news else "correct", page.public_id, payload, language=page.language)
    PublicStory.objects.update_or_create(
        page=page,
        defaults={
            "state": "expired" if is_expired else "live",
            "section": section.public_id,
            "revision": page.live_revision_id,
            "digest": digest,
            "withdrawal_note": "",
            "valid_until": page.valid_until if page.kind == "announcement" else None,
        },
        create_defaults={
            "story": page.public_id,
            "language": page.language,
            "month": _month(prepared.published_at),
            "slug": page.address,
            "published_at": prepared.published_at,
            "state": "live",
            "section": section.public_id,
            "revision": page.live_revision_id,
            "digest": digest,
            "valid_until": page.valid_until if page.kind == "announcement" else None,
        },
    )


def _withdraw(page: StoryDraft, public: "PublicStory") -> None:
    note = repair(page.withdrawal_note.strip(), public.language)
    payload = encode(Withdrawal(at=public_moment(), note=plain(note)))
    write_row("withdraw", public.story, payload, language=public.language)
    public.state, public.revision, public.digest, public.withdrawal_note = "withdrawn", None, "", note
    public.save()


@transaction.atomic
def expire(public: PublicStory) -> bool:
    """Mark a live announcement as run out; say whether that was news."""
    public = PublicStory.objects.select_for_update().get(pk=public.pk)
    page: StoryDraft = public.page
    if public.state != "live" or not page.live or not has_run_out(page):
        return False
    facts = Facts(section=public.section, published_at=public.published_at, group=group_of(page), is_expired=True)
    payload = store_story(story_of(page, facts))
    write_row("expire", public.story, payload, language=public.language)
    public.state, public.digest = "expired", sha256(payload).hexdigest()
    public.save()
    return True


def has_run_out(page: StoryDraft) -> bool:
    today = local_day(datetime.now(UTC), settings.ARAZ_TIME_ZONE)
    return bool(page.kind == "announcement" and page.valid_until and page.valid_until < today)


def _section_of(page: StoryDraft) -> SectionAtDesk:
    section: SectionAtDesk = page.get_parent(update=True).specific
    if section.locale_id != page.locale_id:
        raise refusal(_OTHER_LANGUAGE)
    if not section.live:
        raise refusal(_DRAFT_SECTION.format(section=section.title))
    return section


def _forget_what_was_told(page: StoryDraft, note: str) -> None:
    """No version that still carries the note of a correction, or the tick of a translation, may bring it again."""
    for revision in page.revisions.all():
        content = {**revision.content, "translation_renewed": False}
        if revision.content.get("correction_note", "").strip() == note:
            content["correction_note"] = ""
        if content != revision.content:
            type(revision).objects.filter(pk=revision.pk).update(content=content)


def _month(moment: datetime) -> str:
    return month_of(local_day(moment, settings.ARAZ_TIME_ZONE))


def group_of(page: Any) -> str:
    """Return the id that a page shares with its translations."""
    return group_of_key(page.translation_key)


def group_of_key(key: UUID) -> str:
    """Return the id of those that share a translation key, always the same for the same key."""
    return b32encode(sha256(key.bytes).digest()[:5]).decode().lower()


# Sections and other parts of the paper


def check_section(section: SectionAtDesk) -> None:
    """Refuse what would leave published stories without their section. Raises ValidationError."""
    if section.alias_of_id:
        raise refusal("A section has no alias. Make a section of its own.")
    sections: Any = type(section)
    before = sections.objects.filter(pk=section.pk).values_list("slug", flat=True).first()
    if before and before != section.slug and _was_handed_over(section.key()):
        raise refusal(f"Readers know this section as “{before}”; its address can't change any more.", field="slug")
    if section.pk and not section.live and (reason := why_section_stays(section)):
        raise refusal(reason)


def why_section_stays(section: Any) -> str:
    if PublicStory.objects.filter(section=section.public_id).exists():
        return f"The section “{section.title}” has stories that were public. Move them to another section first."
    return ""


def pass_section(section: SectionAtDesk) -> None:
    """Hand over the section as it stands in the database."""
    sections: Any = type(section)
    stored: SectionAtDesk = sections.objects.get(pk=section.pk)
    if stored.live:
        arrange(stored.part())
    else:
        take_out(stored.key())


@transaction.atomic
def arrange(part: Part) -> None:
    """Hand a part of the paper over if it differs from what was handed over last."""
    payload = encode(part)
    language = part.language if isinstance(part, Section | Front) else ""
    _arrange(key_of(part), payload, sha256(payload).hexdigest(), language)


@transaction.atomic
def take_out(key: PartKey) -> None:
    """Take a part out of the paper, if it is in it."""
    if _was_handed_over(key):
        _arrange(key, b"", "", "")


def _arrange(key: PartKey, payload: bytes, digest: str, language: str) -> None:
    known = HandedOver.objects.select_for_update().filter(subject=key).values_list("digest", flat=True).first()
    if known != digest:
        HandedOver.objects.update_or_create(subject=key, defaults={"digest": digest})
        write_row("arrange", key, payload, language=language)


def _was_handed_over(key: PartKey) -> bool:
    return HandedOver.objects.filter(subject=key).exclude(digest="").exists()
