"""Two hundred queries in five languages: what a reader looks for stands among the first ten of ten thousand stories."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser

from araz.edition.store import Edition
from tests.newsroom.haystack import Hidden, append_all, hide, print_for_search, prose_stories
from tests.newsroom.outbox import HandOutbox
from tests.presses.search.searcher import Searcher

QUERIES = Path(__file__).with_name("queries.txt")
FIRST = 10


def read_queries() -> list[tuple[Hidden, str]]:
    """Each query with the story that it must find."""
    found, language, story = [], "", Hidden("", "")
    for line in QUERIES.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            language = line[3:]
        elif line.startswith("  "):
            found.append((story, line.strip()))
        elif line and not line.startswith("#"):
            headline, standfirst, text = line.split(" | ")
            story = Hidden(language, headline, standfirst, text)
    return found


def tree_with(folder: Path, count: int) -> tuple[Path, dict[Hidden, str]]:
    chance, outbox = Random(5), HandOutbox()
    made = list(prose_stories(chance, count, 400))
    where = hide(chance, made, list(dict.fromkeys(story for story, _ in read_queries())))
    edition = Edition.open(folder / "edition.db", may_make=True)
    append_all(edition, outbox, iter(made))
    tree = print_for_search(edition, folder)
    edition.close()
    return tree, where


def missed(searcher: Searcher, where: dict[Hidden, str]) -> list[str]:
    """The queries that do not find their story among the first, each with what the page says."""
    failed = []
    for story, query in read_queries():
        found = searcher.ask(story.language, query)[:FIRST]
        if where[story] not in found:
            failed.append(f"{story.language}: {query} ({searcher.told()})")
    return failed


@pytest.fixture
def searcher(
    chromium: Browser, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Searcher, dict[Hidden, str]]]:
    tree, where = tree_with(tmp_path, request.param)
    one = Searcher(chromium, tree)
    yield one, where
    one.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("searcher", [10_000], indirect=True)
def test_every_query_finds_its_story_among_the_first_ten(searcher: tuple[Searcher, dict[Hidden, str]]):
    one, where = searcher
    assert missed(one, where) == []
    assert one.complaints == []


def test_there_are_forty_queries_and_more_in_each_language():
    for _, of_language in groupby(read_queries(), key=lambda one: one[0].language):
        assert len(list(of_language)) >= 40
    assert len(read_queries()) >= 200
