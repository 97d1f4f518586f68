"""What a story's page says around its text."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from araz.edition.blocks import Figure, Heading, ItemList, Paragraph
from araz.edition.comments import Comment
from araz.edition.names import GroupId, StoryId
from araz.edition.paper import Byline
from araz.edition.store import Edition
from araz.edition.story import Correction, Statement, Story
from araz.edition.text import Address, Run, plain
from araz.presses.website import WebsitePress
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import LIBRARY, SEVDA, drawn, library, section, shown, tiny_paper
from tests.presses.website.conftest import print_tree

AYTEN = "aytenayt"


def a_story(name: str, **more: object) -> Story:
    fields: dict[str, object] = {
        "id": StoryId(name.ljust(8, "2")),
        "group": GroupId(name.ljust(8, "3")),
        "language": "az",
        "kind": "news",
        "section": section("az"),
        "slug": name,
        "headline": f"Başlıq {name}",
        "published_at": datetime(2026, 11, 20, 8, tzinfo=UTC),
        "body": (Paragraph(text=plain("Mətn.")),),
    }
    return Story(**(fields | more))  # type: ignore[arg-type]


def head(words: str, level: int = 2, **marks: object) -> Heading:
    return Heading(text=(Run(text=words, **marks),), level=level)  # type: ignore[arg-type]


STATUTE = a_story(
    "nizam",
    kind="page",
    bylines=(SEVDA,),
    body=(
        head("Maddə 1. Ad", 3),
        head("Maddə 2. Yer"),
        head("Üzvlər", link=Address("https://example.org/")),
        head("Maddə 3"),
        head("Maddə 4", 3),
        Paragraph(text=(Run(text="Söz"), Run(note=1), Run(text=" söz"), Run(note=1))),
    ),
    notes=(plain("Qeyd."), plain("Nişansız qeyd.")),
    corrections=(Correction(at=datetime(2026, 11, 21, 9, 20, tzinfo=UTC), note=plain("Səhv idi.")),),
)
NEWER = a_story("yeni", kind="statement", statement=Statement(number="2", issued_by="Dostlar"))
OLDER = a_story("kohne", kind="statement", statement=Statement(number="1", superseded_by=NEWER.id))
PAST = a_story("elan", kind="announcement", valid_until=date(2026, 11, 22))


def everything(media: Path) -> HandOutbox:
    outbox, picture = tiny_paper(media), shown(drawn())
    portrait = msgspec.structs.replace(picture, alt="Aytənin üzü")
    outbox.arrange(Byline(id=AYTEN, slug="ayten", kind="open", name={"az": "Aytən"}, portrait=portrait))
    outbox.arrange(Byline(id="gizligiz", slug="gizli", kind="pen", name={"az": "Gizli"}, portrait=portrait))
    emblem = (
        Figure(picture=picture),
        ItemList(items=((Run(text="Çay", bold=True), Run(text=" axır.")), (Run(text="Alma", bold=True),))),
    )
    references = (head("Üsul"), head("Nəticə"), head("Mənbələr"), ItemList(items=(plain("Kitab."),), ordered=True))
    for story in (
        STATUTE,
        NEWER,
        OLDER,
        PAST,
        a_story("nisan", kind="page", body=emblem),
        a_story("rey2", kind="opinion", bylines=(AYTEN, "gizligiz")),
        a_story("tedqiq", kind="research", body=references, bylines=(AYTEN,)),
        a_story("uzun2", body=(head("Bir"), head("İki"), head("Bir"))),
        a_story("qisa", body=(head("Bir"),)),
    ):
        outbox.publish(story)
    outbox.expire(PAST)
    said = Comment(id="cccccccc", story=LIBRARY, name="Oxucu", text="Sağ olun.", day=date(2026, 11, 25))
    outbox.comment(said)
    outbox.comment(msgspec.structs.replace(said, id="dddddddd", text="Kobud söz.", state="removed"))
    return outbox


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stories")
    return print_tree(everything(folder / "media"), folder / "site", folder / "media")


def page(tree: Path, slug: str) -> str:
    return (tree / f"az/2026/11/{slug}.html").read_text(encoding="utf-8")


def test_an_evergreen_page_has_the_day_of_its_publication_and_nobodys_name(tree: Path):
    html = page(tree, "nizam")
    meta = html[html.index('<div class="meta">') : html.index('<div class="body">')]
    assert '<time datetime="2026-11-20T08:00Z">20 noyabr 2026</time>' in meta
    assert '<a href="#fix">Düzəldilib: 21 noyabr 2026</a>' in meta
    assert "Sevda" not in meta
    assert "dəqiqə" not in meta
    assert "Səhifə" not in html[html.index("<main") :]


def test_articles_have_addresses_in_ascii_digits_that_show_themselves(tree: Path):
    html = page(tree, "nizam")
    assert '<h2 id="article-1"><a class="here" href="#article-1">Maddə 1. Ad</a></h2>' in html
    assert '<h3 id="article-4"><a class="here" href="#article-4">Maddə 4</a></h3>' in html


def test_a_heading_with_a_link_of_its_own_has_a_sign_for_its_address(tree: Path):
    assert re.search(
        r'<h2 id="uzvler"><a href="https://example.org/" rel="noreferrer">Üzvlər</a> '
        r'<a class="here" href="#uzvler" aria-label="[^"]+"></a></h2>',
        page(tree, "nizam"),
    )


def test_a_page_of_many_headings_begins_with_their_table(tree: Path):
    html = page(tree, "nizam")
    contents = html[html.index('role="doc-toc"') : html.index("</nav>", html.index('role="doc-toc"'))]
    links = re.findall(r'href="#([^"]+)"', contents)
    assert links == ["article-1", "article-2", "uzvler", "article-3", "article-4"]
    assert [name for name in links if f'id="{name}"' not in html] == []
    assert "example.org" not in contents
    assert "doc-toc" not in page(tree, "uzun2")


def test_long_stories_have_places_that_can_be_linked_to_and_short_ones_are_left_alone(tree: Path):
    assert re.findall(r"<h2.*?>.*?</h2>", page(tree, "uzun2"))[:3] == [
        '<h2 id="bir">Bir</h2>',
        '<h2 id="iki">İki</h2>',
        '<h2 id="bir--2">Bir</h2>',
    ]
    assert "<h2>Bir</h2>" in page(tree, "qisa")


def test_no_id_stands_twice_on_any_page(tree: Path):
    for file in tree.rglob("*.html"):
        ids = re.findall(r'\sid="([^"]+)"', file.read_text(encoding="utf-8"))
        assert len(ids) == len(set(ids)), file


def test_every_link_inside_of_a_page_leads_somewhere(tree: Path):
    for file in tree.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert {name for name in re.findall(r'href="#([^"]+)"', html) if f'id="{name}"' not in html} == set(), file


def test_a_note_that_is_marked_twice_leads_back_to_its_first_mark_and_one_without_a_mark_nowhere(tree: Path):
    html = page(tree, "nizam")
    assert html.count('href="#note-1"') == 2
    assert html.count('id="ref-1"') == 1
    assert "#ref-2" not in html


def test_a_picture_with_a_list_of_bold_names_is_set_as_a_whole_and_its_parts(tree: Path):
    assert re.search(
        r'<div class="parts"><figure>.*?</figure><ul class="dots"><li><b>Çay</b> axır\.</li>', page(tree, "nisan"), re.S
    )


def test_research_ends_in_its_references(tree: Path):
    assert (
        '<section class="references" role="doc-bibliography" aria-labelledby="menbeler"><h2 id="menbeler">Mənbələr</h2>'
        '<ol class="steps"><li>Kitab.</li></ol></section>'
    ) in page(tree, "tedqiq")


def test_a_person_who_speaks_openly_has_a_face_beside_an_opinion_and_a_pen_name_never(tree: Path):
    assert re.findall(r'<img class="face".*?alt="(.*?)">', page(tree, "rey2")) == ["Aytənin üzü"]
    assert 'class="face"' not in page(tree, "tedqiq")


def test_a_statement_that_was_superseded_leads_to_the_newer_and_that_one_back(tree: Path):
    assert re.search(r'<div class="fix".*href="../../../az/2026/11/yeni.html">.*Başlıq yeni', page(tree, "kohne"))
    assert re.search(r'<div class="fix".*href="../../../az/2026/11/kohne.html">.*Başlıq kohne', page(tree, "yeni"))


def test_an_announcement_that_is_over_says_so_with_its_last_day(tree: Path):
    html = page(tree, "elan")
    assert "22 noyabr 2026" in html[html.index('<div class="fix"') :]
    assert "vaxtı keçib" in html[: html.index("<h1>")] + html[html.index('<p class="kind">') :]


def test_comments_are_counted_without_those_that_were_removed(tree: Path):
    html = page(tree, "kitabxana")
    assert re.search(r'<h2 id="comments-title">.*? <span class="note">1</span></h2>', html)
    assert "Sağ olun." in html
    assert "Kobud söz." not in html


def test_the_address_of_a_story_is_there_for_paper(tree: Path):
    assert '<bdi class="long" dir="ltr">https://araz.example/az/2026/11/kohne.html</bdi></p>' in page(tree, "kohne")


def test_a_statement_is_printed_anew_when_an_older_one_begins_or_ceases_to_lead_to_it(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    alone = msgspec.structs.replace(OLDER, statement=Statement(number="1"))
    renamed = msgspec.structs.replace(OLDER, headline="Yeni başlıq")
    outbox.publish(NEWER)
    outbox.publish(alone)
    edition = Edition.open(tmp_path / "edition.db", may_make=True)
    edition.append(outbox.rows)
    with Pressroom(edition, WebsitePress(FolderMediaStore(tmp_path / "media")), tmp_path) as room:
        room.reset_now()

        def newer_says(row: object) -> str:
            edition.append([row])  # type: ignore[list-item]
            room.press_new()
            return page(room.tree.root, "yeni")

        assert "Başlıq kohne" not in page(room.tree.root, "yeni")
        assert "Başlıq kohne" in newer_says(outbox.correct(OLDER))
        assert "Yeni başlıq" in newer_says(outbox.correct(renamed))
        assert "kohne.html" not in newer_says(outbox.correct(alone))
        assert "kohne.html" in newer_says(outbox.correct(OLDER))
        assert "kohne.html" not in newer_says(outbox.withdraw(OLDER))
    edition.close()


def test_five_hundred_comments_are_one_page_that_stays_light(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    outbox.publish(library(shown(drawn())))
    for number in range(500):
        text = f"{number} nömrəli rəy: zal yaxşıdır, çay istidir, pişik də razıdır."
        answers = f"c{number - 1:07}" if number % 4 else ""
        said = Comment(
            id=f"c{number:07}", story=LIBRARY, name="Oxucu", text=text, day=date(2026, 11, 25), answers=answers
        )
        outbox.comment(said)
    file = print_tree(outbox, tmp_path / "site", tmp_path / "media") / "az/2026/11/kitabxana.html"
    assert file.read_text(encoding="utf-8").count('<div class="comment">') == 500
    assert file.stat().st_size < 200_000
