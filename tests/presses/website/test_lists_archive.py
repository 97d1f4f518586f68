"""The archive and the months of a whole language: by them every story is found without a script."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from random import Random
from urllib.parse import urldefrag

import msgspec
import pytest

from araz.edition.store import Edition
from araz.edition.story import Story
from araz.presses.website import WebsitePress, pages
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from araz.typesetting.volumes import MONTH_PARTS
from araz.typesetting.words import counted
from tests.newsroom.archive import arrange_paper, stories
from tests.newsroom.outbox import HandOutbox
from tests.presses.website.conftest import print_tree

NOVEMBER = datetime(2026, 11, 1, 6, tzinfo=UTC)


class Anchors(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.page = page
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids.add(found.get("id", ""))
        if tag == "a":
            self.links.append(found["href"])

    def reached(self) -> set[Path]:
        links = (urldefrag(link).url for link in self.links if not re.match(r"\w+:", link))
        return {(self.page.parent / link).resolve() for link in links if link}


@dataclass
class Long:
    """A paper whose November 2026 has more stories than one page takes, all of one language."""

    tree: Path
    count: int


def november(count: int) -> Iterator[Story]:
    """So many stories of one language, one an hour."""
    made = (story for story in stories(Random(4), 8 * count) if story.language == "azb" and story.kind != "page")
    for number, story in enumerate(islice(made, count)):
        at = NOVEMBER + timedelta(hours=number)
        yield msgspec.structs.replace(story, published_at=at, translation=None, group=story.id)


@pytest.fixture(scope="module")
def long_month(tmp_path_factory: pytest.TempPathFactory) -> Long:
    folder, outbox = tmp_path_factory.mktemp("long"), HandOutbox()
    arrange_paper(outbox)
    count = pages.STORIES_OF_A_MONTH + 20
    for story in november(count):
        outbox.publish(story)
    return Long(print_tree(outbox, folder / "site", folder / "media"), count)


def test_every_story_is_found_from_the_archive(tiny_tree: Path):
    archive = Anchors(tiny_tree / "az/archive.html")
    months = {page for page in archive.reached() if re.fullmatch(r"\d{4}-\d\d\.html", page.name)}
    found = set().union(*(Anchors(page).reached() for page in months))
    stories = {page.resolve() for page in tiny_tree.glob("az/20*/*/*.html")}
    assert stories - found == {(tiny_tree / "az/2026/01/haqqimizda.html").resolve()}, "an evergreen page is no news"
    assert (tiny_tree / "az/tebiet/index.html").resolve() in archive.reached()
    assert "haqqimizda.html" in (tiny_tree / "az/tebiet/2026-01.html").read_text(encoding="utf-8")


def test_the_archive_leads_to_sections_topics_and_bylines(tiny_tree: Path):
    reached = Anchors(tiny_tree / "azb/archive.html").reached()
    for page in ("azb/tebiet/index.html", "azb/reyler/index.html", "azb/t/index.html", "azb/b/index.html"):
        assert (tiny_tree / page).resolve() in reached


def test_years_and_months_are_called_by_both_calendars_in_the_languages_digits(tiny_tree: Path):
    page = (tiny_tree / "azb/archive.html").read_text(encoding="utf-8")
    assert "<span>۲۰۲۶</span>" in page
    assert "۱۴۰۴ – ۱۴۰۵" in page
    assert ">نوامبر ۲۰۲۶</a>" in page
    assert "آبان – آذر ۱۴۰۵" in page
    assert "۱ یازی" in page
    assert "1404 – 1405" in (tiny_tree / "az/archive.html").read_text(encoding="utf-8")


def test_every_page_of_a_language_leads_to_the_archive(tiny_tree: Path):
    volumes = tiny_tree / "az/v"  # which need no other file, and so lead to none
    pages_of_a_language = [page for page in tiny_tree.glob("az/**/*.html") if volumes not in page.parents]
    assert len(pages_of_a_language) > 15
    archive = (tiny_tree / "az/archive.html").resolve()
    assert [page for page in pages_of_a_language if archive not in Anchors(page).reached()] == []


def test_a_month_leads_to_its_days(tiny_tree: Path):
    month = Anchors(tiny_tree / "az/2026-11.html")
    assert {link for link in month.links if "#2026" in link} == {
        f"../az/2026-11.html#2026-11-{day}" for day in (22, 23, 24)
    }
    assert {"2026-11-22", "2026-11-23", "2026-11-24"} <= month.ids


def test_a_month_says_of_each_story_what_it_is_or_where_it_stands(tiny_tree: Path):
    page = (tiny_tree / "az/2026-11.html").read_text(encoding="utf-8")
    assert 'Kitabxananın işığı səhərəcən sönmür</a> <span class="note">Təbiət</span>' in page
    assert 'az qışqırır</a> <span class="note">Rəy</span>' in page
    assert 'haqqında</a> <span class="note">Bəyanat</span>' in page


def test_a_long_month_is_three_pages_and_its_days_lead_into_them(long_month: Long):
    month = Anchors(long_month.tree / "azb/2026-11.html")
    parts = [long_month.tree / f"azb/2026-11-{part}.html" for part in MONTH_PARTS]
    found = [link for part in parts for link in Anchors(part).links if re.search(r"/hekaye-\d+\.html$", link)]
    assert len(found) == len(set(found)) == long_month.count
    days = [link for link in month.links if "#" in link and "content" not in link]
    assert len(days) == 18
    for link in days:
        path, day = urldefrag(link)
        assert day in Anchors(month.page.parent / path).ids


def test_a_long_month_leads_to_a_file_for_each_of_its_parts_and_says_which_days_it_has(long_month: Long):
    files = {part: f"../azb/v/2026/2026-11-part-{part}.html" for part in (1, 2)}  # nothing stands after the 20th
    whole = Anchors(long_month.tree / "azb/2026-11.html")
    assert [link for link in whole.links if "/v/2026/2026-11" in link] == list(files.values())
    assert "۱۱–۲۰: " in whole.page.read_text(encoding="utf-8")
    for part, file in files.items():
        assert (long_month.tree / "azb" / file).is_file()
        links = Anchors(long_month.tree / f"azb/2026-11-{part}.html").links
        assert [link for link in links if re.search(r"/v/2026/2026-11(-part|\.)", link)] == [file]


def test_a_long_months_counts_add_up(long_month: Long):
    page = (long_month.tree / "azb/2026-11.html").read_text(encoding="utf-8")
    told = re.escape(counted("stories", 2, "azb")).replace("۲", r"(\d+)")
    counts = [int(count) for count in re.findall(told, page)]
    assert sum(counts) == long_month.count
    assert len(counts) == 2, "nothing was written after the 18th"


def test_a_month_that_grows_long_story_by_story_is_as_if_built_at_once(long_month: Long, tmp_path: Path):
    outbox = HandOutbox()
    arrange_paper(outbox)
    edition = Edition.open(tmp_path / "edition.db", may_make=True)
    edition.append(outbox.rows)
    with Pressroom(edition, WebsitePress(FolderMediaStore(tmp_path / "media")), tmp_path) as room:
        room.reset_now()
        for number, story in enumerate(november(long_month.count), 1):
            edition.append([outbox.publish(story)])
            if number % 60 == 0 or number == long_month.count:
                room.press_new()
        grown = room.tree.root
    edition.close()
    for page in sorted(long_month.tree.glob("azb/*.html")):
        assert (grown / page.relative_to(long_month.tree)).read_bytes() == page.read_bytes(), page.name
