"""A story as readers may see it, what is left of one that was taken back, and what lists show of it."""

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from araz.edition.blocks import Block, File, Paragraph, Picture, pictures_of, texts_of
from araz.edition.names import GroupId, Kind, StoryId
from araz.edition.text import Text, linked_stories, words_of

STORY_VERSION = 1  # raised together with a function in upgrades.py


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was wrong, said to readers."""

    at: datetime  # UTC, rounded down to ten minutes
    note: Text


class Translation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of which story, and of which line of the record, this one is a translation."""

    of: StoryId
    number: int


class Statement(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """What a statement carries besides its text."""

    number: str = ""
    issued_by: str = ""
    superseded_by: StoryId = StoryId("")


class Story(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """One story in one language."""

    id: StoryId
    group: GroupId  # shared by the story's translations
    language: str
    kind: Kind
    section: str  # id of a section of the same language
    slug: str
    headline: str
    standfirst: str = ""  # one or two sentences; empty if there are none
    bylines: tuple[str, ...] = ()  # ids; who is named, never an account
    place: str = ""  # id of the dateline's place
    topics: tuple[str, ...] = ()
    published_at: datetime  # UTC, rounded down to ten minutes; of the first publication
    picture: Picture | None = None  # beside the headline in lists and at the head of the story
    body: tuple[Block, ...] = ()
    notes: tuple[Text, ...] = ()  # footnotes; a run's `note` counts them from 1
    related: tuple[StoryId, ...] = ()  # chosen when the story was published
    corrections: tuple[Correction, ...] = ()  # oldest first
    translation: Translation | None = None
    statement: Statement | None = None
    valid_until: date | None = None  # an announcement's last day
    expired: bool = False  # set by a deed, never by comparing dates
    old_addresses: tuple[str, ...] = ()  # paths that it had elsewhere, as `old_addresses.read_address` gives them


class Withdrawal(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """That a story was taken back, when, and what its readers are told."""

    at: datetime  # UTC, rounded down to ten minutes
    note: Text = ()


class Tombstone(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """What stands at the address of a story that was taken back."""

    id: StoryId
    language: str
    kind: Kind
    section: str
    headline: str
    published_at: datetime
    withdrawal: Withdrawal


class Teaser(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """What other pages show of a story."""

    id: StoryId
    group: GroupId
    language: str
    kind: Kind
    section: str
    path: str  # from the root of the tree
    headline: str
    standfirst: str = ""
    bylines: tuple[str, ...] = ()
    place: str = ""
    published_at: datetime
    picture: Picture | None = None
    statement_number: str = ""
    issued_by: str = ""
    valid_until: date | None = None
    expired: bool = False
    corrected: bool = False
    translation: Translation | None = None  # its siblings say when it is out of date
    words: int = 0  # of the body, rounded to fifty
    opening: str = ""  # the first words, for a lead without a picture


OPENING_LETTERS = 700
WORDS_STEP = 50


def texts_in(story: Story) -> Iterator[Text]:
    """Yield every text of the story: body, footnotes, corrections, captions."""
    if story.picture:
        yield story.picture.caption
    for block in story.body:
        yield from texts_of(block)
    yield from story.notes
    for correction in story.corrections:
        yield correction.note


def pictures_in(story: Story) -> tuple[Picture, ...]:
    """Return the pictures that the story shows, in order."""
    shown = [story.picture] if story.picture else []
    for block in story.body:
        shown.extend(pictures_of(block))
    return tuple(shown)


def shown_in(story: Story) -> dict[str, int]:
    """Return what of the media store the story shows: pictures by hash with their widths, documents with none (0)."""
    documents = {block.hash: 0 for block in story.body if isinstance(block, File)}
    return documents | {picture.hash: picture.width for picture in pictures_in(story)}


def stories_named_in(story: Story) -> tuple[StoryId, ...]:
    """Return the ids of the other stories whose headline or address the story's page shows."""
    named = [
        *story.related,
        *(StoryId(link) for link in linked_stories(texts_in(story))),
    ]
    if story.statement and story.statement.superseded_by:
        named.append(story.statement.superseded_by)
    return tuple(dict.fromkeys(name for name in named if name != story.id))


def teaser_of(story: Story, path: str) -> Teaser:
    """Return what other pages show of the story, which lies at `path`."""
    statement = story.statement or Statement()
    return Teaser(
        id=story.id,
        group=story.group,
        language=story.language,
        kind=story.kind,
        section=story.section,
        path=path,
        headline=story.headline,
        standfirst=story.standfirst,
        bylines=story.bylines,
        place=story.place,
        published_at=story.published_at,
        picture=story.picture,
        statement_number=statement.number,
        issued_by=statement.issued_by,
        valid_until=story.valid_until,
        expired=story.expired,
        corrected=bool(story.corrections),
        translation=story.translation,
        words=_word_count(story),
        opening=_opening(story),
    )


def _word_count(story: Story) -> int:
    """Rounded up to fifty, so that a small edit does not change every list that shows a reading time."""
    count = sum(len(words_of(text).split()) for block in story.body for text in texts_of(block))
    return -(-count // WORDS_STEP) * WORDS_STEP


def _opening(story: Story) -> str:
    """The first words of the first paragraph; only a lead without a picture shows them."""
    if story.picture:
        return ""
    first = next(
        (words_of(block.text) for block in story.body if isinstance(block, Paragraph)),
        "",
    )
    if len(first) <= OPENING_LETTERS:
        return first
    return first[:OPENING_LETTERS].rsplit(" ", 1)[0] + " …"
