"""Weak and overfull front pages: what an editor has on a first day, or on a bad one."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from araz.edition.blocks import Paragraph, Picture
from araz.edition.names import GroupId, Kind, StoryId
from araz.edition.paper import Byline, Front, Masthead, Section
from araz.edition.story import Statement, Story
from araz.edition.text import plain
from araz.language import in_digits
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import LANGUAGES, NAME, TAG_LINE

NOON: Final = datetime(2026, 11, 24, 12, tzinfo=UTC)
WORD_FOR_SECTION: Final = {"az": "Bölmə", "azb": "بؤلمه", "fa": "بخش", "tr": "Bölüm", "en": "Section"}
LONG: Final = {
    "az": "Körpübaşının yüz on səkkiz yaşlı daş körpüsündən keçən hər kəsin adını, hara getdiyini və nə apardığını"
    " dörd il yazan gözətçinin dəftəri itdiyi sandıqdan çıxdı",
    "azb": "کؤرپوباشی‌نین یوز اون سککیز یاشلی داش کؤرپوسوندن کئچن هر کسین آدینی Old Bridge Register (1908–1912) دفترینده"
    " یازان گؤزتچی‌نین ساندیغی Tabriz Museum-دا آچیلدی؛ ایچینده ۱۲ گول",
    "fa": "دفتر نگهبانی که چهار سال نام هر رهگذر پل سنگی صد و هجده سالهٔ Old Bridge را می‌نوشت، از صندوقی بیرون آمد که"
    " گمان می‌رفت در سیل سال ۱۳۰۴ گم شده باشد",
    "tr": "Köprübaşı'nın yüz on sekiz yaşındaki taş köprüsünden geçen herkesin adını, nereye gittiğini ve ne taşıdığını"
    " dört yıl boyunca yazan bekçinin defteri bulundu",
    "en": "The watchman's notebook that for four years kept the name, the errand and the load of everyone who crossed the"
    " hundred and eighteen year old stone bridge was found",
}


def paper(language: str, sections: int = 2) -> HandOutbox:
    """A paper with so many sections and no story."""
    outbox = HandOutbox()
    outbox.arrange(Masthead(name=NAME, tag_line=TAG_LINE, languages=LANGUAGES, tag_authority="araz.example,2026"))
    outbox.arrange(Byline(id="bylinebb", slug="b", kind="pen", name={"az": "Sevda Aranlı", "azb": "سئودا آرانلی"}))
    for number in range(sections):
        named = f"{WORD_FOR_SECTION[language]} {in_digits(number + 1, language)}"
        outbox.arrange(
            Section(id=of_section(number), language=language, slug=f"s{number}", name=named, position=number)
        )
    return outbox


def of_section(number: int) -> str:
    return f"sec{chr(97 + number)}".ljust(8, "2")


def story(
    number: int,
    language: str,
    headline: str,
    *,
    kind: Kind = "news",
    section: int = 0,
    picture: Picture | None = None,
) -> Story:
    return Story(
        id=StoryId(f"st{number:03d}".translate(str.maketrans("0123456789", "abcdefghij")).ljust(8, "x")),
        group=GroupId(f"gr{number:03d}".translate(str.maketrans("0123456789", "abcdefghij")).ljust(8, "x")),
        language=language,
        kind=kind,
        section=of_section(section),
        slug=f"n{number}",
        headline=headline,
        standfirst=headline[:70] if number % 2 else "",
        bylines=("bylinebb",) if kind == "opinion" else (),
        published_at=NOON - timedelta(hours=number),
        picture=picture,
        statement=Statement(number=str(number), issued_by="Kitabxana Dostları") if kind == "statement" else None,
        body=(Paragraph(text=plain(f"{headline}. " * 6)),),
    )


def nothing(language: str) -> HandOutbox:
    return paper(language)


def one_story(language: str) -> HandOutbox:
    return _with(paper(language), [story(1, language, LONG[language][:40])])


def three_stories(language: str) -> HandOutbox:
    return _with(paper(language), [story(number, language, LONG[language][:50]) for number in (1, 2, 3)])


def only_opinions(language: str) -> HandOutbox:
    return _with(paper(language), [story(n, language, LONG[language][:60], kind="opinion") for n in (1, 2, 3, 4)])


def only_statements(language: str) -> HandOutbox:
    return _with(paper(language), [story(n, language, LONG[language][:60], kind="statement") for n in (1, 2, 3)])


def twelve_sections(language: str) -> HandOutbox:
    stories = [story(n, language, LONG[language][: 30 + n], section=n % 12) for n in range(60)]
    return _with(paper(language, sections=12), stories)


def long_headlines(language: str) -> HandOutbox:
    kinds: tuple[Kind, ...] = ("news", "news", "opinion", "statement", "announcement", "research")
    stories = [story(n, language, LONG[language], kind=kinds[n % 6], section=n % 5) for n in range(30)]
    outbox = _with(paper(language, sections=5), stories)
    outbox.arrange(Front(language=language, lead=stories[0].id, pins=(stories[6].id, stories[7].id)))
    return outbox


def _with(outbox: HandOutbox, stories: list[Story]) -> HandOutbox:
    for one in stories:
        outbox.publish(one)
    return outbox


FRONTS: Final[tuple[Callable[[str], HandOutbox], ...]] = (
    nothing,
    one_story,
    three_stories,
    only_opinions,
    only_statements,
    twelve_sections,
    long_headlines,
)


def every_front(languages: tuple[str, ...]) -> Iterator[tuple[str, HandOutbox]]:
    for make in FRONTS:
        for language in languages:
            yield f"{make.__name__}-{language}", make(language)
