"""Words of any script in the letters a-z, for addresses and search: readable rather than exact."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from araz.language.digits import ascii_digits
from araz.language.lookalikes import latin_schwas
from araz.language.romanization_arabic import AZB, FA, read_aloud
from araz.language.romanization_letters import AZ_CYRILLIC, CYRILLIC, GREEK, LATIN

_ARABIC: Final = re.compile("[\u0621-\u06d3]")
_KNOWN: Final = LATIN | CYRILLIC | GREEK
_NAMED_LETTER: Final = re.compile(r" (?:LETTER|SYLLABLE) (?:SMALL |CAPITAL |FINAL )*([A-Z]{1,6})$")


@lru_cache(maxsize=4096)
def romanized(word: str, language: str) -> str:
    """Return one word in a-z and 0-9: letters of any script leave something, signs and emoji nothing.

    The language decides how letters are read that several languages have: Persian unless it is Azerbaijani.
    """
    plain = ascii_digits(unicodedata.normalize("NFKC", latin_schwas(word)))
    if _ARABIC.search(plain):
        plain = read_aloud(plain, AZB if language in ("az", "azb") else FA)
    return "".join(_in_ascii(letter, language) for letter in plain)


def _in_ascii(letter: str, language: str) -> str:
    small = letter.lower()
    if small.isascii():
        return small if small.isalnum() else ""
    for table in (LATIN, AZ_CYRILLIC if language in ("az", "azb") else CYRILLIC, GREEK):
        if small in table:
            return table[small]
    parts = unicodedata.normalize("NFKD", small)
    if len(parts) > 1 and (parts[0].isascii() or parts[0] in _KNOWN):
        return "".join(_in_ascii(part, language) for part in parts)
    return _by_name(small)


def _by_name(letter: str) -> str:
    """Return what Unicode calls a letter of an alphabet that has no table here, or its number; nothing for a sign."""
    if not letter.isalnum():
        return ""
    found = _NAMED_LETTER.search(unicodedata.name(letter, ""))
    return found.group(1).lower() if found else f"{ord(letter):x}"
