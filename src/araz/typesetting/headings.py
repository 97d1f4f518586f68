"""Names of headings, by which a place inside a text can be linked to for ever.

A heading that begins with the number of an article ("Maddə 5", "ماده ۵", "5.") is named by that number alone, so that
its address outlives every change of its words. Others are named by their words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from araz.edition.blocks import Block, Heading
from araz.edition.text import Text, words_of
from araz.language import slugs
from araz.language.digits import ascii_digits

LONGEST: Final = 48  # letters of a name
ARTICLE: Final = "article-"  # the name of an article's heading begins so
NAMELESS: Final = "part"  # a heading of signs alone

_NUMBER: Final = r"(\d{1,3}(?:[.-]\d{1,3}){0,2}[a-z]?)(?!\w)"
_ARTICLE: Final = "maddə|madde|article|art\\.|§|مادّه|ماده|مادده|مادّهٔ|مادهٔ|ماده‌ی|اصل"
_ORDINAL: Final = (
    r"(?:[-–’'. \u200c]*(?:c[iıuü]|[ıiuü]?nc[ıiuü]|جی|جو|ینجی|ونجو|مین|م|st|nd|rd|th))?"  # "5-ci maddə", "5. madde"
)
_BY_WORD: Final = re.compile(rf"(?:{_ARTICLE})[\s\u200c]*{_NUMBER}|(\d{{1,3}}){_ORDINAL}[.\s]*(?:{_ARTICLE})(?!\w)")
_BARE: Final = re.compile(rf"{_NUMBER}[.)](?=\s|$)")
_OF_THE_PAGE: Final = re.compile(  # names that a page gives to parts of its own
    r"(?:article|comment|gallery|note|ref|table)-.*"
    r"|content|contents|fix|notes-title|tongues|topics|related|comments-title|months|order"
)


@dataclass(frozen=True, slots=True)
class NamedHeading:
    """A heading with the name that it has on its page; `level` never skips one, whatever the editor chose."""

    name: str
    level: int
    text: Text


def headings_of(body: Iterable[Block], language: str) -> tuple[NamedHeading, ...]:
    """Return the headings of a text in their order, each with a name that no other has."""
    found = [block for block in body if isinstance(block, Heading)]
    numbers = list(_article_numbers(found))
    taken: set[str] = set()
    return tuple(
        NamedHeading(
            _free(f"{ARTICLE}{number}" if number else _from_words(block, language), taken, is_number=bool(number)),
            block.level if place else 2,  # the headline is the first level, so the first heading is of the second
            block.text,
        )
        for place, (block, number) in enumerate(zip(found, numbers, strict=True))
    )


def article_number(words: str, *, bare: bool = True) -> str:
    """Return the number of the article at whose head the words stand, in ASCII digits: "5", "5.2"; empty if there is none.

    A `bare` number ("5. Members") counts only where no article is called one: elsewhere it numbers chapters.
    """
    plain = ascii_digits(words.strip()).casefold()
    if found := _BY_WORD.match(plain):
        return found.group(1) or found.group(2)
    found = _BARE.match(plain) if bare else None
    return found.group(1) if found else ""


def _article_numbers(headings: Iterable[Heading]) -> Iterator[str]:
    words = [words_of(heading.text) for heading in headings]
    by_word = any(article_number(text, bare=False) for text in words)
    return (article_number(text, bare=not by_word) for text in words)


def _from_words(heading: Heading, language: str) -> str:
    name = ""
    for word in slugs.words_of(words_of(heading.text), heading.language or language):
        if name and len(name) + 1 + len(word) > LONGEST:
            break
        name = f"{name}-{word}" if name else word[:LONGEST]
    return name or NAMELESS


def _free(wanted: str, taken: set[str], *, is_number: bool) -> str:
    """The name itself, or the name with a count: after two hyphens, which no name has by itself."""
    name, count = wanted, 1
    while name in taken or (not is_number and count == 1 and _OF_THE_PAGE.fullmatch(name)):
        count += 1
        name = f"{wanted}--{count}"
    taken.add(name)
    return name
