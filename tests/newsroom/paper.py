"""A tiny newsroom's paper: six stories that between them have everything a page can show."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image

from araz.edition.blocks import (
    Embed,
    Figure,
    Gallery,
    Heading,
    ItemList,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from araz.edition.names import GroupId, StoryId
from araz.edition.paper import Addresses, Byline, Front, Masthead, OtherAddress, Place, Section, Topic
from araz.edition.story import Correction, Statement, Story, Translation
from araz.edition.text import Address, Run, plain
from araz.typesetting.pictures import Accepted, FolderMediaStore, accept
from tests.newsroom.outbox import HandOutbox

LANGUAGES = ("az", "azb", "fa", "tr", "en")
NAME = {"az": "Araz", "azb": "آراز", "fa": "آراز", "tr": "Araz", "en": "Araz"}
TAG_LINE = {"az": "Suyu duru, sözü düz", "azb": "سویو دورو، سؤزو دوز"}
NATURE = {"az": "Təbiət", "azb": "طبیعت", "fa": "طبیعت", "tr": "Doğa", "en": "Nature"}
OPINION = {"az": "Rəylər", "azb": "باخیشلار", "fa": "دیدگاه‌ها", "tr": "Görüşler", "en": "Opinion"}
LIBRARY, LIBRARY_AZB, LONG, VOICE, STATEMENT, ABOUT = (
    StoryId(name) for name in ("aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd", "eeeeeeee", "ffffffff")
)
SEVDA, SU, MARAGA = "sevdasev", "susususu", "maragama"


def section(language: str, sort: str = "n") -> str:
    return f"{sort}{language}".ljust(8, "2")


def drawn(width: int = 700, height: int = 400, colour: str = "#0b5768") -> Accepted:
    """A picture of one colour, accepted as the desk would."""
    file = BytesIO()
    Image.new("RGB", (width, height), colour).save(file, format="PNG")
    return accept(file.getvalue())


def shown(accepted: Accepted, alt: str = "Göl") -> Picture:
    return Picture(
        hash=accepted.hash,
        width=accepted.width,
        height=accepted.height,
        alt=alt,
        caption=plain("Göl səhər."),
        credit="Rəsm: Araz",
    )


def tiny_paper(media: Path, home: str = "https://araz.example") -> HandOutbox:
    """Hand over the paper and its six stories, pictures in the media folder."""
    outbox, lake = HandOutbox(), drawn()
    FolderMediaStore(media).keep(lake)
    _arrange(outbox, home)
    stories = (
        library(shown(lake)),
        library_in_azb(),
        _long_headline(shown(lake)),
        _voice(),
        _statement(),
        _about(),
    )
    for story in stories:
        outbox.publish(story)
    outbox.arrange(Front(language="az", lead=LIBRARY, second=(LONG,), pins=(ABOUT,)))
    entries = (
        OtherAddress(address="https://araz.example", note={"az": "əsas"}),
        OtherAddress(address="guzgu.example", kind="mirror"),
    )
    outbox.arrange(Addresses(entries=entries, about={"az": plain("Başqa ünvan bizim deyil.")}))
    return outbox


def _arrange(outbox: HandOutbox, home: str) -> None:
    notice = {"az": "Nümunə."}
    outbox.arrange(
        Masthead(
            name=NAME,
            tag_line=TAG_LINE,
            languages=LANGUAGES,
            home=home,
            tag_authority="araz.example,2026",
            notice=notice,
        )
    )
    for language in LANGUAGES:
        outbox.arrange(
            Section(
                id=section(language),
                language=language,
                slug="tebiet",
                name=NATURE[language],
                about="Göl, bağ, quş." if language == "az" else "",
                group="nature",
            )
        )
        outbox.arrange(
            Section(
                id=section(language, "o"),
                language=language,
                slug="reyler",
                name=OPINION[language],
                position=1,
                group="opinion",
            )
        )
    outbox.arrange(Byline(id=SEVDA, slug="sevda", kind="pen", name={"az": "Sevda Aranlı", "azb": "سئودا آرانلی"}))
    outbox.arrange(Topic(id=SU, slug="su", name={"az": "Su", "azb": "سو"}, about={"az": "Suyun hekayəsi."}))
    outbox.arrange(Place(id=MARAGA, name={"az": "Marağa", "azb": "ماراغا"}))


def library(lake: Picture) -> Story:
    """Everything that a story can carry."""
    marked = (
        Run(text="Zal "),
        Run(text="gecələr", bold=True),
        Run(text=" açıqdır; "),
        Run(text="Koha", language="en"),
        Run(text=" və "),
        Run(text="çıraq", italic=True),
        Run(text=".", note=0),
        Run(note=1),
    )
    links = (
        Run(text="bəyanat", link=Address(f"story:{STATEMENT}")),
        Run(text=" və "),
        Run(text="yoxdur", link=Address("story:zzzzzzzz")),
        Run(text=" və "),
        Run(text="kənar", link=Address("https://example.org/?a=1&b=2")),
        Run(text=" və "),
        Run(text="pis", link=Address("javascript:alert(1)")),
    )
    return Story(
        id=LIBRARY,
        group=GroupId("gggggggg"),
        language="az",
        kind="news",
        section=section("az"),
        slug="kitabxana",
        headline="Kitabxananın işığı səhərəcən sönmür",
        standfirst="Oxu zalı bu aydan gecələr də açıqdır.",
        bylines=(SEVDA,),
        place=MARAGA,
        topics=(SU,),
        published_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        picture=lake,
        body=(
            Paragraph(text=marked),
            Heading(text=plain("Növbə dəftəri")),
            Paragraph(text=links),
            ItemList(items=(plain("Danışan çölə çıxır."), plain("Çay var.")), ordered=True),
            ItemList(items=(plain("dörd lampa"),)),
            Quote(
                paragraphs=(plain("Gecə açıq qalan kitabxana çıraqdır."),),
                source=plain("Məktubdan."),
                original=(plain("کتابخانه‌ای که شب باز می‌ماند، چراغ است."),),
                original_language="fa",
            ),
            Figure(picture=lake),
            Gallery(pictures=(lake, lake, lake), title="Üç şəkil"),
            Table(
                rows=((plain("Gecə"), plain("Oxucu")), (plain("Şənbə"), plain("88"))),
                caption=plain("Bir həftə"),
                source=plain("Mənbə: dəftər."),
            ),
            Embed(address="https://example.org/film", title="Film", place="Video"),
            Paragraph(text=plain("این بند به فارسی است."), language="fa"),
        ),
        notes=(plain("Təklif qutusu."),),
        related=(LONG,),
        corrections=(Correction(at=datetime(2026, 11, 24, 14, 10, tzinfo=UTC), note=plain("Yeddi, altı yox.")),),
    )


def library_in_azb() -> Story:
    return Story(
        id=LIBRARY_AZB,
        group=GroupId("gggggggg"),
        language="azb",
        kind="news",
        section=section("azb"),
        slug="kitabxana",
        headline="کیتابخانانین ایشیغی سحره‌جن سؤنمور",
        bylines=(SEVDA,),
        place=MARAGA,
        topics=(SU,),
        published_at=datetime(2026, 11, 24, 9, 40, tzinfo=UTC),
        body=(
            Paragraph(text=(Run(text="زال ۱۲ ساعات آچیقدیر. "), Run(text="Koha", language="en"), Run(note=1))),
            Table(rows=((plain("گئجه"), plain("اوخوجو")), (plain("شنبه"), plain("88")))),
        ),
        notes=(plain("دفتر."),),
        translation=Translation(of=LIBRARY, number=0),
    )


def _long_headline(lake: Picture) -> Story:
    return Story(
        id=LONG,
        group=GroupId("llllllll"),
        language="az",
        kind="research",
        section=section("az"),
        slug="uzun",
        headline="Flaminqolar qayıdıb: bu payız göldə on iki min quş sayıldı və sayanlar da sayıldı, çünki hava gözəl idi",
        published_at=datetime(2026, 10, 3, 8, 0, tzinfo=UTC),
        topics=(SU,),
        body=(Paragraph(text=plain("Gözətçilər deyir. " * 60)),),
        picture=lake,
    )


def _voice() -> Story:
    return Story(
        id=VOICE,
        group=GroupId("vvvvvvvv"),
        language="az",
        kind="opinion",
        section=section("az", "o"),
        slug="rey",
        headline="Gecə oxuyan şəhər gündüz də az qışqırır",
        standfirst="Səssizlik öyrədilir.",
        bylines=(SEVDA,),
        published_at=datetime(2026, 11, 23, 8, 0, tzinfo=UTC),
        body=(Paragraph(text=plain("Mən belə düşünürəm.")),),
    )


def _statement() -> Story:
    return Story(
        id=STATEMENT,
        group=GroupId("ssssssss"),
        language="az",
        kind="statement",
        section=section("az"),
        slug="beyanat-31",
        headline="Gecə zalının qaydaları haqqında",
        published_at=datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
        statement=Statement(number="31", issued_by="Kitabxana Dostları"),
        valid_until=date(2026, 12, 1),
        body=(Paragraph(text=plain("Qaydalar sadədir.")),),
    )


def _about() -> Story:
    return Story(
        id=ABOUT,
        group=GroupId("oooooooo"),
        language="az",
        kind="page",
        section=section("az"),
        slug="haqqimizda",
        headline="Redaksiyaya necə yazmalı",
        published_at=datetime(2026, 1, 2, 8, 0, tzinfo=UTC),
        body=(Paragraph(text=plain("Məktubla.")),),
    )
