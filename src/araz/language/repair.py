"""What the desk mends in every text when it is saved: what keyboards and clipboards put in and nobody sees."""

import re
import unicodedata
from typing import Final

from araz.language import table
from araz.language.direction import with_paired_isolates
from araz.language.lookalikes import latin_schwas

_ARABIC_KEYBOARD: Final = str.maketrans("يك", "یک")
# Controls but tab and line end, bidi embeddings and overrides, halves of surrogate pairs, and what XML refuses.
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufeff\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
_LINE_END: Final = re.compile("\r\n?|[\u2028\u2029]")


def repair(text: str, language: str) -> str:
    """Return the text mended for its language; mending twice changes nothing more.

    Arabic ي and ك become ی and ک in Arabic-script languages; Cyrillic ә becomes ə in Latin words of Azerbaijani. Bidi
    overrides, controls and isolates without a partner go. ZWNJ and the letters ئ ؤ ۆ ۇ ؽ stay as they were written.
    """
    row = table.language(language)
    visible = _UNWANTED.sub("", _LINE_END.sub("\n", text))
    # Composing comes before ي becomes ی: a ئ in two characters would otherwise lose its letter.
    composed = unicodedata.normalize("NFC", "\n".join(map(with_paired_isolates, visible.split("\n"))))
    if row.script == "arabic":
        return composed.translate(_ARABIC_KEYBOARD)
    return latin_schwas(composed) if language == "az" else composed
