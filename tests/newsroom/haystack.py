"""An archive of prose in five languages with some stories hidden in it, printed as far as a search needs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice, takewhile
from pathlib import Path
from random import Random

import msgspec

from araz.edition.blocks import Block, Paragraph
from araz.edition.names import GroupId, StoryId
from araz.edition.rows import OutboxRow
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.edition.text import plain
from araz.presses.search import SearchPress
from araz.presses.website import WebsitePress
from araz.pressroom.pressroom import Pressroom
from araz.pressroom.tree import Tree
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.archive import BYLINES, LANGUAGES, SECTIONS, an_id, arrange_paper, named, section_of
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.prose import sentences, words

FIRST_DAY = datetime(2013, 1, 1, 6, tzinfo=UTC)
DAYS = 5000
AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Hidden:
    """A story that is to be found."""

    language: str
    headline: str
    standfirst: str = ""
    text: str = ""


def prose_stories(chance: Random, count: int, length: int, first_day: datetime = FIRST_DAY) -> Iterator[Story]:
    """Yield so many stories of so many words, oldest first, the languages in turn."""
    for number in range(count):
        language = LANGUAGES[number % len(LANGUAGES)]
        body = [Paragraph(text=plain(sentence)) for sentence in _paragraphs(chance, language, length)]
        yield Story(
            id=StoryId(an_id(chance)),
            group=GroupId(an_id(chance)),
            language=language,
            kind=chance.choice(("news", "news", "news", "opinion", "analysis")),
            section=section_of(language, chance.randrange(SECTIONS)),
            slug=f"hekaye-{number}",
            headline=" ".join(words(chance, language, chance.randint(4, 9))),
            standfirst=next(sentences(chance, language, 12)),
            bylines=(named(chance.randrange(BYLINES), "b"),),
            published_at=first_day + timedelta(minutes=10 * int(number * DAYS * 144 / count)),
            body=tuple(body),
        )


def _paragraphs(chance: Random, language: str, length: int) -> Iterator[str]:
    said = list(sentences(chance, language, length))
    for start in range(0, len(said), 5):
        yield " ".join(said[start : start + 5])


def hide(chance: Random, made: list[Story], hidden: Sequence[Hidden]) -> dict[Hidden, str]:
    """Give some of the stories the words of the hidden ones; return the address of each in its language's folder."""
    where = {}
    places: dict[str, list[int]] = {}
    for at, story in enumerate(made):
        places.setdefault(story.language, []).append(at)
    for language, those in places.items():
        wanted = [one for one in hidden if one.language == language]
        for one, at in zip(wanted, chance.sample(those, len(wanted)), strict=True):
            story = made[at]
            middle = len(story.body) // 2
            text = (Paragraph(text=plain(one.text)),) if one.text else ()
            body = (*story.body[:middle], *text, *story.body[middle:])
            made[at] = _with(story, one, body)
            where[one] = f"{story.published_at:%Y/%m}/{story.slug}.html"
    return where


def _with(story: Story, one: Hidden, body: tuple[Block, ...]) -> Story:
    return msgspec.structs.replace(story, headline=one.headline, standfirst=one.standfirst, body=body)


def append_all(edition: Edition, outbox: HandOutbox, made: Iterator[Story]) -> None:
    arrange_paper(outbox)
    edition.append(outbox.rows)
    outbox.forget_payloads()
    while portion := [outbox.publish(story) for story in islice(made, AT_ONCE)]:
        rows: list[OutboxRow] = portion
        edition.append(rows)
        outbox.forget_payloads()


def print_for_search(edition: Edition, folder: Path) -> Path:
    """Print the search and the pages on which it is used, and return the tree."""
    media = FolderMediaStore(folder / "media")
    with Pressroom(edition, SearchPress(media), folder) as room:
        room.reset_now()
    website, tree = WebsitePress(media), Tree(folder / "public")
    with edition.reader() as reader:
        assets = takewhile(lambda page: page.startswith("asset/"), website.everything(reader))
        for page in (*assets, *(f"search/{language}" for language in LANGUAGES)):
            if file := website.print(reader, page):
                tree.write(file)
    return tree.root
