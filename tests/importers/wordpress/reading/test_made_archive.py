"""The invented export that we measure with is like a real one, and is read without loss."""

import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from benchmarks.wordpress_export import write_export
from tests.importers.wordpress.reading.made import Reading, read

POSTS = 600


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    path: Path = tmp_path_factory.mktemp("made") / "export.xml"
    write_export(path, POSTS)
    return path


@pytest.fixture(scope="module")
def reading(file) -> Reading:
    return read(file)


def test_the_same_seed_gives_the_same_bytes(file, tmp_path):
    again, other = tmp_path / "again.xml", tmp_path / "other.xml"
    write_export(again, POSTS)
    write_export(other, POSTS, seed=2)
    assert again.read_bytes() == file.read_bytes() != other.read_bytes()


def test_it_says_that_it_was_made(file):
    assert "MADE BY CHANCE" in file.read_text()[:300]


def test_every_item_of_it_is_read_and_nothing_is_broken(file, reading):
    assert len(reading.items) == file.read_text().count("<item>")
    assert sum(found.kind in ("post", "page") for found in reading.items) == POSTS
    assert {finding.kind for finding in reading.findings} == {"dropped", "left out"}


def test_it_has_what_archives_have(reading):
    states = Counter(found.state for found in reading.items)
    assert {"public", "draft", "private", "attachment"} <= set(states)
    bodies = "".join(found.content for found in reading.items)
    for markup in (
        "<!-- wp:image",
        "[caption",
        "[gallery",
        "wp-block-table",
        "<table",
        "<blockquote",
        "data-fn",
        "<li>",
    ):
        assert markup in bodies, markup
    assert len(reading.authors) == 300
    assert {"category", "post_tag", "language", "post_translations"} == {term.taxonomy for term in reading.terms}
    parents = {term.slug: term.parent for term in reading.terms if term.taxonomy == "category"}
    assert any(parents.get(parents.get(slug, "")) for slug in parents)  # three levels
    assert any(found.meta.get("_wp_old_slug") for found in reading.items)
    assert any(comment.answers for found in reading.items for comment in found.comments)
    assert any(found.co_authors for found in reading.items)


def test_no_address_of_a_commenter_or_author_is_read(reading):
    told = msgspec.json.encode([reading.entries, reading.findings]).decode()
    assert not re.search(r"@example\.org|192\.0\.2\.|2001:db8|reader\d+\.example", told)
