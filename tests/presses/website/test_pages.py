"""What the pages of the tiny newsroom say."""

import re
from pathlib import Path

import msgspec
import pytest

from araz.edition.blocks import Table
from araz.edition.text import plain
from araz.typesetting.blocks import BodySetting, body_html
from araz.typesetting.html import Setting
from tests.newsroom.paper import LIBRARY, drawn, library, shown, tiny_paper
from tests.presses.website.conftest import print_tree


@pytest.fixture(scope="module")
def story(tiny_tree: Path) -> str:
    return (tiny_tree / "az/2026/11/kitabxana.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def story_in_azb(tiny_tree: Path) -> str:
    return (tiny_tree / "azb/2026/11/kitabxana.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def front(tiny_tree: Path) -> str:
    return (tiny_tree / "az/index.html").read_text(encoding="utf-8")


def test_pages_carry_their_language_and_direction(story: str, story_in_azb: str):
    assert '<html lang="az" dir="ltr">' in story
    assert '<html lang="azb" dir="rtl">' in story_in_azb


def test_words_in_another_language_are_marked_and_isolated(story: str, story_in_azb: str):
    assert '<bdi lang="en" dir="ltr">Koha</bdi>' in story
    assert '<bdi lang="en" dir="ltr">Koha</bdi>' in story_in_azb
    assert '<div lang="fa" dir="rtl"><p>این بند به فارسی است.</p></div>' in story
    assert '<blockquote lang="fa" dir="rtl"><p>کتابخانه‌ای' in story


def test_digits_are_the_languages_own(story: str, story_in_azb: str):
    assert "24 noyabr 2026, 09:30" in story
    assert "۲۴ نوامبر ۲۰۲۶، ۰۹:۴۰" in story_in_azb
    assert "<td>۸۸</td>" in story_in_azb
    assert "<td>88</td>" in story


def test_a_dateline_opens_the_first_paragraph(story: str):
    assert '<p><span class="dateline">Marağa.</span> Zal <b>gecələr</b>' in story


def test_links_lead_to_public_stories_and_to_the_web_and_nowhere_else(story: str):
    assert '<a href="../../../az/2026/11/beyanat-31.html">bəyanat</a>' in story
    assert '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">kənar</a>' in story
    assert "yoxdur" in story
    assert "zzzzzzzz" not in story
    assert "javascript" not in story


def test_a_footnote_leads_there_and_back(story: str):
    assert '<a href="#note-1" id="ref-1" role="doc-noteref" aria-label="Qeyd 1">1</a>' in story
    assert '<a href="#ref-1" role="doc-backlink"' in story


def test_a_correction_says_when_and_what(story: str):
    assert 'id="fix"' in story
    assert 'Düzəliş, <time datetime="2026-11-24T14:10Z">24 noyabr 2026, 14:10</time>.' in story
    assert "Yeddi, altı yox." in story


def test_a_translation_that_its_original_left_behind_says_so_on_both_pages(story: str, story_in_azb: str):
    assert "köhnəlib" in story
    assert "بو ترجمه‌دن سونرا متنین اصلی دَییشیب" in story_in_azb


def test_a_pen_name_is_called_one(story: str):
    assert re.search(r"Sevda Aranlı</a></b> <span>\(təxəllüs\)", story)


def test_no_page_that_changes_rarely_carries_the_editions_date(story: str, tiny_tree: Path):
    assert "Buraxılış" not in story
    assert "Buraxılış" not in (tiny_tree / "az/tebiet/2026-11.html").read_text(encoding="utf-8")


def test_the_front_has_both_calendars_and_the_number_of_the_edition(front: str):
    assert "24 noyabr 2026, çərşənbə axşamı" in front
    assert "3 azər 1405" in front
    assert re.search(r"Buraxılış \d+", front)


def test_the_front_is_as_it_was_arranged(front: str):
    places = [front.index(words) for words in ("Kitabxananın işığı", "Flaminqolar", "Həmişə burada", "Rəy · Sevda")]
    assert places == sorted(places)
    assert "Bəyanat № 31 · Kitabxana Dostları" in front


def test_a_picture_comes_in_sizes_with_its_measure(story: str):
    assert re.search(r'srcset="\.\./\.\./\.\./m/\w\w/\w{32}-480\.webp 480w"', story)
    assert 'width="700" height="400" alt="Göl"' in story
    assert 'loading="lazy"' in story


def test_markup_in_a_story_is_shown_and_not_obeyed(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    bad = b'<script>alert(1)</script>" onload="x'.replace(b'"', b'\\"')
    outbox.rows = [
        row
        if row.subject != LIBRARY
        else msgspec.structs.replace(row, payload=row.payload.replace("Kitabxananın işığı".encode(), bad))
        for row in outbox.rows
    ]
    tree = print_tree(outbox, tmp_path / "site", tmp_path / "media")
    pages = [page.read_text(encoding="utf-8") for page in tree.rglob("*.html")]
    assert not [page for page in pages if "<script>" in page or '" onload="x' in page]
    assert any("&lt;script&gt;" in page for page in pages)


def test_a_withdrawn_story_leaves_its_headline_the_note_and_no_word_of_its_text(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    with_story = print_tree(outbox, tmp_path / "before", tmp_path / "media")
    assert "Növbə dəftəri" in (with_story / "az/2026/11/kitabxana.html").read_text(encoding="utf-8")
    outbox.withdraw(library(shown(drawn())), "Mənbə yanıldı.")
    tree = print_tree(outbox, tmp_path / "after", tmp_path / "media")
    page = (tree / "az/2026/11/kitabxana.html").read_text(encoding="utf-8")
    assert "Geri götürülüb, 25 noyabr 2026, 08:00." in page
    assert "Mənbə yanıldı." in page
    others = [file.read_text(encoding="utf-8") for file in tree.rglob("*") if file.suffix in (".html", ".xml", ".json")]
    assert not [text for text in others if "Növbə dəftəri" in text]
    assert "Kitabxananın işığı" not in (tree / "az/index.html").read_text(encoding="utf-8")


def test_columns_of_words_begin_where_lines_begin_and_numbers_stand_under_each_other():
    rows = (
        (plain("Kənd"), plain("Ağac"), plain("Quş")),
        (plain("Daşbulaq"), plain("alma"), plain("12")),
        (plain("Almalı"), plain("tut"), plain("۱۸")),
    )
    setting = BodySetting(text=Setting(language="az", find=lambda _: ""), up="")
    html = body_html((Table(rows=rows, head_rows=1, head_column=True),), setting)
    assert '<td class="say">alma</td>' in html
    assert "<td>12</td>" in html
