"""A small paper in which every field of every story says what somebody wants it to say."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import msgspec

from araz.edition.blocks import Embed, Figure, Gallery, Heading, ItemList, Paragraph, Picture, Quote, Table
from araz.edition.comments import Comment
from araz.edition.names import GroupId, Kind, StoryId
from araz.edition.paper import Addresses, Byline, Front, Masthead, OtherAddress, Place, Section, Topic
from araz.edition.story import Correction, Statement, Story
from araz.edition.text import Address, Run, Text
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import drawn

LANGUAGES = ("az", "azb")
FRIENDLY = {
    "az": "Zalda doqquz lampa yanır və hamı oxuyur.",
    "azb": "زالدا دوققوز لامپا یانیر و هامی اوخویور.",
}
KINDS: tuple[Kind, ...] = ("news", "opinion", "statement", "announcement", "page", "document")
BYLINES: dict[str, Literal["open", "pen"]] = {"penspens": "pen", "openopen": "open"}


@dataclass(frozen=True, slots=True)
class Hostile:
    """What is said, and how it is said as a text of runs."""

    words: str

    def text(self) -> Text:
        """Bare, bold, as a link, and in another language, between friendly commas."""
        link = Address("https://example.org/")
        return (
            Run(text=self.words),
            Run(text=", "),
            Run(text=self.words, bold=True),
            Run(text=", "),
            Run(text=self.words, link=link),
            Run(text=", "),
            Run(text=self.words, language="en"),
            Run(note=1),
        )

    def everywhere(self) -> dict[str, str]:
        return dict.fromkeys(LANGUAGES, self.words)


def hostile_paper(media: Path, words: str) -> HandOutbox:
    """Hand over a paper with these words in all its fields, and friendly paragraphs beside them."""
    outbox, said, lake = HandOutbox(), Hostile(words), drawn()
    FolderMediaStore(media).keep(lake)
    picture = Picture(hash=lake.hash, width=lake.width, height=lake.height, caption=said.text(), credit=words)
    _arrange(outbox, said, picture)
    for code in LANGUAGES:
        for place, kind in enumerate(KINDS):
            outbox.publish(_story(said, code, kind, place, picture))
        gone = _story(said, code, "news", 9, picture)
        outbox.publish(gone)
        outbox.withdraw(gone, words)
        outbox.arrange(Front(language=code, pins=(_id(code, 4),)))
        outbox.comment(_comment(said, code, "1", ""))
        outbox.comment(_comment(said, code, "2", f"comment{code}1"))
    return outbox


def _id(code: str, place: int) -> StoryId:
    return StoryId(f"{code}story".ljust(7, "a") + "abcdefghij"[place])


def _comment(said: Hostile, code: str, name: str, answers: str) -> Comment:
    return Comment(
        id=f"comment{code}{name}",
        story=_id(code, 0),
        answers=answers,
        name=said.words,
        text=f"{said.words}\n{FRIENDLY[code]}",
        day=date(2026, 11, 24),
    )


def _arrange(outbox: HandOutbox, said: Hostile, picture: Picture) -> None:
    outbox.arrange(
        Masthead(
            name=said.everywhere(),
            tag_line=said.everywhere(),
            languages=LANGUAGES,
            tag_authority="araz.example,2026",
            notice=said.everywhere(),
        )
    )
    for code in LANGUAGES:
        for slug, position in (("one", 0), ("two", 1)):
            section = Section(
                id=f"{slug}{code}".ljust(8, "2"),
                language=code,
                slug=slug,
                name=said.words,
                about=said.words,
                position=position,
            )
            outbox.arrange(section)
    for name, kind in BYLINES.items():
        byline = Byline(
            id=name,
            slug=kind,
            kind=kind,
            name=said.everywhere(),
            about=said.everywhere(),
            contact=said.words,
            portrait=picture,
        )
        outbox.arrange(byline)
    outbox.arrange(Topic(id="topictop", slug="su", name=said.everywhere(), about=said.everywhere()))
    outbox.arrange(Place(id="placepla", name=said.everywhere()))
    entry = OtherAddress(address="mirror.example", kind="mirror", note=said.everywhere())
    outbox.arrange(Addresses(entries=(entry,), about=dict.fromkeys(LANGUAGES, said.text()[:-1])))


def _story(said: Hostile, code: str, kind: Kind, place: int, picture: Picture) -> Story:
    words, text, friendly = said.words, said.text(), (Run(text=FRIENDLY[code]),)
    story = Story(
        id=_id(code, place),
        group=GroupId(f"group{'abcdefghij'[place]}aa"),
        language=code,
        kind=kind,
        section=f"one{code}".ljust(8, "2"),
        slug=f"{kind}-{place}",
        headline=words,
        standfirst=words,
        bylines=tuple(BYLINES),
        place="placepla",
        topics=("topictop",),
        published_at=datetime(2026, 11, 24, 8, 10 * (place % 6), tzinfo=UTC),
        picture=picture,
        body=(
            Paragraph(text=text),
            Paragraph(text=friendly),
            Heading(text=text),
            ItemList(items=(text, friendly), ordered=True),
            Quote(paragraphs=(text,), source=text, original=(text,), original_language="fa"),
            Figure(picture=picture),
            Gallery(pictures=(picture, picture), title=words),
            Table(rows=((friendly, text), (text, friendly)), caption=text, source=text),
            Embed(address="https://example.org/", title=words, place=words),
            Paragraph(text=friendly),
        ),
        notes=(text[:-1],),
        related=(_id(code, 1),),
        corrections=(Correction(at=datetime(2026, 11, 24, 14, 10, tzinfo=UTC), note=text[:-1]),),
    )
    if kind == "statement":
        return msgspec.structs.replace(story, statement=Statement(number="31", issued_by=words))
    return story
