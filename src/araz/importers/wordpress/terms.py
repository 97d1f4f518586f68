"""The terms of an export: where a category stands, what it is called, and which terms are one in several languages."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from araz.importers.wordpress.export import Term, TermUse
from araz.importers.wordpress.php_arrays import NotPhpArray, Value, read_array
from araz.importers.wordpress.reading.values import REMEMBERED
from araz.language import LANGUAGES

CATEGORY: Final = "category"
TAG: Final = "post_tag"
_DEEPEST: Final = 8  # a category below eight others is a circle

# How plugins and sites write the codes of our languages; letters only, in lower case.
_CODES: Final = {
    "azlatn": "az",
    "azaz": "az",
    "aze": "az",
    "azj": "az",
    "azarab": "azb",
    "azir": "azb",
    "azbir": "azb",
    "southazerbaijani": "azb",
    "fair": "fa",
    "faaf": "fa",
    "farsi": "fa",
    "per": "fa",
    "pers": "fa",
    "fas": "fa",
    "trtr": "tr",
    "tur": "tr",
    "eng": "en",
}


def language_code(said: str) -> str:
    """Return our code for a language as others write it ("az_AZ", "fa-IR"); empty if it is none of ours."""
    plain = "".join(letter for letter in said.lower() if "a" <= letter <= "z")
    if plain in LANGUAGES:
        return plain
    if plain.startswith("en") and len(plain) == 4 and said[2:3] in "-_":
        return "en"
    return _CODES.get(plain, "")


@lru_cache(maxsize=REMEMBERED)
def plain_slug(slug: str) -> str:
    """Return a term's slug as a person reads it: exporters leave %-signs in some."""
    return unquote(slug).strip().lower()


class Terms:
    """Knows every term that the files declare, and those that items name without a declaration."""

    def __init__(self) -> None:
        self._terms: dict[tuple[str, str], Term] = {}
        self._codes: dict[str, str] = {}  # slug of a language term -> what the plugin says of it
        self._by_number: dict[int, tuple[str, str]] = {}
        self._translations: list[dict[str, int]] = []

    def learn(self, term: Term) -> None:
        slug = plain_slug(term.slug)
        match term.taxonomy:
            case "language" | "term_language":
                self._codes[slug] = _code_of(term)
            case "term_translations":
                self._translations.append(numbers_by_language(term.description))
            case "post_translations":
                pass  # one for every story: whoever asks for them keeps them
            case _:
                self._terms.setdefault((term.taxonomy, slug), term)
                if term.number:
                    self._by_number.setdefault(term.number, (term.taxonomy, slug))

    def learn_use(self, use: TermUse) -> None:
        """Take a category or tag from an item, for files that declare none or were cut before they did."""
        key = (use.taxonomy, plain_slug(use.slug))
        if use.taxonomy in (CATEGORY, TAG) and key not in self._terms:
            self._terms[key] = Term(taxonomy=use.taxonomy, slug=use.slug, name=use.name)

    def declared(self, taxonomy: str) -> Iterator[str]:
        """Yield the slugs of a taxonomy, in order."""
        return iter(sorted(slug for kind, slug in self._terms if kind == taxonomy))

    def name(self, taxonomy: str, slug: str) -> str:
        term = self._terms.get((taxonomy, slug))
        return (term.name if term else "") or slug

    def path(self, slug: str) -> str:
        """Return a category's slug with those above it: "news/politics"."""
        above: list[str] = []
        while slug and slug not in above and len(above) < _DEEPEST:
            above.append(slug)
            term = self._terms.get((CATEGORY, slug))
            slug = plain_slug(term.parent) if term else ""
        return "/".join(reversed(above))

    def language_of_term(self, slug: str) -> str:
        """Return our code for the language that a term of the taxonomy "language" names; empty if it is none of ours."""
        return self._codes.get(slug) or language_code(slug)

    def translations(self, taxonomy: str) -> Iterator[dict[str, str]]:
        """Yield groups of terms that are one in several languages: by language, their slugs."""
        for numbers in self._translations:
            slugs = {
                language: self._by_number[number][1]
                for said, number in sorted(numbers.items())
                if (language := self.language_of_term(said)) and self._by_number.get(number, ("",))[0] == taxonomy
            }
            if slugs:
                yield slugs


def numbers_by_language(description: str) -> dict[str, int]:
    """Read the array in which Polylang keeps what belongs together; empty if it is none."""
    try:
        found = read_array(description)
    except NotPhpArray:
        return {}
    return {said: number for said, number in found.items() if isinstance(number, int) and number > 0}


def _code_of(term: Term) -> str:
    """Prefer what the plugin says (`locale`): slugs are the operator's to choose."""
    try:
        locale: Value = read_array(term.description).get("locale", "")
    except NotPhpArray:
        locale = ""
    said = (locale if isinstance(locale, str) else "", plain_slug(term.slug).removeprefix("pll_"), term.name)
    return next((code for text in said if (code := language_code(text))), "")
