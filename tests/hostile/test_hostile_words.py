"""Hostile words go through the desk's forms to every page: none is run, none is lost, none breaks anything."""

import contextlib
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from araz.desk.clipboard import tidied
from araz.language import repair
from tests.hostile.conftest import House
from tests.hostile.words import OURS, long_lists
from tests.server.processes import until

pytestmark = pytest.mark.browser

A_STORY: Final = 200  # words of the long lists go into one story
_IDS: Final = """
import json
from wagtail.models import Page
from araz.desk.models import Byline, DeskImage, Place, SectionPage, StoryPage, Topic
print(json.dumps({
    "section": SectionPage.objects.filter(locale__language_code="az").first().pk,
    "bylines": list(Byline.objects.order_by("-pk").values_list("pk", flat=True)),
    "topics": list(Topic.objects.order_by("-pk").values_list("pk", flat=True)),
    "places": list(Place.objects.order_by("-pk").values_list("pk", flat=True)),
    "pictures": list(DeskImage.objects.order_by("-pk").values_list("pk", flat=True)),
    "stories": list(StoryPage.objects.order_by("-pk").values_list("pk", flat=True)),
}))
"""
_COMMENTS: Final = """
import json
from datetime import date
from django.db import transaction
from araz.desk.models import StoryPage
from araz.desk.outbox_rows import write_row
from araz.edition.comments import Comment
from araz.edition.upgrades import encode
story = StoryPage.objects.order_by("-pk").first().public_id
with transaction.atomic():
    for number, words in enumerate(json.loads({words!r})):
        comment = Comment(id=f"hostil{{number:02}}".replace("0", "o").replace("1", "i"), story=story, answers="", name=words, text=words, day=date(2026, 11, 25))
        write_row("comment", comment.id, encode(comment), language="az")
"""


@dataclass
class Written:
    """What was sent to the desk, and what became of it."""

    texts: list[tuple[str, str]] = field(default_factory=list)  # that a page must have, with the story's headline
    refused: list[tuple[str, str]] = field(default_factory=list)  # and the sentence
    faults: list[str] = field(default_factory=list)

    def note(self, words: list[str], answered: Any) -> None:
        if answered.status >= 500 or not (answered.is_taken or answered.told):
            self.faults.append(f"{answered.status}: {words[0]!r}")
        elif answered.is_taken:
            self.texts += [(text, words[0]) for text in words]
        else:
            self.refused.append((words[0], answered.told))


def _drawing() -> bytes:
    file = BytesIO()
    Image.new("RGB", (320, 200), "#0b5768").save(file, "PNG")
    return file.getvalue()


def _ids(house: House) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(house.machine.python(_IDS, house.folder).splitlines()[-1])
    return found


def _seen(html: str) -> str:
    """What a page says, without regard to blanks."""
    body = LexborHTMLParser(html).body
    return re.sub(r"\s+", "", body.text() if body else "")


def _meant(words: str) -> str:
    """What the desk says that it makes of words: signs that nobody sees go; marks of notes are marks."""
    return re.sub(r"\s+|\[\^\d{1,3}\]", "", repair(tidied(words), "az"))


@pytest.fixture(scope="module")
def written(house: House) -> Written:
    """Every word of the short list in every field; the long lists, 200 in a story, by turns in the other fields."""
    written = Written()
    portions = list(_portions())
    leading = [*OURS, *(portion[0] for portion in portions)]
    _name_things(house, written, leading)
    ids = _ids(house)
    bodies = [*([words] for words in OURS), *portions]
    for number, (words, body) in enumerate(zip(leading, bodies, strict=True)):
        short = words[:200]
        fields: dict[str, Any] = dict.fromkeys(("title", "picture_alt", "picture_caption", "picture_credit"), short)
        fields |= {
            "standfirst": words,
            "picture": ids["pictures"][number % len(OURS)],
            "place": ids["places"][number % len(ids["places"])],
        }
        fields |= {"named": ids["bylines"][number : number + 1], "about": ids["topics"][number : number + 1]}
        written.note([short, *body], house.desk.publish_story(ids["section"], body, **fields))
    house.machine.python(_COMMENTS.format(words=json.dumps(OURS)), house.folder)
    return written


def _name_things(house: House, written: Written, leading: list[str]) -> None:
    """Call bylines, topics, places and pictures by these words; which are on a page only when a story has them."""
    drawing = _drawing()
    for words in leading:
        short = words[:200]
        for answered in (house.desk.add_byline(short), house.desk.add_topic(short), house.desk.add_place(short)):
            written.note([words], answered)
    for words in OURS:
        file_name = f"{words[:80]}.png".replace("\n", " ")
        written.note([words], house.desk.add_picture(drawing, file_name, words[:200]))
    assert len(_ids(house)["pictures"]) >= len(OURS), written.refused
    written.texts.clear()


def _portions() -> Iterator[list[str]]:
    every = list(long_lists())
    for start in range(0, len(every), A_STORY):
        yield every[start : start + A_STORY]


def test_the_desk_takes_each_or_says_why_not(written: Written):
    assert written.faults == []
    assert all(sentence.strip() for _, sentence in written.refused)
    assert len(written.refused) <= 3, written.refused


def test_every_word_stands_on_a_page_or_the_story_is_held_and_the_desk_told(written: Written, house: House):
    missing: list[tuple[str, str]] = []

    def is_all_there() -> bool:
        everything = "".join(_seen(page.read_text("utf-8")) for page in _stories(house.public))
        held = _held(house)
        missing[:] = [(words, of) for words, of in written.texts if _meant(words) not in everything and of not in held]
        return not missing

    with contextlib.suppress(AssertionError):  # whose words would not say what is missing
        until(is_all_there)
    assert missing == []
    assert len(_held(house)) < len({of for _, of in written.texts}) / 2


def _held(house: House) -> set[str]:
    """The headlines of stories in which something was found that must not be printed, such as the path of a machine."""
    connection = sqlite3.connect(f"file:{house.folder}/sites/main/holds.db?mode=ro", uri=True)
    subjects = {subject for (subject,) in connection.execute("select subject from finding")}
    connection.close()
    desk = sqlite3.connect(f"file:{house.folder}/desk.db?mode=ro", uri=True)
    stories = desk.execute(
        "select page.title, public.story, public.slug from desk_publicstory public"
        " join wagtailcore_page page on page.id = public.page_id"
    ).fetchall()
    desk.close()
    names = {subject.rpartition("/")[2].removesuffix(".html") for subject in subjects}
    return {title for title, story, slug in stories if story in subjects or slug in names}


def test_no_browser_runs_any_of_them(written: Written, house: House):
    ids = _ids(house)
    ours = sorted(ids["stories"][: len(OURS) + len(list(_portions()))])[: len(OURS)]
    desk = [f"/admin/pages/{pk}/edit/" for pk in ours]
    desk += [f"/admin/pages/{pk}/view_draft/" for pk in ours[::3]]
    desk += [
        "/admin/",
        "/admin/all-stories/",
        f"/admin/pages/{ids['section']}/",
        "/admin/images/",
        "/admin/images/chooser/",
    ]
    desk += [f"/admin/snippets/desk/{kind}/" for kind in ("byline", "topic", "place")]
    desk += [f"/admin/snippets/desk/byline/edit/{pk}/" for pk in ids["bylines"][:6]]
    desk += [f"/admin/pages/search/?q={quote(words)}" for words in OURS[:4]]
    desk += [f"/admin/images/{pk}/" for pk in ids["pictures"][:4]]
    desk += [
        f"/admin/pages/{ids['stories'][0]}/{view}/" for view in ("history", "usage", "delete", "unpublish", "copy")
    ]
    site = f"http://localhost:{house.served.port}"
    pages = [page.relative_to(house.public).as_posix() for page in _pages_of_readers(house.public)]
    readers = [f"{site}/{page}" for page in pages]
    readers += [f"{site}/az/search.html?q={quote(words)}" for words in OURS[::2]]
    readers += [f"{site}/az/search.html?{quote(words)}#{quote(words)}" for words in OURS[:3]]
    ran = []
    for address, tab in house.visitor.visit([*desk, *readers]):
        found = tab.evaluate("window.ran || []")
        ran += [f"{address}: {it}" for it in found]
    assert ran == []
    assert house.visitor.elsewhere == []
    assert house.visitor.complaints == [], "a policy that had to step in means that a page let something through"


def test_the_canary_would_sing(house: House):
    tab = house.visitor.context.pages[0]
    tab.goto(f"http://localhost:{house.served.port}/az/index.html")
    tab.evaluate("alert('made by the test')")
    assert tab.evaluate("window.ran") == ["alertmade by the test"]


def test_feeds_and_maps_stay_well_formed(written: Written, house: House):
    files = [*house.public.rglob("*.xml")]
    assert files
    for file in files:
        ET.fromstring(file.read_bytes())  # noqa: S314  our own files, a few kilobytes each


def test_every_file_that_was_made_has_a_plain_name(written: Written, house: House):
    names = [path.name for path in house.folder.rglob("*") if path.is_file()]
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9_.-]+", name)] == []


def _stories(public: Path) -> list[Path]:
    return sorted([*public.glob("az/20??/??/*.html"), *public.glob("az/b/*.html"), *public.glob("az/t/*.html")])


def _pages_of_readers(public: Path) -> list[Path]:
    newest = sorted(public.glob("az/20??/??/*.html"), key=lambda page: page.stat().st_mtime)[-70:]
    lists = [*public.glob("az/*.html"), *public.glob("az/b/*.html"), *public.glob("az/t/*.html")]
    return [*newest, *lists, *sorted(public.glob("az/v/**/*.html"))[-10:]]
