"""Upper and lower case where i and ı are two letters: Azerbaijani and Turkish."""

from typing import Final

from araz.language import table

DOTTED: Final = frozenset({"az", "tr"})  # languages in which i/İ and ı/I are pairs
_UP: Final = str.maketrans("iı", "İI")
_DOWN: Final = str.maketrans("Iİ", "ıi")
_DOT_ABOVE: Final = "\u0307"  # "İ" may come as two characters


def upper(text: str, language: str) -> str:
    table.language(language)
    return text.translate(_UP).upper() if language in DOTTED else text.upper()


def lower(text: str, language: str) -> str:
    table.language(language)
    if language in DOTTED:
        return text.replace("I" + _DOT_ABOVE, "i").translate(_DOWN).lower()
    return text.lower()


def capitalize_first(text: str, language: str) -> str:
    """Return the text with its first letter or digit in upper case and the rest as it was; marks before it may stand."""
    for place, letter in enumerate(text):
        if letter.isalnum():
            large = upper(letter, language) if letter in "iı" else letter.title()
            return text[:place] + large + text[place + 1 :]
    return text
