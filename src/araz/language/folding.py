"""Texts made comparable for search: what people type differently and mean the same becomes the same.

Level 1 removes case, marks and letters that only look different. Level 2 also removes what a foreign keyboard cannot
type: ə ö ş become e o s. Level 3 also joins Arabic letters that sound alike in Azerbaijani and Persian, for when the
stricter levels found too little.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

from araz.language.case import DOTTED, lower
from araz.language.digits import ascii_digits
from araz.language.lookalikes import latin_schwas
from araz.language.romanization_letters import LATIN
from araz.language.slugs import words_of

Level = Literal[1, 2, 3]

_JOINER: Final = "\u200c"
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"  # signs on letters, kashida
    "\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff]"  # what nobody sees
)
_SAME_ARABIC: Final = str.maketrans("يىېێؽكڭڲةۀەھہأإٱآؤۇۆۏۈ", "یییییکنگ" + "ههههه" + "اااا" + "ووووو")
_ALIKE_ARABIC: Final = str.maketrans("ئصثطذضظحغ", "یسستزززهق", "ع")
_LATIN_WITH_MARK: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_APOSTROPHES: Final = re.compile("['’‘ʼʻ`´]")
_BASIC_LATIN: Final = str.maketrans(LATIN)
_WORD: Final = re.compile(r"\w+")
_ABBREVIATION: Final = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+[^\W\d_]\.?(?![\w.])")  # T.B.M.M., not M.Ə.Rəsulzadə


@lru_cache(maxsize=4096)
def fold(text: str, language: str = "", level: Level = 2) -> str:
    """Return the text as it is compared; folding twice changes nothing more.

    Without a language I is the capital of i, which only matters at level 1. Words joined by ZWNJ become one word.
    """
    folded = _level_1(text.replace(_JOINER, ""), language)
    if level >= 2:
        folded = _APOSTROPHES.sub("", _LATIN_WITH_MARK.sub(_base_letter, folded)).translate(_BASIC_LATIN)
    return alike(folded) if level == 3 else folded


def index_words(text: str, language: str = "", level: Level = 2) -> frozenset[str]:
    """Return the words under which a text is found. A word with ZWNJ counts whole and in its parts; T.B.M.M. is TBMM."""
    text = _ABBREVIATION.sub(lambda found: found.group().replace(".", ""), text)
    folded = fold(text, language, level)
    parts = fold(text.replace(_JOINER, " "), language, level) if _JOINER in text else folded
    return frozenset(_WORD.findall(folded) + _WORD.findall(parts))


def alike(folded: str) -> str:
    """Return level 3 of a text that is folded at level 2."""
    return folded.translate(_ALIKE_ARABIC)


def letters() -> dict[str, object]:
    """Return the tables as plain data, so that a script in a browser folds by the same ones.

    `marks`, `marked` and `apostrophes` are classes of characters as regular expressions write them.
    """
    return {
        "marks": _MARKS.pattern,
        "same": _as_letters(_SAME_ARABIC),
        "alike": _as_letters(_ALIKE_ARABIC),
        "marked": _LATIN_WITH_MARK.pattern,
        "apostrophes": _APOSTROPHES.pattern,
        "basic": _as_letters(_BASIC_LATIN),
        "dotted": sorted(DOTTED),
    }


def _as_letters(table: Mapping[int, int | str | None]) -> dict[str, str]:
    return {chr(code): chr(to) if isinstance(to, int) else to or "" for code, to in sorted(table.items())}


def across_scripts(text: str, language: str) -> str:
    """Return words in a-z, under which a text in one script is found by a search in the other: دونیا and dünya."""
    return " ".join(words_of(text, language))


def _level_1(text: str, language: str) -> str:
    composed = latin_schwas(unicodedata.normalize("NFKC", text))
    small = lower(composed, language) if language in DOTTED else composed.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKC", small))
    return ascii_digits(unicodedata.normalize("NFC", bare).translate(_SAME_ARABIC))


def _base_letter(letter: re.Match[str]) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKD", letter.group()))
