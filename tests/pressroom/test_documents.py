"""Documents that stories have: on the site as long as a story shows them, beside every carrier's pages."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from araz.edition.blocks import File, Paragraph
from araz.edition.names import StoryId
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.edition.text import plain
from araz.presses.search.terms import TermReader
from araz.presses.volume import VolumePress
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import STATEMENT, VOICE, tiny_paper
from tests.pressroom.conftest import print_all, tree_of

Site = tuple[Edition, Pressroom]
HASH = "ab" * 16
PLACE = f"f/ab/{HASH}.pdf"
CONTENT = b"%PDF-1.7 a report"
REPORT = File(hash=HASH, title="Komissiyanın hesabatı", size=1_250_000, pages=12)


@pytest.fixture
def outbox(tmp_path: Path) -> HandOutbox:
    FolderMediaStore(tmp_path / "media").keep_document(HASH, CONTENT)
    return tiny_paper(tmp_path / "media")


def print_new(site: Site, outbox: HandOutbox) -> dict[str, bytes]:
    edition, room = site
    edition.append([row for row in outbox.rows if row.number > edition.last_outbox()])
    print_all(room)
    return tree_of(room.tree.root)


def with_report(site: Site, name: StoryId, **changes: object) -> Story:
    edition, _ = site
    with edition.reader() as reader:
        story = reader.story(name)
    assert isinstance(story, Story)
    block = msgspec.structs.replace(REPORT, **changes)
    return msgspec.structs.replace(story, body=(Paragraph(text=plain("Su.")), block))


def page_of(site: Site, tree: dict[str, bytes], name: StoryId) -> str:
    with site[0].reader() as reader:
        return tree[reader.path(name)].decode()


def test_a_story_leads_to_its_document_and_says_what_it_is(site: Site, outbox: HandOutbox):
    print_new(site, outbox)
    outbox.correct(with_report(site, VOICE))
    tree = print_new(site, outbox)
    assert tree[PLACE] == CONTENT
    page = page_of(site, tree, VOICE)
    assert f'href="../../../{PLACE}" type="application/pdf"><bdi>Komissiyanın hesabatı</bdi></a>' in page
    assert re.search(r"\(PDF, 12\u00a0\w+, 1,3\u00a0MB\)", page)


def test_digits_are_those_of_the_language(site: Site, outbox: HandOutbox):
    print_new(site, outbox)
    outbox.correct(with_report(site, VOICE, language="fa", size=40_000))
    assert "۱۲\u00a0صفحه، ۴۰\u00a0کیلوبایت" in page_of(site, print_new(site, outbox), VOICE)


def test_a_document_leaves_the_site_when_the_last_story_no_longer_shows_it(site: Site, outbox: HandOutbox):
    print_new(site, outbox)
    for name in (VOICE, STATEMENT):
        outbox.correct(with_report(site, name))
    assert PLACE in print_new(site, outbox)
    outbox.withdraw(with_report(site, VOICE))
    assert PLACE in print_new(site, outbox)
    outbox.correct(msgspec.structs.replace(with_report(site, STATEMENT), body=()))
    assert PLACE not in print_new(site, outbox)


def test_a_site_that_grew_is_equal_to_one_that_was_built_at_once(
    site: Site, outbox: HandOutbox, full_build: Callable[[], dict[str, bytes]]
):
    print_new(site, outbox)
    outbox.correct(with_report(site, VOICE))
    assert print_new(site, outbox) == full_build()


def test_a_volume_says_that_the_document_is_on_the_site(site: Site, outbox: HandOutbox, tmp_path: Path):
    print_new(site, outbox)
    outbox.correct(with_report(site, VOICE))
    print_new(site, outbox)
    press = VolumePress(FolderMediaStore(tmp_path / "media"))
    with site[0].reader() as reader:
        printed = [press.print(reader, page) for page in press.everything(reader)]
    volumes = [file.body.decode() for file in printed if file and b"hesabat" in file.body]
    assert volumes
    for volume in volumes:
        assert f'<a href="https://araz.example/{PLACE}"' in volume
        assert re.search(r"1,3\u00a0MB, saytda\)", volume)


def test_the_feed_leads_to_the_document(site: Site, outbox: HandOutbox):
    print_new(site, outbox)
    outbox.correct(with_report(site, VOICE))
    tree = print_new(site, outbox)
    feeds = [body for path, body in tree.items() if path.endswith(("feed.xml", "feed.json"))]
    assert any(f"https://araz.example/{PLACE}".encode() in feed for feed in feeds)


def test_the_search_finds_a_document_by_its_name(site: Site, outbox: HandOutbox):
    print_new(site, outbox)
    terms = TermReader("az").worth(with_report(site, VOICE, title="Zirehlənmə"), ())
    assert any(term.startswith("zireh") for term in terms)
