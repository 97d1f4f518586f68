"""In which language each item is, and which items are one story in several.

What somebody said goes before what a text looks like: the map, then Polylang and WPML, then the item's address. A text that
surely reads otherwise is told; so is one of which nobody said anything and which can't be told by itself.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from sys import intern
from typing import Final
from urllib.parse import parse_qs, urlsplit

import msgspec

from araz.importers.wordpress.detection import OTHER, Guess, language_of
from araz.importers.wordpress.export import Entry, Item, Site, Term
from araz.importers.wordpress.findings import Finding, Note
from araz.importers.wordpress.terms import CATEGORY, Terms, language_code, numbers_by_language, plain_slug
from araz.language import LANGUAGES

_READ: Final = 8_000  # characters of the content
_AZERBAIJANI: Final = {"latin": "az", "arabic": "azb"}
_BY_SCRIPT: Final = {"latin": "en", "arabic": "fa", "cyrillic": "az"}  # where nothing else helps
_OF_ADDRESS: Final = re.compile(r"az|azb|fa|tr|en|[a-z]{2,3}[-_][A-Za-z]{2,4}")
_DIGITS: Final = re.compile(r"\d{1,18}")


def name_of(item: Item) -> str:
    """Return what an item is called among those of its site, the same in every export."""
    if item.number:
        return str(item.number)
    return sha256(f"{item.guid}\n{item.link}\n{item.title}\n{item.moment}".encode()).hexdigest()[:24]


class Spoken(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    language: str  # one of the five
    group: str  # the same for items that are one story in several languages, never two of one language
    is_sure: bool = True


class Languages:
    """Learns what the files say about languages, then tells it of each item."""

    def __init__(self, terms: Terms, by_category: Mapping[str, str], others: str = "") -> None:
        """`by_category`: languages that the map gives to categories, by path; `others`: what becomes of a sixth language."""
        self._terms = terms
        self._by_category = by_category
        self._others = others
        self._site = ""
        self._of_number: dict[int, tuple[str, str]] = {}  # what Polylang keeps beside the items
        self._taken: dict[tuple[str, str], str] = {}  # who was first in a shared group in a language
        self._seen: dict[int, str] = {}

    def learn(self, entry: Entry) -> None:
        """Take what a site and its terms say; terms have to be learnt by `terms` as well."""
        match entry:
            case Site() if not self._site:
                self._site = language_code(entry.language)
            case Term(taxonomy="post_translations"):
                group = plain_slug(entry.slug)
                for said, number in numbers_by_language(entry.description).items():
                    self._of_number[number] = (intern(said), group)

    def of(self, item: Item, note: Note) -> Spoken:
        """Return an item's language and group, and tell what is doubtful.

        Asking for all items again gives the same, as long as originals stand before their copies, as they do.
        """
        text = f"{item.title}\n{item.excerpt}\n{item.content[:_READ]}"
        guess = language_of(text)
        said = self._said(item)
        language = self._settled(said, guess)
        doubt = "" if self._is_as_the_site(said, language, guess) else _doubt(said, language, guess)
        if doubt:
            note(Finding(kind="doubtful", what=doubt, file=item.file, line=item.line, item=item.number))
        return Spoken(language=language, group=self._group(item, language), is_sure=not doubt)

    def _said(self, item: Item) -> str:
        """Return what the map, a plugin or the address says; a code that is none of ours comes as it is."""
        for use in item.terms:
            if use.taxonomy == CATEGORY and (chosen := self._by_category.get(self._terms.path(plain_slug(use.slug)))):
                return chosen
        for use in item.terms:
            if use.taxonomy == "language":
                slug = plain_slug(use.slug)
                return self._terms.language_of_term(slug) or slug
        if item.number in self._of_number:
            slug = self._of_number[item.number][0]
            return self._terms.language_of_term(slug) or slug
        if code := item.meta.get("_wpml_import_language_code", ""):
            return language_code(code) or code
        return _of_address(item.link)

    def _settled(self, said: str, guess: Guess) -> str:
        if said in _AZERBAIJANI.values():  # plugins know one Azerbaijani; ours are two, one for each script
            return _AZERBAIJANI.get(guess.script, said)
        if said in LANGUAGES:
            return said
        if not said and guess.language != OTHER:
            return guess.language
        fits = self._site and guess.script in ("", LANGUAGES[self._site].script)
        return self._others or (self._site if fits else _BY_SCRIPT.get(guess.script, self._site or "en"))

    def _is_as_the_site(self, said: str, language: str, guess: Guess) -> bool:
        """Whether nothing speaks against the site's language: a few words in it, or pictures without any."""
        nothing_else = not said and not guess.second and (guess.language == language or not guess.script)
        return nothing_else and language == self._site

    def _group(self, item: Item, language: str) -> str:
        own = f"post-{name_of(item)}"
        if item.number:
            self._seen[item.number] = language
        shared = self._shared_group(item, language)
        return shared if shared and self._taken.setdefault((shared, language), own) == own else own

    def _shared_group(self, item: Item, language: str) -> str:
        for use in item.terms:
            if use.taxonomy == "post_translations":
                return f"polylang-{plain_slug(use.slug)}"
        if item.number in self._of_number:
            return f"polylang-{self._of_number[item.number][1]}"
        if group := item.meta.get("_wpml_import_translation_group", ""):
            return f"wpml-{group}"
        original = item.meta.get("_icl_lang_duplicate_of", "").strip()
        if not _DIGITS.fullmatch(original) or self._seen.get(int(original), language) == language:
            return ""  # a copy that was never translated is no translation
        return f"post-{int(original)}"


def _of_address(link: str) -> str:
    """Return the language that an address names: /az/2019/… or ?lang=fa."""
    try:
        address = urlsplit(link)
    except ValueError:
        return ""
    asked = parse_qs(address.query, max_num_fields=20).get("lang", [""])[0] if "lang=" in address.query else ""
    first = address.path.strip("/").partition("/")[0]
    return next((code for text in (asked, first) if _OF_ADDRESS.fullmatch(text) and (code := language_code(text))), "")


def _doubt(said: str, language: str, guess: Guess) -> str:
    """Return a sentence about what somebody should look at; empty if there is nothing."""
    name = LANGUAGES[language].english_name
    if said and said != language and said not in LANGUAGES:
        return f"The export calls its language “{said}”, which the paper does not have. It was brought over as {name}."
    if said:
        if guess.is_sure and guess.language != language:
            return f"The export says {name}, but the text reads as {LANGUAGES[guess.language].english_name}."
        return ""
    if guess.language == OTHER:
        return f"Its language could not be told. It was brought over as {name}."
    if not guess.is_sure:
        second = LANGUAGES.get(guess.second)
        maybe = f"; it may be {second.english_name}" if second else ""
        return f"It was taken for {name}{maybe}."
    return ""
