"""What the documents say of the words is what the catalogues say."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message

from araz.language import LANGUAGE_CODES
from araz.typesetting.words import catalogue
from tests.house.tree import ROOT

GLOSSARY = ROOT / "docs/editors/glossary.md"
WORDS = ROOT / "docs/developers/words.md"


def rows(document: Path) -> Iterator[list[str]]:
    """The rows of all tables, cell by cell."""
    for line in document.read_text(encoding="utf-8").splitlines():
        if line.startswith("| ") and not line.startswith("| ---"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def wording(message: Message) -> str:
    return message.string if isinstance(message.string, str) else (message.string or ("",))[-1]


def message(key: str, language: str) -> Message:
    return next(found for found in catalogue(language) if found.context == key)


def test_the_glossary_has_the_words_of_the_site():
    listed = [row for row in rows(GLOSSARY) if row[1].startswith("`")]
    assert len(listed) > 20
    for _, key, *words in listed:
        for language, word in zip(("az", "azb", "fa", "tr"), words, strict=True):
            assert word.casefold() in wording(message(key.strip("`"), language)).casefold(), (key, language)


def test_every_doubt_about_a_word_is_listed_and_nothing_else():
    listed = [row for row in rows(WORDS) if row[0].startswith("`")]
    told = [
        [f"`{found.context}`", language, wording(found), remark.removeprefix("Doubt: ")]
        for language in LANGUAGE_CODES
        for found in catalogue(language)
        if found.id
        for remark in found.user_comments
        if remark.startswith("Doubt: ")
    ]
    assert listed == told


def test_what_the_document_calls_unchecked_is_marked_so():
    assert "Every word of every catalogue" in WORDS.read_text(encoding="utf-8")
    marked = {language: [not found.fuzzy for found in catalogue(language) if found.id] for language in LANGUAGE_CODES}
    assert not any(map(any, marked.values())), "say in docs/developers/words.md which words are checked, or mark them"


def test_the_example_of_an_entry_is_one():
    lines = re.findall(r"^    (.+)$", WORDS.read_text(encoding="utf-8"), re.MULTILINE)
    assert "\n".join(lines) in (ROOT / "src/araz/typesetting/catalogues/az.po").read_text(encoding="utf-8")
