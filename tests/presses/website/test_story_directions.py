"""No text turns what stands outside of its own element: measured letter by letter in Chromium."""

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, Page

from araz.edition.blocks import Embed, Figure, Gallery, Heading, ItemList, Paragraph, Quote, Table
from araz.edition.comments import Comment
from araz.edition.names import GroupId, StoryId
from araz.edition.paper import Byline, Place, Section, Topic
from araz.edition.story import Correction, Statement, Story
from araz.edition.text import Run, Text, plain
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import drawn, shown, tiny_paper
from tests.presses.website.conftest import print_tree

# At the end of a text none of these changes the text itself, so all of the page has to stay where it was.
ATTACKS = {
    "rlo": "\u202e",
    "lro": "\u202d",
    "rle": "\u202b",
    "lre": "\u202a",
    "rli": "\u2067",
    "lri": "\u2066",
    "fsi": "\u2068",
    "pdi": "\u2069\u2069\u2069",
    "pdf": "\u202c\u202c",
    "all": "\u2069\u202c\u2067\u202e\u2066\u202d",
}
WORDS = {"az": "Söz", "azb": "سؤز"}
LETTERS = """
() => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    for (let at = 0; at < node.length; at++) {
      const letter = node.data[at];
      if (/[\\s\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]/.test(letter)) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      found.push([letter, Math.round(box.x * 4) / 4, Math.round(box.y * 4) / 4]);
    }
  }
  return found;
}
"""


def attacked(language: str, name: str, attack: str, outbox: HandOutbox, media: Path) -> None:
    """Hand over a story and what it names, with the attack at the end of every text."""

    def word(more: str = "") -> str:
        return f"{WORDS[language]}{more}{attack}"

    def text() -> Text:
        return plain(word())

    key = f"{name}{language}".ljust(8, "2")[:8]
    picture = msgspec.structs.replace(
        shown(drawn()), alt=word(), caption=(*plain(WORDS[language]), Run(text=word(), language="en")), credit=word()
    )
    outbox.arrange(
        Section(id=f"s{key}"[:8], language=language, slug=f"bolme-{name}", name=word(), position=9, about=word())
    )
    outbox.arrange(Byline(id=f"b{key}"[:8], slug=f"yazan-{name}-{language}", kind="pen", name={language: word()}))
    outbox.arrange(Topic(id=f"t{key}"[:8], slug=f"movzu-{name}-{language}", name={language: word()}))
    outbox.arrange(Place(id=f"p{key}"[:8], name={language: word()}))
    outbox.publish(
        Story(
            id=StoryId(key),
            group=GroupId(key),
            language=language,
            kind="statement",
            section=f"s{key}"[:8],
            slug=f"hucum-{name}",
            headline=word(),
            standfirst=word(),
            bylines=(f"b{key}"[:8],),
            place=f"p{key}"[:8],
            topics=(f"t{key}"[:8],),
            published_at=datetime(2026, 11, 20, 8, tzinfo=UTC),
            statement=Statement(number="7", issued_by=word()),
            picture=picture,
            body=(
                Paragraph(text=(*plain(WORDS[language]), Run(text=word(), bold=True))),
                Heading(text=text()),
                ItemList(items=(text(), text()), ordered=True),
                Quote(paragraphs=(text(),), source=text(), original=(text(),), original_language="fa"),
                Figure(picture=picture),
                Gallery(pictures=(picture, picture), title=word()),
                Table(rows=((text(), text()), (text(), plain("88"))), caption=text(), source=text()),
                Embed(address="https://example.org/", title=word(), place=word()),
            ),
            notes=(text(),),
            corrections=(Correction(at=datetime(2026, 11, 21, 9, tzinfo=UTC), note=text()),),
        )
    )
    comments = [
        Comment(id=f"c{key}"[:8], story=StoryId(key), name=word(), text=word(), day=date(2026, 11, 21)),
        Comment(
            id=f"d{key}"[:8],
            story=StoryId(key),
            name=word(),
            text=word(),
            day=date(2026, 11, 21),
            answers=f"c{key}"[:8],
        ),
        Comment(
            id=f"e{key}"[:8],
            story=StoryId(key),
            name=word(),
            text=word(),
            day=date(2026, 11, 21),
            answers=f"d{key}"[:8],
        ),
    ]
    for comment in comments:
        outbox.comment(comment, language)


@pytest.fixture(scope="module", params=["az", "azb"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Path]]:
    """A page without an attack, and one for each; every page has the sections of all in its navigation."""
    language, folder = request.param, tmp_path_factory.mktemp("directions")
    outbox = tiny_paper(folder / "media", home="")  # an address on the page would differ by its name
    for name, attack in {"none": "", **ATTACKS}.items():
        attacked(language, name, attack, outbox, folder / "media")
    tree = print_tree(outbox, folder / "site", folder / "media")
    return language, {name: tree / language / f"2026/11/hucum-{name}.html" for name in ("none", *ATTACKS)}


def letters(page: Page, file: Path) -> list[list[object]]:
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    found: list[list[object]] = page.evaluate(LETTERS)
    return found


@pytest.mark.browser
def test_no_text_moves_a_letter_outside_of_itself(pages: tuple[str, dict[str, Path]], chromium: Browser):
    language, files = pages
    page = chromium.new_page(viewport={"width": 700, "height": 900})
    quiet = letters(page, files["none"])
    assert sum(1 for letter, _, _ in quiet if letter == WORDS[language][0]) > 25
    for name in ATTACKS:
        moved = [
            (before, after) for before, after in zip(quiet, letters(page, files[name]), strict=True) if before != after
        ]
        assert moved == [], name
    page.close()


ORDERED = {
    "−۷ درجه": "−۷",
    "تلفون ۰۲۱-۱۲۳۴-۵۶۷۸ آخشام": "۰۲۱-۱۲۳۴-۵۶۷۸",
    "یازین +98 21 1234 5678 دیر": "+98 21 1234 5678",
    "شابک 978-0-00-000000-2 کیتاب": "978-0-00-000000-2",
    "آدرس https://araz.example/az/ دیر": "https://araz.example/az/",
    "مکتوب info@araz.example گؤندر": "info@araz.example",
    "ساعات ۱۲:۳۰ دا": "۱۲:۳۰",
    "تئز 5G گلدی": "5G",
}


@pytest.mark.browser
def test_numbers_and_addresses_inside_of_arabic_text_read_from_left_to_right(tmp_path: Path, chromium: Browser):
    outbox = tiny_paper(tmp_path / "media")
    story = Story(
        id=StoryId("nnnnnnnn"),
        group=GroupId("nnnnnnnn"),
        language="azb",
        kind="news",
        section="nazb2222",
        slug="nomreler",
        headline="Araz (آراز) نؤمره‌لری",
        published_at=datetime(2026, 11, 20, 8, tzinfo=UTC),
        body=tuple(Paragraph(text=plain(words)) for words in ORDERED),
    )
    outbox.publish(story)
    file = print_tree(outbox, tmp_path / "site", tmp_path / "media") / "azb/2026/11/nomreler.html"
    page = chromium.new_page(viewport={"width": 900, "height": 900})
    found = letters(page, file)
    text = "".join(str(letter) for letter, _, _ in found)
    for wanted in ORDERED.values():
        bare = wanted.replace(" ", "")
        at = text.index(bare)
        across = [float(str(x)) for _, x, _ in found[at : at + len(bare)]]
        assert across == sorted(across), wanted
    head = text.index("Araz(آراز)")
    assert float(str(found[head][1])) > float(str(found[head + 5][1])), "the headline begins at the right"
    page.close()
