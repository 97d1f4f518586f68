"""The order of the alphabet, for lists of names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from araz.language import table
from araz.language.case import lower
from araz.language.digits import ascii_digits
from araz.language.romanization_letters import LATIN

SortKey = tuple[tuple[tuple[int, int], ...], str, str]

_ALPHABETS: Final = {
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w",
    "azb": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ڭ و ۇ ۆ ۏ ؤ ه ی ؽ ئ",
    "fa": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
    "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
}
_ORDER: Final = {code: {letter: place for place, letter in enumerate(row.split())} for code, row in _ALPHABETS.items()}
_STANDS_WITH: Final = {  # letters without a place of their own
    "azb": dict(zip("يىېێكھہۀةەءأإٱۈۋ", "یییی" + "ک" + "ههههه" + "اااا" + "ۆو", strict=True)),
    "fa": dict(zip("يىئكھہۀةءأإٱؤ", "ییا" + "ک" + "هههه" + "اااا" + "ا", strict=True)),
}
_SPACE, _NUMBER, _LETTER, _FOREIGN = range(4)
_PIECE: Final = re.compile(r"(?P<space>\s+)|(?P<number>[0-9]+)|(?P<letter>[^\W\d_])")


@lru_cache(maxsize=4096)
def sort_key(text: str, language: str) -> SortKey:
    """Return what to sort by: numbers before letters and by their value, other alphabets after the language's own.

    Case, marks, ZWNJ and punctuation count only between texts that are equal without them.
    """
    table.language(language)
    small = ascii_digits(unicodedata.normalize("NFC", lower(text, language)))
    return tuple(_weights(small.strip(), language)), small, text


def _weights(text: str, language: str) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(text):
        if piece["letter"]:
            yield from _letter(piece["letter"], language)
        elif piece["number"]:
            yield (_NUMBER, int(piece["number"][:300]))
        else:
            yield (_SPACE, 0)


def _letter(letter: str, language: str) -> Iterator[tuple[int, int]]:
    order, neighbours = _ORDER[language], _STANDS_WITH.get(language, {})
    if (place := order.get(neighbours.get(letter, letter))) is not None:
        yield (_LETTER, place)
        return
    bases = LATIN.get(letter) or unicodedata.normalize("NFD", letter)[0]
    for base in bases:
        yield (_LETTER, order[base]) if base in order else (_FOREIGN, ord(base))


def initial(text: str, language: str) -> str:
    """Return the letter under which a text stands in a list: "ç", "0" for a number, empty for another alphabet."""
    weights, _, _ = sort_key(text, language)
    kind, place = next((weight for weight in weights if weight[0] != _SPACE), (_FOREIGN, 0))
    if kind == _NUMBER:
        return "0"
    return _ALPHABETS[language].split()[place] if kind == _LETTER else ""
