"""The words that stand around stories, in each language, out of the gettext catalogues in `catalogues/`."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from araz.language import LANGUAGE_CODES, in_digits
from araz.language.counting import plural_form

Words = dict[str, str]


@cache
def catalogue(language: str) -> Catalog:
    """Return the language's catalogue, read once (about 4 ms). Raises FileNotFoundError when there is none."""
    with files("araz.typesetting").joinpath("catalogues", f"{language}.po").open("rb") as file:
        return read_po(file, locale=None, abort_invalid=True)


@cache
def words(language: str) -> Words:
    """Return all words in a language by their keys. One that was not translated is missing, and so a KeyError."""
    return {key: wordings[0] for key, wordings in _wordings(language).items() if len(wordings) == 1}


def wordings(key: str, language: str) -> tuple[str, ...]:
    """Return the wordings of what is counted, for one and for more, as they stand in the catalogue."""
    return _wordings(language)[key]


@lru_cache(maxsize=8192)
def counted(key: str, count: int, language: str) -> str:
    """Return a counted thing, "12 stories", in the language's plural form and digits."""
    one, other = _wordings(language)[key]
    return (one if plural_form(count, language) == "one" else other).format(n=in_digits(count, language))


def named(names: dict[str, str], language: str) -> str:
    """Return the name in the language, or in the first language that has one: a name is never missing."""
    return names.get(language) or next((names[code] for code in LANGUAGE_CODES if names.get(code)), "")


def printed() -> Iterator[str]:
    """Yield everything of all catalogues that readers can see, in an order that lasts.

    A remark or a mark for translators is not among it: when one changes, no page has to be printed again.
    """
    for language in LANGUAGE_CODES:
        for key, wordings in sorted(_wordings(language).items()):
            yield "\n".join((language, key, *wordings))


@cache
def _wordings(language: str) -> dict[str, tuple[str, ...]]:
    """The one wording of each word, or both of what is counted."""
    found = {}
    for message in catalogue(language):
        wordings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if message.context and wordings and all(wordings):
            found[message.context] = wordings
    return found
