"""One file that needs no other: what it holds, what it leaves out, and that it opens alone."""

import re
from datetime import UTC, datetime

import msgspec

from araz.edition.paper import Topic
from araz.edition.story import Story
from araz.typesetting.volumes import STORIES_OF_A_VOLUME, about
from tests.newsroom.paper import LIBRARY, LONG, STATEMENT, SU, drawn, library, shown
from tests.presses.volume.shelf import Shelf

LOADED = re.compile(r"""(?:src|srcset|poster|data)\s*=\s*["'](?!data:)|@import|<link(?! rel="icon" href="data:,")""")
NEEDED = re.compile(r"""url\((?!["']?data:)""")


def test_a_volume_loads_nothing_and_has_no_script(shelf: Shelf):
    volumes = shelf.all()
    assert {page.split("/")[0] for page in volumes} == {"story", "with-pictures", "day", "month", "topic"}
    for page, html in volumes.items():
        assert not LOADED.search(html), page
        assert not NEEDED.search(html), page
        assert "<script" not in html, page
        assert "default-src 'none'" in html, page


def test_a_story_stands_whole_in_its_volume(shelf: Shelf):
    html = shelf.all()[f"story/{LIBRARY}"]
    for words in ("Sevda Aranlı", "təxəllüs", "Marağa", "<table>", "note-1", "2026"):
        assert words in html, words
    assert html.count("<h1") == 1


def test_pictures_are_inside_by_choice_and_told_of_otherwise(shelf: Shelf):
    volumes = shelf.all()
    assert "data:image/webp;base64," in volumes[f"with-pictures/story/{LIBRARY}"]
    assert "data:image/webp" not in volumes[f"story/{LIBRARY}"]
    assert '<p class="instead">Göl</p>' in volumes[f"story/{LIBRARY}"]
    assert f"with-pictures/story/{STATEMENT}" not in volumes, "a story without pictures has one volume"


def test_links_lead_into_the_volume_where_the_other_story_stands_and_to_the_site_where_not(shelf: Shelf):
    linked = shelf.all()["month/az/2026-11"]
    targets = re.findall(r'href="#s-([a-z2-7]{8})"', linked)
    assert targets
    assert all(f'id="s-{target}"' in linked for target in targets)
    assert 'href="https://araz.example/az/2026/11/' in shelf.all()[f"story/{LIBRARY}"]


def test_all_footnotes_of_a_day_have_names_of_their_own(shelf: Shelf):
    for page, html in shelf.all().items():
        names = re.findall(r' id="([^"]+)"', html)
        assert len(names) == len(set(names)), page
        marks = re.findall(r'href="#(note-[^"]+)"', html)
        assert set(marks) <= set(names), page


def test_a_change_touches_the_story_its_day_its_month_and_its_topics(shelf: Shelf):
    shelf.take()
    before = shelf.number()
    shelf.outbox.correct(msgspec.structs.replace(_with_lake(), headline="Yeni başlıq"))
    touched = shelf.touched_since(before)
    assert touched[:2] == (f"story/{LIBRARY}", f"with-pictures/story/{LIBRARY}")
    assert set(touched[2:]) == {
        "day/az/2026-11-24", "with-pictures/day/az/2026-11-24",
        "month/az/2026-11", "part/az/2026-11/1", "part/az/2026-11/2", "part/az/2026-11/3", f"topic/az/t/{SU}",
    }  # fmt: skip


def test_what_was_withdrawn_stands_in_no_volume(shelf: Shelf):
    shelf.take()
    before = shelf.number()
    shelf.outbox.withdraw(_with_lake())
    touched = shelf.touched_since(before)
    assert "day/az/2026-11-24" in touched
    for page, html in shelf.all().items():
        assert _with_lake().headline not in html, page


def test_a_topics_reading_order_comes_first(shelf: Shelf):
    shelf.outbox.arrange(Topic(id=SU, slug="su", name={"az": "Su"}, reading_order=(LIBRARY,)))
    assert re.findall(r'<article class="story[^>]*id="s-([^"]+)"', shelf.all()[f"topic/az/t/{SU}"])[0] == LIBRARY


def test_a_month_of_many_stories_falls_into_parts(shelf: Shelf):
    for number in range(STORIES_OF_A_VOLUME):
        day = datetime(2026, 11, 1 + number % 28, 9, tzinfo=UTC)
        name = f"zz{number:06}".translate(str.maketrans("0189", "opqr"))
        shelf.outbox.publish(
            msgspec.structs.replace(_short(), id=name, group=name, slug=f"xeber-{number}", published_at=day)
        )
    paths = shelf.paths()
    assert "az/v/2026/2026-11.html" not in paths
    assert {f"az/v/2026/2026-11-part-{part}.html" for part in (1, 2, 3)} <= paths


def test_the_size_that_pages_tell_is_near_the_real_one(shelf: Shelf):
    volumes = shelf.all()
    for page in ("day/az/2026-11-24", f"story/{LONG}", f"story/{STATEMENT}"):
        real = len(volumes[page].encode())
        names = re.findall(r'id="s-([a-z2-7]{8})"', volumes[page])
        assert 0.8 * real <= shelf.estimate(names) <= 1.35 * real, page


def test_sizes_are_told_in_round_numbers_and_the_digits_of_the_language():
    assert about(12_300, "en") == "≈\u202f20\u00a0kB"
    assert about(140_000, "azb") == "≈\u202f۱۵۰\u00a0کیلوبایت"
    assert about(1_234_000, "tr") == "≈\u202f1300\u00a0KB"


def _with_lake() -> Story:
    return library(shown(drawn()))


def _short() -> Story:
    return msgspec.structs.replace(
        _with_lake(),
        picture=None,
        body=(),
        notes=(),
        corrections=(),
        related=(),
        topics=(),
        translation=None,
    )
