"""Makes a story of an item: pure but for pictures and documents, which are taken in when they are met."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

from selectolax.lexbor import LexborHTMLParser

from araz.edition.blocks import Paragraph, Picture
from araz.edition.names import GroupId, Kind, rounded
from araz.edition.old_addresses import read_address
from araz.edition.story import Story
from araz.edition.text import Address, words_of
from araz.importers.wordpress.addresses import parts_of
from araz.importers.wordpress.body import Beside, Converted, Document, convert
from araz.importers.wordpress.document_addresses import LEFT, with_addresses_of
from araz.importers.wordpress.documents import Naming
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Finding, Note
from araz.importers.wordpress.pictures import Pictures
from araz.importers.wordpress.stories import Surveyed
from araz.importers.wordpress.survey import Survey
from araz.importers.wordpress.unnaming import without_people
from araz.importers.wordpress.uploads import Uploads
from araz.language import repair

_OUTSIDE: Final = ("http", "https")
_FACES: Final = ".gravatar.com"  # its addresses are digests of e-mail addresses
_HEADLINE_LETTERS: Final = 250
_MADE_HEADLINE_LETTERS: Final = 70
_STANDFIRST_LETTERS: Final = 1_000
_PARTS_WORDS: Final = re.compile(  # H<sub>2</sub>O is one word, and <p>…</p><p>…</p> are two
    r"<(?=/?(?:address|article|aside|blockquote|br|caption|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav"
    r"|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b)",
    re.IGNORECASE,
)
_NO_TEXT: Final = (
    "It came without a text. Page builders and plug-ins keep texts in fields of their own, which do not come: look at it at"
    " the old site, and copy what it shows."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a story will stand, as ids of the edition."""

    section: str
    topics: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    kind: Kind = "news"


class Around:
    """What the body of one item stands in: see `body.Surroundings`."""

    def __init__(self, item: Item, surveyed: Surveyed, survey: Survey, uploads: Uploads) -> None:
        self.language = surveyed.language
        self.documents: list[Document] = []  # that the body offers
        self.file, self.item, self.line = item.file, item.number, item.line
        self._survey = survey
        self._uploads = uploads
        self._headline = item.title
        self._host = survey.host.removeprefix("www.")

    def link(self, address: str) -> Address:
        parts = parts_of(address)
        host = (parts.hostname or "").removeprefix("www.")
        if host and host != self._host:
            is_somebodys = self._survey.accounts.are_in(address) or f".{host}".endswith(_FACES)
            is_open = parts.scheme in _OUTSIDE and not is_somebodys
            return Address(address.strip() if is_open else "")
        if not parts.path and not parts.query:
            return Address("")  # a place on the same page, or the old front
        old = read_address(f"{parts.path}?{parts.query}" if parts.query else parts.path)
        if story := self._survey.story_at(old) if old else None:
            return Address(f"story:{story}")
        # Other pages of the old site (lists, authors, files) are not there any more; some name accounts.
        self._uploads.documents.pass_by(address)
        return Address("")

    def picture(self, address: str, attachment: int) -> Picture | None:
        return self._uploads.pictures.find(address, attachment)

    def attachment(self, number: int) -> str:
        return self._uploads.pictures.address_of(number)

    def caption(self, number: int) -> str:
        """Return it with “…” for the name of an account: such captions say who took a picture."""
        return self._survey.accounts.hidden_in(self._mended(self._uploads.pictures.caption_of(number)))

    def document(self, address: str, words: str) -> Document | None:
        if not self._uploads.documents.may_be(address):
            return None
        naming = Naming(
            words=repair(words, self.language),
            headline=self._mended(self._headline),
            language=self.language,
            mended=self._mended,
        )
        document = self._uploads.documents.find(address, naming)
        if document and document.block:
            self.documents.append(document)
        return document

    def _mended(self, html: str) -> str:
        return self._survey.people.without(repair(_words_in(html), self.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The story, and what was known of it on the way."""

    story: Story
    converted: Converted
    missing: int = 0  # how often a picture had no file, or a document none that is accepted


def make_story(item: Item, surveyed: Surveyed, place: Place, survey: Survey, uploads: Uploads, note: Note) -> Made:
    """Return the item as a story. Whatever does not come over is noted."""
    language = surveyed.language
    around = Around(item, surveyed, survey, uploads)
    converted = convert(item.content, around, note, _beside(item, survey))
    if not converted.blocks:
        note(_finding(item, "doubtful", _NO_TEXT))
    headline = _headline(item, converted, language, note)
    story = Story(
        id=surveyed.story,
        group=GroupId(""),  # the door knows it by the translation key
        language=language,
        kind=place.kind,
        section=place.section,
        slug=item.slug,
        headline=headline,
        standfirst=_standfirst(item, around, note),
        bylines=place.bylines,
        topics=place.topics,
        published_at=rounded(_moment(item, note)),
        picture=_head_picture(item, uploads.pictures, note),
        body=converted.blocks,
        notes=converted.notes,
        old_addresses=survey.old_addresses_of(item),
    )
    if around.documents:
        story, has_left = with_addresses_of(around.documents, story, survey)
        if has_left:
            note(_finding(item, "dropped", LEFT))
    return Made(story=without_people(story, item, survey.accounts, survey.people, note), converted=converted)


def _beside(item: Item, survey: Survey) -> Beside:
    return Beside(footnotes=item.meta.get("footnotes", ""), attached=survey.attached_to(item), reused=survey.blocks)


def _headline(item: Item, converted: Converted, language: str, note: Note) -> str:
    title = repair(_words_in(item.title), language).strip()
    if len(title) > _HEADLINE_LETTERS:
        note(
            _finding(
                item,
                "lost",
                f"Its headline has more than {_HEADLINE_LETTERS} letters; the rest of it did not come over.",
            )
        )
    if title:
        return title[:_HEADLINE_LETTERS]
    first = next((words_of(block.text) for block in converted.blocks if isinstance(block, Paragraph)), "")
    made = first[:_MADE_HEADLINE_LETTERS].rsplit(" ", 1)[0] if len(first) > _MADE_HEADLINE_LETTERS else first
    made = made.strip() or (item.moment.strftime("%Y-%m-%d") if item.moment else "…")
    note(_finding(item, "doubtful", f"It has no headline; “{made}” stands for it."))
    return made


def _standfirst(item: Item, around: Around, note: Note) -> str:
    """The excerpt, as one run of words; an excerpt that is longer than a standfirst can be is cut at a word."""
    text = repair(_words_in(item.excerpt), around.language)
    if len(text) > _STANDFIRST_LETTERS:
        what = f"Its excerpt has more than {_STANDFIRST_LETTERS:,} letters; the rest of it did not come over."
        note(_finding(item, "lost", what))
        text = text[:_STANDFIRST_LETTERS].rsplit(" ", 1)[0] + "…"
    return text


def _words_in(html: str) -> str:
    if "<" not in html and "&" not in html:
        return " ".join(html.split())
    tree = LexborHTMLParser(f"<body>{_PARTS_WORDS.sub(' <', html)}</body>")
    for node in tree.css("script, style, iframe, noscript"):
        node.decompose()
    return " ".join((tree.body.text() if tree.body else "").split())


def _moment(item: Item, note: Note) -> datetime:
    if item.moment:
        return item.moment
    if item.state == "public":
        note(_finding(item, "doubtful", "It says no time of publication; today stands for it."))
    return datetime.now(UTC)


def _head_picture(item: Item, pictures: Pictures, note: Note) -> Picture | None:
    number = item.meta.get("_thumbnail_id", "")
    if not number.isdigit():
        return None
    picture = pictures.find("", int(number))
    if picture is None and f"wp-image-{number}" not in item.content:  # the text has told of it then
        note(_finding(item, "lost", "The picture above it has no file and did not come along."))
    return picture


def _finding(item: Item, kind: Literal["doubtful", "lost", "dropped"], what: str) -> Finding:
    return Finding(kind=kind, what=what, file=item.file, line=item.line, item=item.number)
