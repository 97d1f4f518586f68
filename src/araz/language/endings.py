"""Endings that a search may leave away from a word or find behind one, as `folding.fold` writes them at level 2.

These languages put ending upon ending; which may follow which is not said here. For search that is enough: what is
taken for an ending and is none only makes a guess that counts less.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from araz.language.table import LanguageCode

_LATIN_NOUN: Final = (
    "lar ler dan den tan ten da de ta te nin nun in un ni nu si su im um imiz umuz miz muz iniz unuz niz nuz "
    "na ne ya ye yi yu a e i u la le yla yle ki daki deki ca ce li lu siz suz lik luk dir dur tir tur "
)
_AZ: Final = (
    "liq lug lig lugu ligi cilar ciler ci cu m n yam yem dilar diler di du ib ub mis mus acaq ecek ir ur ar er maq mek "
)
_TR: Final = "ligi lugu cilar ciler ci cu m n yor iyor uyor di du ti tu mis mus acak ecek ir ur ar er mak mek "

_ROWS: Final[dict[LanguageCode, str]] = {
    "az": _LATIN_NOUN + _AZ,
    "tr": _LATIN_NOUN + _TR,
    "azb": "لر لار دن دان ده دا نین نون ین ون نی نو سی سو ی و ه ا نه نا یه یا یی یو یم وم میز موز یمیز وموز لی لو سیز سوز "
    "لیک لوک لیق لوق لیغی لوغو ده‌کی داکی کی جا جه چی چو دیر دور دی دو یب وب میش موش اجاق اجک یر ور ار ر ماق مک م ن ک لا له یلا یله",
    "fa": "ها های هایی هایش هایشان هایم ی ای یی ان تر ترین م ت ش مان تان شان را ند ید یم ه",
    "en": "s es ed d ing ly er est",
}

ENDINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        code: tuple(sorted({ending.replace("\u200c", "") for ending in row.split()}, key=lambda one: (-len(one), one)))
        for code, row in _ROWS.items()
    }
)
