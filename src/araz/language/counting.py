"""Plural forms, and how long a text takes to read."""

from typing import Literal

from araz.language import table

PluralForm = Literal["one", "other"]


def plural_form(count: int, language: str) -> PluralForm:
    """Return which of two wordings goes with the count. (After a numeral, nouns of az, azb, fa and tr stay singular.)"""
    table.language(language)
    ones = (0, 1) if language == "fa" else (1,)  # CLDR: Persian counts nothing as one
    return "one" if count in ones else "other"


def reading_minutes(words: int, language: str) -> int:
    """Return the minutes that so many words take, rounded up: at least one, none for no words."""
    return -(-words // table.language(language).words_per_minute)
