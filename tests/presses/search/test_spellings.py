"""However a word is spelled, by whatever keyboard: the page finds it, and nothing that only looks a little like it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from araz.edition.blocks import Paragraph
from araz.edition.names import GroupId, StoryId
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.edition.text import plain
from tests.newsroom.archive import LETTERS, section_of
from tests.newsroom.haystack import append_all, print_for_search
from tests.newsroom.outbox import HandOutbox
from tests.presses.search.searcher import Searcher

pytestmark = pytest.mark.browser

EXAMPLES = json.loads((Path(__file__).parents[2] / "language" / "folding.json").read_text(encoding="utf-8"))
TOGETHER = [
    *EXAMPLES["same"],
    ["fa", "می\u200cروم", "می روم", "میروم"],
    ["fa", "کتاب\u200cها", "کتابها", "کتاب ها"],
    ["azb", "صحیفه\u200cلر", "صحیفه لر", "صحیفهلر"],
    ["az", "kitabxana", "kitabxananın", "KİTABXANALARDA"],
    ["az", "uşaq", "uşağın", "uşaqlar"],
    ["az", "suyu", "su"],
    ["tr", "çocuk", "çocuğun", "çocuklara"],
    ["en", "stork", "storks"],
    ["tr", "TBMM'ye", "T.B.M.M.", "tbmm"],
    ["azb", "معلیملر", "معلملر", "معلّملر"],
]
ALIKE = [["azb", "صابیر", "سابیر"], ["azb", "حافظ", "هافظ"], ["azb", "معلم", "ملم"]]
OTHERWISE = [  # language, how a story has it, how it is typed by others
    ["tr", "Eğitim-Sen", "eğitimsen"],
    ["azb", "اورمو گؤلونون", "اورموگؤلو"],
    ["azb", "حوسئینزاده", "حسین زاده"],
    ["azb", "قره\u200cداغلی", "قاراداغلی"],
]
APART = [
    ["az", "qapı", "qəpik"],
    ["az", "şəhər", "شر"],
    ["az", "dam", "dəm"],
    ["az", "Şəki", "səsinə"],
    ["fa", "کتاب", "کباب"],
    ["azb", "شر", "şəhər"],
    ["azb", "شر", "شهیر"],
]


def story(number: int, language: str, headline: str) -> Story:
    name = "".join(LETTERS[number // 32**place % 32] for place in range(8))
    return Story(
        id=StoryId(name),
        group=GroupId(name),
        language=language,
        kind="news",
        section=section_of(language, number % 2),
        slug=f"hekaye-{number}",
        headline=headline,
        published_at=datetime(2025 + number % 2, 3, 1, 6, tzinfo=UTC),
        body=(Paragraph(text=plain("2025" if number % 2 else "1999")),),
    )


@pytest.fixture(scope="module")
def searcher(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder = tmp_path_factory.mktemp("spellings")
    edition = Edition.open(folder / "edition.db", may_make=True)
    told = list(
        dict.fromkeys((row[0], text) for row in (*TOGETHER, *ALIKE, *APART, *across_rows()) for text in row[1:])
    )
    told += [(language, written) for language, written, _ in OTHERWISE if (language, written) not in told]
    append_all(edition, HandOutbox(), (story(number, *one) for number, one in enumerate(told)))
    one = Searcher(chromium, print_for_search(edition, folder))
    edition.close()
    yield one
    assert one.complaints == []
    one.close()


def across_rows() -> list[list[str]]:
    """The words of both scripts, each on the pages of its own."""
    return [row for latin, *arabic in EXAMPLES["across"] for row in (["az", latin], ["azb", *arabic])]


def headlines(searcher: Searcher, language: str, query: str) -> list[str]:
    found = searcher.ask(language, query)
    assert len(found) == searcher.page.locator("#found li").count()
    return [text.strip() for text in searcher.page.locator("#found h2").all_text_contents()]


@pytest.mark.parametrize("row", [*TOGETHER, *ALIKE], ids=lambda row: f"{row[0]}-{row[1]}")
def test_each_spelling_finds_all_of_them(searcher: Searcher, row: list[str]):
    language, *texts = row
    for query in texts:
        found = headlines(searcher, language, query)
        assert [text for text in texts if text.strip() not in found] == [], query


@pytest.mark.parametrize("row", EXAMPLES["across"], ids=lambda row: row[0])
def test_a_word_typed_in_the_other_script_finds_it_on_the_pages_of_each(searcher: Searcher, row: list[str]):
    latin, *arabic = row
    assert all(latin in headlines(searcher, "az", query) for query in arabic)
    assert set(arabic) <= set(headlines(searcher, "azb", latin))


@pytest.mark.parametrize("row", OTHERWISE, ids=lambda row: f"{row[0]}-{row[2]}")
def test_what_is_written_so_by_nobody_is_found_as_two_words_or_with_other_vowels(searcher: Searcher, row: list[str]):
    language, written, typed = row
    assert headlines(searcher, language, typed) == [written]
    assert searcher.page.locator("#found mark").count() > 0


@pytest.mark.parametrize("row", APART, ids=lambda row: f"{row[0]}-{row[1]}")
def test_another_word_is_not_found(searcher: Searcher, row: list[str]):
    language, word, other = row
    assert other not in headlines(searcher, language, word)


def test_a_whole_word_is_marked_and_never_a_part_of_one(searcher: Searcher):
    searcher.ask("fa", "میروم")
    marked = searcher.page.locator("#found mark").all_text_contents()
    assert set(marked) >= {"می\u200cروم", "میروم"}


def test_a_year_and_a_section_narrow_what_is_found(searcher: Searcher):
    everything = headlines(searcher, "az", "2025 1999")
    assert everything == [] or len(everything) > 0
    of_2025 = searcher.ask("az", "kitabxana", y="2025")
    of_2026 = searcher.ask("az", "kitabxana", y="2026")
    assert of_2025
    assert of_2026
    assert all(path.startswith("2025/") for path in of_2025)
    assert all(path.startswith("2026/") for path in of_2026)
    by_section = [searcher.ask("az", "kitabxana", s=f"_{section_of('az', number)}") for number in (0, 1)]
    assert sorted(by_section[0] + by_section[1]) == sorted(of_2025 + of_2026)
    assert searcher.ask("az", "kitabxana", s=f"_{section_of('az', 5)}") == []


def test_a_word_with_one_wrong_letter_is_found_and_the_page_says_so(searcher: Searcher):
    assert searcher.ask("en", "sturk")
    assert "written nowhere" in searcher.told()
    assert searcher.ask("en", "trosk") == []


def test_what_is_asked_cannot_become_markup_or_turn_the_page_round(searcher: Searcher):
    searcher.ask("az", "<img src=x onerror=alert(1)> \u202e\u2067 kitabxana")
    assert searcher.page.locator("main img").count() == 0
    assert "<img" in searcher.told()
    assert "\u202e" not in searcher.told()
