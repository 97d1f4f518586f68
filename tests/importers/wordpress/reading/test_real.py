"""Exports that nobody of this project wrote, where they are at hand."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from tests.importers.wordpress.reading.made import export, item, read

REAL = Path(__file__).parents[5] / "shared/data"
pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="the shared files lie beside the project only where it is made"
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
COUNTS = {
    "tryghost-co-authors-plus.xml": 4,
    "tryghost-sample.xml": 6,
    "wpimporter-crazy-cdata.xml": 1,
    "wpimporter-e2e-wxr-comprehensive.xml": 2,
    "wpimporter-malformed.xml": 0,
    "wpimporter-missing-version-tag.xml": 0,
    "wpimporter-small-export.xml": 11,
    "wpimporter-wxr-utf-8-challenges.xml": 1,
    "wptt-64-block-test-data.xml": 72,
    "wptt-themeunittestdata.wordpress.xml": 186,
}


@pytest.mark.parametrize("name", COUNTS)
def test_every_item_of_a_real_export_is_read(name):
    assert len(read(REAL / "wordpress" / name).items) == COUNTS[name]


def test_comments_of_a_real_export_come_without_addresses():
    reading = read(REAL / "wordpress/wptt-themeunittestdata.wordpress.xml")
    comments = [comment for found in reading.items for comment in found.comments]
    assert len(comments) == 33
    told = msgspec.json.encode([comments, reading.authors, reading.findings]).decode()
    assert not re.search(r"\w@\w", told)


def test_strange_letters_of_a_real_export_are_kept():
    post = read(REAL / "wordpress/wpimporter-wxr-utf-8-challenges.xml").item
    assert "‮" in post.title
    assert "𝕆" in post.content or "𝓣" in post.content
    assert post.creator == "admin"


def test_crazy_sections_of_a_real_export_are_read_as_they_were_meant():
    post = read(REAL / "wordpress/wpimporter-crazy-cdata.xml").item
    assert post.content == "Content with nested <![CDATA[ tags ]]> :)"


def test_naughty_strings_come_through_as_texts(read_text):
    strings = [text for text in json.loads((REAL / "strings/blns.json").read_text()) if text.strip()]
    made = (
        item(number, content=f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>")
        for number, text in enumerate(strings, 1)
    )
    reading = read_text(export(*made))
    allowed = [CONTROL.sub("", text) for text in strings]
    assert [found.content for found in reading.items] == allowed
    changed = sum(text != other for text, other in zip(strings, allowed, strict=True))
    assert [finding.kind for finding in reading.findings] == ["repaired"] * changed
