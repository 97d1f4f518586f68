"""Letters of other alphabets in Latin words: the Cyrillic ә of many keyboards, and those that look like letters of a-z.

They look right and are found by no search.
"""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u0250-\u02af]")
_OTHER_CYRILLIC: Final = re.compile("[\u0400-\u04d7\u04da-\u052f]")
_SCHWAS: Final = str.maketrans("әӘǝƎ", "əƏəƏ")  # Cyrillic; and the turned e of other Latin alphabets
_PAIRS: Final = (
    "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ҮY ҺH ҶJ ӀI ԌG ԚQ ԜW аa вb еe ѕs іi јj кk мm нn оo рp сc тt уy хx үy һh ӏl"
    " ԁd ԛq ԝw ӘƏ әə Ғf ғf Өo өo"
    " ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ϲc ϳj"
    " օo սu հh ոn ցg զq ւi ɑa ɡg"
)
IN_LATIN_LOOK: Final = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})  # Cyrillic, Greek and Armenian


def latin_schwas(text: str) -> str:
    """Return the text with ә made ə in words that are Latin otherwise; wholly Cyrillic words stay."""
    if not any(letter in text for letter in "әӘǝƎ"):
        return text
    return _WORD.sub(_repaired, text)


def _repaired(word: re.Match[str]) -> str:
    letters = word.group()
    if _LATIN.search(letters) and not _OTHER_CYRILLIC.search(letters):
        return letters.translate(_SCHWAS)
    return letters
