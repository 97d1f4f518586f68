"""The sample newsroom as data: the paper and its stories, read from the TOML files beside this module.

Texts in `Marked` fields carry the small inline markup of `markup.py`. Stories, bylines, topics, places and pictures are
named by keys, which the loader of a newsroom turns into ids. Every age is in days before the day of loading.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Final, Literal

import msgspec

from araz.edition.names import Kind

LANGUAGES: Final = ("az", "azb", "fa", "tr", "en")

Words = dict[str, str]  # by language code
Marked = str  # inline markup, see markup.py


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class PictureUse(_Part, frozen=True, kw_only=True):
    """A picture of `pictures.py` as one story shows it; `load` fills what is empty from the paper's own description."""

    key: str
    alt: str = ""
    caption: Marked = ""
    credit: str = ""


class _Block(_Part, frozen=True, kw_only=True, tag_field="type"):
    language: str = ""  # empty: the story's own


class Heading(_Block, frozen=True, kw_only=True, tag="heading"):
    text: Marked
    level: Literal[2, 3] = 2


class Paragraph(_Block, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph; in the files most are written as a bare string."""

    text: Marked


class ItemList(_Block, frozen=True, kw_only=True, tag="list"):
    items: tuple[Marked, ...]
    ordered: bool = False


class Quote(_Block, frozen=True, kw_only=True, tag="quote"):
    paragraphs: tuple[Marked, ...]
    source: Marked = ""
    original: tuple[Marked, ...] = ()
    original_language: str = ""


class Figure(_Block, frozen=True, kw_only=True, tag="figure"):
    picture: PictureUse


class Gallery(_Block, frozen=True, kw_only=True, tag="gallery"):
    pictures: tuple[PictureUse, ...]
    title: str = ""


class Table(_Block, frozen=True, kw_only=True, tag="table"):
    rows: tuple[tuple[Marked, ...], ...]
    caption: Marked = ""
    source: Marked = ""
    head_rows: int = 1
    head_column: bool = True


class Embed(_Block, frozen=True, kw_only=True, tag="embed"):
    """Something that lies elsewhere: shown as a link, never loaded."""

    address: str
    title: str
    place: str = ""
    picture: PictureUse | None = None


Block = Heading | Paragraph | ItemList | Quote | Figure | Gallery | Table | Embed


class Correction(_Part, frozen=True, kw_only=True):
    age_days: float
    note: Marked


class Withdrawal(_Part, frozen=True, kw_only=True):
    age_days: float
    note: Marked


class Statement(_Part, frozen=True, kw_only=True):
    number: str
    issued_by: str
    superseded_by: str = ""  # a story's key


class Comment(_Part, frozen=True, kw_only=True):
    """What a reader wrote under a story, in the order in which it came."""

    name: str
    text: str
    age_days: float
    key: str = ""  # only of those that others answer
    answers: str = ""  # key of the comment that it answers
    from_desk: bool = False
    removed: bool = False


class Story(_Part, frozen=True, kw_only=True):
    """One story in one language."""

    key: str
    group: str  # shared by translations
    language: str
    kind: Kind = "news"
    state: Literal["public", "draft", "scheduled"] = "public"
    section: str  # group of a section
    headline: str
    standfirst: str = ""
    slug: str = ""  # empty: made from the headline
    bylines: tuple[str, ...] = ()
    place: str = ""
    topics: tuple[str, ...] = ()
    age_days: float  # negative for a scheduled story: so long until it is published
    picture: PictureUse | None = None
    body: tuple[Block, ...] = ()
    notes: tuple[Marked, ...] = ()  # footnotes; `[^1]` in a text stands for the first
    related: tuple[str, ...] = ()
    translation_of: str = ""  # key of the story that was translated
    statement: Statement | None = None
    valid_days: int = 0  # an announcement's days after its publication; 0: it does not expire
    corrections: tuple[Correction, ...] = ()
    withdrawal: Withdrawal | None = None
    comments: tuple[Comment, ...] = ()


class Section(_Part, frozen=True, kw_only=True):
    """A section in every language; `group` links them."""

    group: str
    name: Words
    slug: Words
    about: Words = {}


class Byline(_Part, frozen=True, kw_only=True):
    key: str
    kind: Literal["open", "pen", "desk"]
    slug: str
    name: Words
    about: Words = {}
    contact: str = ""  # only of an open byline
    portrait: str = ""  # key of a picture


class Topic(_Part, frozen=True, kw_only=True):
    key: str
    slug: str
    name: Words
    about: Words = {}
    reading_order: tuple[str, ...] = ()  # stories' groups


class Place(_Part, frozen=True, kw_only=True):
    key: str
    name: Words


class Front(_Part, frozen=True, kw_only=True):
    language: str
    lead: str
    second: tuple[str, ...]
    pins: tuple[str, ...]


class OtherAddress(_Part, frozen=True, kw_only=True):
    address: str
    kind: Literal["site", "mirror", "onion", "channel", "feed"]
    note: Words = {}


class PictureDescription(_Part, frozen=True, kw_only=True):
    key: str
    alt: Words


class Paper(_Part, frozen=True, kw_only=True):
    """What stands around the stories."""

    name: Words
    tag_line: Words
    notice: Words
    picture_credit: Words
    addresses_about: Words
    sections: tuple[Section, ...]
    bylines: tuple[Byline, ...]
    topics: tuple[Topic, ...]
    places: tuple[Place, ...]
    pictures: tuple[PictureDescription, ...]
    addresses: tuple[OtherAddress, ...]
    fronts: tuple[Front, ...]


class SampleNewsroom(_Part, frozen=True, kw_only=True):
    paper: Paper
    stories: tuple[Story, ...]  # oldest first


def load() -> SampleNewsroom:
    """Read the sample; raises `msgspec.ValidationError` with the place in the file when a field is wrong."""
    paper = msgspec.convert(_toml("paper.toml"), Paper)
    stories = [story for language in LANGUAGES for story in _stories(language, paper)]
    return SampleNewsroom(paper=paper, stories=tuple(sorted(stories, key=lambda story: (-story.age_days, story.key))))


def pictures_in(story: Story) -> Iterator[PictureUse]:
    """Yield every picture that the story shows, its own first."""
    if story.picture:
        yield story.picture
    for block in story.body:
        if isinstance(block, Figure):
            yield block.picture
        elif isinstance(block, Gallery):
            yield from block.pictures
        elif isinstance(block, Embed) and block.picture:
            yield block.picture


def texts_in(story: Story) -> Iterator[Marked]:
    """Yield every text of the story that may carry markup."""
    yield from (picture.caption for picture in pictures_in(story))
    for block in story.body:
        yield from _texts_of(block)
    yield from story.notes
    yield from (correction.note for correction in story.corrections)
    if story.withdrawal:
        yield story.withdrawal.note


def _texts_of(block: Block) -> Iterator[Marked]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case ItemList():
            yield from block.items
        case Quote():
            yield from (*block.paragraphs, block.source, *block.original)
        case Table():
            yield from (block.caption, block.source)
            for row in block.rows:
                yield from row
        case Figure() | Gallery() | Embed():
            return


def _toml(name: str) -> dict[str, object]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _stories(language: str, paper: Paper) -> Iterator[Story]:
    """Read one language's file: a bare string in a body is a paragraph, and the language need not be repeated."""
    for table in msgspec.convert(_toml(f"stories/{language}.toml")["story"], list[dict[str, object]]):
        blocks = msgspec.convert(table.get("body", []), list[str | dict[str, object]])
        body = [{"type": "paragraph", "text": block} if isinstance(block, str) else block for block in blocks]
        story = msgspec.convert({**table, "language": language, "body": body}, Story)
        yield _with_descriptions(story, paper)


def _with_descriptions(story: Story, paper: Paper) -> Story:
    return msgspec.structs.replace(
        story,
        picture=story.picture and _described(story.picture, story.language, paper),
        body=tuple(_with_described_pictures(block, story.language, paper) for block in story.body),
    )


def _with_described_pictures(block: Block, language: str, paper: Paper) -> Block:
    match block:
        case Figure():
            return msgspec.structs.replace(block, picture=_described(block.picture, language, paper))
        case Gallery():
            pictures = tuple(_described(picture, language, paper) for picture in block.pictures)
            return msgspec.structs.replace(block, pictures=pictures)
        case Embed() if block.picture:
            return msgspec.structs.replace(block, picture=_described(block.picture, language, paper))
        case _:
            return block


def _described(use: PictureUse, language: str, paper: Paper) -> PictureUse:
    alt = next(picture.alt[language] for picture in paper.pictures if picture.key == use.key)
    return msgspec.structs.replace(use, alt=use.alt or alt, credit=use.credit or paper.picture_credit[language])
