"""Archives and histories made by chance from a seed: the same seed gives the same rows."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

import msgspec

from araz.edition.blocks import Block, Heading, ItemList, Paragraph, Quote, Table
from araz.edition.names import GroupId, Kind, StoryId
from araz.edition.paper import Byline, Front, Masthead, Moved, OldAddresses, Place, Section, Topic
from araz.edition.rows import OutboxRow
from araz.edition.story import Correction, Statement, Story, Translation
from araz.edition.text import Address, Run, Text, plain
from tests.newsroom.outbox import HandOutbox

LANGUAGES = ("az", "azb", "fa", "tr", "en")
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
FIRST_DAY = datetime(2010, 1, 1, 6, tzinfo=UTC)
WORDS = {
    "az": "göl su quş bağ kitab məktəb kənd yol qar günəş bazar alma körpü saat külək dağ uşaq müəllim işıq səhər".split(),
    "azb": "گؤل سو قوش باغ کیتاب مکتب کند یول قار گونش بازار آلما کؤرپو ساعات یئل داغ اوشاق معلیم ایشیق سحر".split(),
    "fa": "دریاچه آب پرنده باغ کتاب مدرسه روستا راه برف خورشید بازار سیب پل ساعت باد کوه کودک معلم نور صبح".split(),
    "tr": "göl su kuş bahçe kitap okul köy yol kar güneş çarşı elma köprü saat rüzgar dağ çocuk öğretmen ışık sabah".split(),
    "en": "lake water bird orchard book school village road snow sun market apple bridge clock wind hill child light".split(),
}
SECTIONS, TOPICS, BYLINES, PLACES = 8, 12, 20, 10


def an_id(chance: Random) -> str:
    return "".join(chance.choices(LETTERS, k=8))


def named(number: int, sort: str) -> str:
    return f"{sort}{'abcdefghij'[number // 10]}{'abcdefghij'[number % 10]}".ljust(8, "2")


def section_of(language: str, number: int) -> str:
    return named(number, f"s{LANGUAGES.index(language) + 2}")


def arrange_paper(outbox: HandOutbox, home: str = "https://araz.example") -> None:
    """Hand over a masthead, sections, bylines, topics and places in five languages."""
    names = dict.fromkeys(LANGUAGES, "Araz")
    outbox.arrange(Masthead(name=names, languages=LANGUAGES, home=home, tag_authority="araz.example,2026"))
    for language in LANGUAGES:
        for number in range(SECTIONS):
            name = WORDS[language][number]
            outbox.arrange(
                Section(
                    id=section_of(language, number),
                    language=language,
                    slug=f"bolme-{number}",
                    name=name,
                    position=number,
                    group=f"g{number}",
                    old_addresses=(f"/{language}/category/bolme-{number}",),
                )
            )
    for number in range(TOPICS):
        outbox.arrange(topic(number))
    for number in range(BYLINES):
        outbox.arrange(Byline(id=named(number, "b"), slug=f"yazan-{number}", kind="pen", name=_in_all(number)))
    for number in range(PLACES):
        outbox.arrange(Place(id=named(number, "p"), name=_in_all(number)))


def topic(number: int, slug: str = "") -> Topic:
    old = (f"/tag/movzu-{number}", f"/tag/movzu-{number}/feed")
    return Topic(id=named(number, "t"), slug=slug or f"movzu-{number}", name=_in_all(number), old_addresses=old)


def _in_all(number: int) -> dict[str, str]:
    return {language: WORDS[language][number % len(WORDS[language])] for language in LANGUAGES}


def stories(chance: Random, count: int, words: int = 300, days: int = 5000) -> Iterator[Story]:
    """Yield stories of about so many words, oldest first, as they came from another place.

    A third of them are translations of each other; each has three old addresses, of which it shares some with others.
    """
    groups: list[tuple[str, Story]] = []
    for number in range(count):
        at = FIRST_DAY + timedelta(minutes=10 * int(number * days * 144 / count))
        language = LANGUAGES[number % 5] if chance.random() < 0.6 else chance.choice(LANGUAGES)
        story = _story(chance, number, language, at, words)
        if groups and chance.random() < 0.3 and groups[-1][1].language != language:
            original = groups[-1][1]
            story = msgspec.structs.replace(
                story, group=original.group, translation=Translation(of=original.id, number=number)
            )
        groups = [(story.group, story)]
        yield story


def _story(chance: Random, number: int, language: str, at: datetime, words: int) -> Story:
    kind: Kind = chance.choices(
        ("news", "analysis", "opinion", "research", "statement", "announcement", "page"), (60, 8, 12, 4, 6, 6, 4)
    )[0]
    return Story(
        id=StoryId(an_id(chance)),
        group=GroupId(an_id(chance)),
        language=language,
        kind=kind,
        section=section_of(language, chance.randrange(SECTIONS)),
        slug=f"hekaye-{number}",
        old_addresses=_old_addresses(number, language, at),
        headline=_words(chance, language, chance.randint(4, 9)),
        standfirst=_words(chance, language, 18) if chance.random() < 0.85 else "",
        bylines=tuple(sorted({named(chance.randrange(BYLINES), "b") for _ in range(chance.choice((0, 1, 1, 1, 2)))})),
        place=named(chance.randrange(PLACES), "p") if chance.random() < 0.6 else "",
        topics=tuple(sorted({named(chance.randrange(TOPICS), "t") for _ in range(chance.choice((0, 1, 1, 2)))})),
        published_at=at,
        body=tuple(_body(chance, language, words)),
        notes=(plain(_words(chance, language, 9)),),
        statement=Statement(number=str(number), issued_by=_words(chance, language, 2)) if kind == "statement" else None,
    )


def _old_addresses(number: int, language: str, at: datetime) -> tuple[str, ...]:
    """One of ten shares a bare name with the story before it."""
    name = WORDS[language][number % len(WORDS[language])]
    bare = number - 1 if number % 10 == 1 else number
    return f"/{at:%Y/%m}/{name}-{number}", f"/?p={number + 10}", f"/hekaye-{bare}"


def _words(chance: Random, language: str, count: int) -> str:
    return " ".join(chance.choices(WORDS[language], k=count))


def _body(chance: Random, language: str, words: int) -> Iterator[Block]:
    written = 0
    while written < words:
        length = chance.randint(30, 80)
        text: Text = plain(_words(chance, language, length) + ".")
        if chance.random() < 0.2:
            text = (*text, Run(text=_words(chance, "en", 2), language="en"), Run(note=1))
        if chance.random() < 0.2:
            text = (*text, Run(text=" "), Run(text=_words(chance, language, 2), link=Address("https://example.org/")))
        yield Paragraph(text=text)
        written += length
        match chance.randrange(12):
            case 0:
                yield Heading(text=plain(_words(chance, language, 3)))
            case 1:
                yield ItemList(items=tuple(plain(_words(chance, language, 4)) for _ in range(3)))
            case 2:
                yield Quote(
                    paragraphs=(plain(_words(chance, language, 12)),), source=plain(_words(chance, language, 2))
                )
            case 3:
                yield Table(rows=tuple(tuple(plain(str(chance.randrange(99))) for _ in range(3)) for _ in range(4)))
            case _:
                pass


def history(seed: int, count: int, changes: int) -> Iterator[OutboxRow]:
    """Yield the rows of a paper that publishes stories one by one and edits, moves, withdraws and arranges meanwhile."""
    chance, outbox = Random(seed), HandOutbox()
    arrange_paper(outbox)
    yield from outbox.rows
    public: list[Story] = []
    gone: list[Story] = []
    waiting = list(stories(chance, count, words=80, days=900))
    chance.shuffle(waiting)  # late stories land in old months
    steps = ["publish"] * count + ["change"] * changes
    chance.shuffle(steps)
    for step in steps:
        if step == "publish" or not public:
            if waiting:
                public.append(waiting.pop())
                outbox.day = public[-1].published_at.date()
                yield outbox.publish(_linked(chance, public))
        else:
            yield _change(chance, outbox, public, gone)


def _linked(chance: Random, public: list[Story]) -> Story:
    """The newest story, sometimes with links to others, some of which are not public yet or any more."""
    story = public[-1]
    if len(public) > 3 and chance.random() < 0.3:
        related = tuple(other.id for other in chance.sample(public[:-1], 2))
        link = Run(text="→", link=Address(f"story:{chance.choice(public).id}"))
        story = public[-1] = msgspec.structs.replace(
            story, related=related, body=(*story.body, Paragraph(text=(link,)))
        )
    return story


def _change(chance: Random, outbox: HandOutbox, public: list[Story], gone: list[Story]) -> OutboxRow:
    place = chance.randrange(len(public))
    story = public[place]
    match chance.randrange(11):
        case 0 if len(public) > 5:
            gone.append(public.pop(place))
            return outbox.withdraw(story, "geri")
        case 1 if gone:
            public.append(gone.pop())
            return outbox.publish(public[-1])
        case 2:
            chosen = [other.id for other in public if other.language == story.language][:4]
            front = Front(language=story.language, lead=story.id, second=tuple(chosen), pins=tuple(chosen[:1]))
            return outbox.arrange(front)
        case 3:
            number = chance.randrange(TOPICS)
            return outbox.arrange(topic(number, f"movzu-{number}{chance.choice(('', '-yeni'))}"))
        case 4:
            feed = Moved(path="/feed", target=f"{chance.choice(LANGUAGES)}/feed.xml")
            return outbox.arrange(OldAddresses(entries=(feed, Moved(path="/?p=11", target="az/index.html"))))
        case _:
            public[place] = _edited(chance, story, public)
            return outbox.correct(public[place])


def _edited(chance: Random, story: Story, public: list[Story]) -> Story:
    match chance.randrange(6):
        case 0:
            section = section_of(story.language, chance.randrange(SECTIONS))
            return msgspec.structs.replace(story, section=section)
        case 1:
            return msgspec.structs.replace(story, headline=story.headline + " *")
        case 2:
            correction = Correction(at=story.published_at + timedelta(days=1), note=plain("düzəliş"))
            return msgspec.structs.replace(story, corrections=(*story.corrections, correction))
        case 3:
            return msgspec.structs.replace(story, topics=(named(chance.randrange(TOPICS), "t"),), bylines=())
        case 4:  # gives up one old address and claims two of another story
            wanted = chance.choice(public).old_addresses[:2]
            return msgspec.structs.replace(story, old_addresses=(*story.old_addresses[1:], *wanted))
        case _:
            return msgspec.structs.replace(story, body=(Paragraph(text=plain("başqa mətn")), *story.body[1:]))
