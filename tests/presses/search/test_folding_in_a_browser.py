"""The script folds, spreads and reads as Python does: both are given the same examples."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from araz.language.folding import alike, fold, index_words
from araz.language.table import LANGUAGE_CODES
from araz.presses.search.binding import shard_of
from araz.presses.search.coding import WORTHS, write_shard
from araz.presses.search.script import source
from tests.newsroom.prose import sentences

pytestmark = pytest.mark.browser

EXAMPLES = json.loads((Path(__file__).parents[2] / "language" / "folding.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.add_script_tag(content=source(("folding", "reading")))
    yield page
    page.close()


def texts() -> list[str]:
    """All examples, one by one."""
    listed: list[str] = [text for row in EXAMPLES["same"] for text in row[1:]]
    listed += [text for row in EXAMPLES["different"] for text in row[2:]]
    listed += [text for row in EXAMPLES["across"] for text in row]
    return [*listed, *EXAMPLES["hard"]]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_example_is_folded_alike(page: Page, language: str):
    folded = page.evaluate(
        "([texts, language]) => texts.map((text) => [fold(text, language), alike(fold(text, language))])",
        [texts(), language],
    )
    assert folded == [[fold(text, language), alike(fold(text, language))] for text in texts()]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_thousand_words_of_prose_become_the_same_terms(page: Page, language: str):
    prose = [*sentences(Random(3), language, 1000), *texts()]
    found = page.evaluate(
        "([texts, language]) => texts.map((text) => [...wordsOf(text, language), ...wordsOf(text.replace(JOINER, ' '), language)])",
        [prose, language],
    )
    assert [set(terms) for terms in found] == [set(index_words(text, language)) for text in prose]


def test_a_term_is_looked_for_in_the_shard_where_it_stands(page: Page):
    terms = sorted(
        {term for code in LANGUAGE_CODES for text in texts() for term in index_words(text, code)}
        | {"ع", "a", "_k3v9q2aa"}
    )
    for shards in (1, 2, 16, 128):
        found = page.evaluate("([terms, shards]) => terms.map((term) => shardOf(term, shards))", [terms, shards])
        assert found == [shard_of(term, shards) for term in terms]


def test_what_is_written_into_a_shard_is_read_again(page: Page):
    chance = Random(8)
    terms = sorted({term for text in texts() for term in index_words(text, "az")})
    shard = [(term, sorted(chance.sample(range(60_000 * WORTHS), chance.choice((1, 2, 40))))) for term in terms]
    read = page.evaluate(
        """(text) => {
            const terms = [];
            eachTerm(text, (term, line, start) => {
                const stories = [];
                eachStory(line, start, (story, worth) => stories.push(4 * story + worth));
                terms.push([term, stories]);
            });
            return terms;
        }""",
        write_shard(shard),
    )
    once_each = [(term, list({number // WORTHS: number for number in numbers}.values())) for term, numbers in shard]
    assert [
        (term, list({number // WORTHS: number for number in numbers}.values())) for term, numbers in read
    ] == once_each


@given(st.lists(st.integers(0, 10_000_000), unique=True, min_size=1).map(sorted))
def test_numbers_of_any_size_are_written_without_a_sign_that_needs_care(numbers: list[int]):
    stories = [number * WORTHS + number % WORTHS for number in numbers]
    written = write_shard([("term", stories)])
    assert not set('"\\|\n').intersection(written)
    assert written.isascii()
