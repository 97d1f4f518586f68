"""A story's whole life: written in azb with a picture, approved by others, published, corrected and withdrawn."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.journey.conftest import Running
from tests.journey.person import Person
from tests.server.processes import until

pytestmark = pytest.mark.browser

TITLE = "کؤرپونون ایشیغی یاندی"
STANDFIRST = "کندین کؤرپوسو ایندی گئجه‌لر ده ایشیقلی‌دیر."
TEXT = "آخشام اوستو اوشاقلار کؤرپونون باشینا ییغیشدیلار."
WRONG = "لامپالار اون ایکی دئییل، اون دؤرد‌دور."
GONE = "خبر بیر اویون ایمیش."


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    file = tmp_path / "IMG_2231.png"
    Image.new("RGB", (900, 600), "#0b5768").save(file)
    return file


def test_a_story_from_the_first_word_to_its_withdrawal(running: Running, come_in: Callable[[], Person], drawing: Path):
    people = running.accounts()
    chief, editor, publisher = come_in(), come_in(), come_in()
    chief.enrol(running.first_link)
    editor.enrol(chief.make_link_for(people["editor"]))
    publisher.enrol(chief.make_link_for(people["publisher"]))

    chief.begin_story("تۆرکجه", "کند")
    chief.write(title=TITLE, standfirst=STANDFIRST, text=TEXT)
    chief.put_picture_above(drawing, "کؤرپو گئجه")
    chief.press("Save draft")
    chief.press("Send to Review")
    chief.is_back_in_the_list()

    editor.open_story(TITLE)
    editor.press("Approve")
    editor.is_back_in_the_list()
    assert not _pages_with(running, TITLE)

    publisher.open_story(TITLE)
    publisher.press("Approve")
    publisher.is_back_in_the_list()
    address = _address_of(running, TITLE)

    story = running.served.read(f"/{address}").text
    assert STANDFIRST in story
    assert TEXT in story
    assert 'dir="rtl"' in story
    picture = re.search(r"m/[0-9a-f]{2}/[0-9a-z]+-\d+\.webp", story)
    assert picture
    assert running.served.read(f"/{picture[0]}").status == 200
    for place in ("azb/index.html", "azb/kend/index.html", "azb/feed.xml", "azb/kend/feed.xml", "azb/feed.json"):
        assert TITLE in running.served.read(f"/{place}").text, place

    editor.open_story(TITLE)
    editor.page.locator("#id_standfirst").fill("کندین کؤرپوسوندا اون دؤرد لامپا یانیر.")
    editor.page.get_by_role("tab", name="Publication").click()
    editor.page.locator("#id_correction_note").fill(WRONG)
    editor.press("Save draft")
    publisher.open_story(TITLE)
    publisher.press("Publish")
    publisher.is_back_in_the_list()
    until(lambda: WRONG in running.served.read(f"/{address}").text)
    assert "اون دؤرد لامپا یانیر" in running.served.read("/azb/kend/index.html").text

    publisher.withdraw(TITLE, GONE)
    until(lambda: GONE in running.served.read(f"/{address}").text)
    withdrawn = running.served.read(f"/{address}").text
    assert TEXT not in withdrawn
    for place in ("azb/index.html", "azb/kend/index.html", "azb/feed.xml", "azb/kend/feed.xml"):
        assert TITLE not in running.served.read(f"/{place}").text, place

    for person in (chief, editor, publisher):
        assert person.went_elsewhere == []
        assert person.complaints == []


def _pages_with(running: Running, words: str) -> list[str]:
    tree = running.folder / "sites/main/public"
    return [
        file.relative_to(tree).as_posix() for file in tree.rglob("20*/*/*.html") if words in file.read_text("utf-8")
    ]


def _address_of(running: Running, title: str) -> str:
    """Where the story came to lie, once it is there."""
    found: list[str] = []

    def is_there() -> bool:
        found[:] = _pages_with(running, title)
        return bool(found)

    until(is_there)
    return found[0]
