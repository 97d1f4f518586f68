"""Letters in a-z, alphabet by alphabet. Those that NFKD takes apart by itself are not listed."""

from typing import Final

LATIN: Final = {
    "ə": "e",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ŋ": "ng",
    "ƣ": "g",
    "ɵ": "o",
    "ƶ": "z",
}

_CYRILLIC_ROW: Final = (
    "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh "
    "щ shch ы y э e ю yu я ya і i ї yi є ye ґ g ў u "
    "ә e ө o ү u һ h ғ g қ q ҝ g ҹ j ј y ң ng ҳ h ҷ j ӣ i ӯ u ђ dj љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz"
).split()
CYRILLIC: Final = dict(zip(_CYRILLIC_ROW[::2], _CYRILLIC_ROW[1::2], strict=True)) | {"ъ": "", "ь": ""}
AZ_CYRILLIC: Final = CYRILLIC | {"г": "q", "ж": "j", "х": "x", "ч": "c", "ҹ": "c", "ш": "s", "щ": "s", "ы": "i"}

_GREEK_ROW: Final = (
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
).split()
GREEK: Final = dict(zip(_GREEK_ROW[::2], _GREEK_ROW[1::2], strict=True))

# Consonants of the Arabic script. Its vowels, and و ی ه ع, depend on their neighbours: `romanization_arabic.py`.
_ARABIC_ROW: Final = (
    "ب b پ p ت t ث s ج j ح h د d ذ z ر r ز z س s ص s ض z ط t ظ z ف f ق q ک k گ g ل l م m ن n ڭ n ڲ g ه h ڤ v"
).split()
_ARABIC: Final = dict(zip(_ARABIC_ROW[::2], _ARABIC_ROW[1::2], strict=True))
AZB_CONSONANTS: Final = _ARABIC | {"ج": "c", "چ": "c", "خ": "x", "ژ": "j", "ش": "s", "غ": "g"}
FA_CONSONANTS: Final = _ARABIC | {"چ": "ch", "خ": "kh", "ژ": "zh", "ش": "sh", "غ": "gh"}
