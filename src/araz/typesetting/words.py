"""The words that stand around stories, in each language."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from araz.language import LANGUAGE_CODES, in_digits
from araz.language.counting import plural_form

Words = dict[str, str]


@cache
def words(language: str) -> Words:
    """Return all words in a language, by their keys in words.toml. Raises KeyError when one was not translated."""
    table = tomllib.loads(files("araz.typesetting").joinpath("words.toml").read_text(encoding="utf-8"))
    return {key: row[language] for key, row in table.items()}


@lru_cache(maxsize=8192)
def counted(key: str, count: int, language: str) -> str:
    """Return a counted thing, "12 stories", in the language's plural form and digits."""
    return words(language)[f"{key}_{plural_form(count, language)}"].format(n=in_digits(count, language))


def named(names: dict[str, str], language: str) -> str:
    """Return the name in the language, or in the first language that has one: a name is never missing."""
    return names.get(language) or next((names[code] for code in LANGUAGE_CODES if names.get(code)), "")
