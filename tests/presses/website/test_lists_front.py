"""What front pages show when there is little, and what an editor chooses."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from araz.edition.paper import Front
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import LANGUAGES
from tests.presses.website import fronts
from tests.presses.website.conftest import print_tree


def front(outbox: HandOutbox, folder: Path, language: str = "az") -> str:
    tree = print_tree(outbox, folder / "site", folder / "media")
    return (tree / language / "index.html").read_text(encoding="utf-8")


def names_of_sections(page: str) -> list[str]:
    return re.findall(r'<section>\s*<h2 class="bar"><a href="\S+">(.*?)</a></h2>', page)


def test_a_paper_without_a_story_says_so(tmp_path: Path):
    page = front(fronts.nothing("az"), tmp_path)
    assert 'class="note">' in page
    assert "<article" not in page


def test_a_paper_of_opinions_leads_with_its_newest_in_the_light_weight(tmp_path: Path):
    page = front(fronts.only_opinions("az"), tmp_path)
    assert page.count('class="tease lead bare voice"') == 1
    assert page.count("<article") == 4, "each stands once"
    assert not re.search(r'<div class="top.*?<p class="note">', page, re.DOTALL)


def test_a_paper_of_statements_leads_with_its_newest_and_has_the_others_in_the_corner(tmp_path: Path):
    page = front(fronts.only_statements("az"), tmp_path)
    lead, corner = page.split('<section class="corner"')
    assert "n1.html" in lead
    assert [name for name in ("n1.html", "n2.html", "n3.html") if name in corner] == ["n2.html", "n3.html"]


def test_no_story_stands_twice_on_a_full_front(tmp_path: Path):
    page = front(fronts.twelve_sections("az"), tmp_path)
    links = re.findall(r'<a href="(\S+?/n\d+\.html)"', page.split("<main")[1])
    assert len(links) == len(set(links)) > 30


def test_twelve_sections_stand_in_the_order_of_the_paper_four_beside_each_other(tmp_path: Path):
    page = front(fronts.twelve_sections("az"), tmp_path)
    assert names_of_sections(page) == [f"Bölmə {number}" for number in range(1, 13)]
    assert 'class="columns by-4"' in page


def test_the_desk_chooses_which_sections_stand_there_and_how_many_headlines_of_each(tmp_path: Path):
    outbox = fronts.twelve_sections("az")
    chosen = (fronts.of_section(7), fronts.of_section(2), "gonegone")
    outbox.arrange(Front(language="az", sections=chosen, headlines=2))
    page = front(outbox, tmp_path)
    assert names_of_sections(page) == ["Bölmə 8", "Bölmə 3"]
    columns = page.split('class="columns')[1]
    assert len(re.findall(r'href="\S+?/n\d+\.html"', columns)) == 4


def test_without_the_corner_statements_stand_with_their_sections(tmp_path: Path):
    outbox = fronts.long_headlines("az")
    outbox.arrange(Front(language="az", corner=False, headlines=8))
    page = front(outbox, tmp_path)
    assert 'class="corner"' not in page
    assert "n3.html" in page.split('class="columns')[1]


def test_a_headline_as_long_as_a_paragraph_is_set_smaller(tmp_path: Path):
    page = front(fronts.long_headlines("azb"), tmp_path, "azb")
    assert 'class="tease lead bare wordy"' in page


def test_a_story_that_is_chosen_as_lead_and_beside_it_stands_once(tmp_path: Path):
    outbox = fronts.three_stories("az")
    first, second = (fronts.story(number, "az", "").id for number in (3, 2))
    outbox.arrange(Front(language="az", lead=first, second=(first, second)))
    page = front(outbox, tmp_path)
    assert page.count('<a href="../az/2026/11/n3.html"') == 1
    assert page.index("n3.html") < page.index("n2.html") < page.index("n1.html")


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_weak_and_overfull_fronts_hang_over_no_edge(language: str, chromium: Browser, tmp_path: Path):
    context = chromium.new_context(java_script_enabled=True)
    page, wide = context.new_page(), []
    for name, outbox in fronts.every_front((language,)):
        tree = print_tree(outbox, tmp_path / name, tmp_path / "media")
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto((tree / language / "index.html").as_uri())
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((name, width))
    context.close()
    assert wide == []
