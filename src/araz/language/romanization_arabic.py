"""Arabic script read aloud in a-z, for South Azerbaijani and Persian.

The script leaves out short vowels. Common words and endings have theirs from a table; in other words a vowel is put
wherever too many consonants would meet, so that a new word can at least be pronounced.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from araz.language.romanization_letters import AZB_CONSONANTS, FA_CONSONANTS
from araz.language.romanization_words import AZB_ENDINGS, AZB_WORDS, FA_ENDINGS, FA_WORDS

_JOINER: Final = "\u200c"  # parts a word from its ending, so each side is read as a word
_SILENT: Final = re.compile("[\u0640\u0651\u0610-\u061a\u0653-\u065f\u0670\u06d6-\u06ed]")  # kashida, doubling, signs
_MARKED: Final = re.compile("[\u064b-\u0652]")
_ONE_LETTER: Final = str.maketrans("يىێېكھہۀةەأإٱۈۋ", "یییی" + "ک" + "ههههه" + "اااوو")
_TABLE_LETTER: Final = str.maketrans("ۆۇۏؽ", "وووی")
# Letters that only carry a vowel become that vowel: ۇ and ؽ are always vowels, و and ی may be consonants.
_CARRIERS: Final = (
    (re.compile("^عا"), "آ"),
    (re.compile("^[اع]و"), "ۇ"),
    (re.compile("^[اع]ی"), "ؽ"),
    (re.compile("^[اع](?=[ئؤۆۇۏؽ\u064e-\u0650])"), ""),
    (re.compile("و\u0652"), "ۏ"),
    (re.compile("ا\u064b"), "\u064eن"),
    (re.compile("^([^اآوی])ی(?=[اآ])"), r"\1ؽی"),  # siyah, not syah
    (re.compile("(?<=[^اآئؤۆۇۏوؽی])ی(?=ه$)"), "ؽی"),  # neshriye
)
_VOWELS: Final = {"آ": "a", "ؤ": "o", "ۏ": "o", "ۆ": "u", "ۇ": "u", "ؽ": "i", "\u064f": "u", "\u0650": "i"}


@dataclass(frozen=True, slots=True)
class Reading:
    """How one language reads the script."""

    consonants: dict[str, str]
    words: dict[str, str]
    endings: dict[str, str]
    filler: str  # the vowel that is most often left out
    codas: frozenset[str]  # pairs of consonants that may end a syllable


@dataclass(frozen=True, slots=True)
class Sound:
    text: str
    is_vowel: bool


AZB: Final = Reading(
    consonants=AZB_CONSONANTS,
    words=AZB_WORDS,
    endings=AZB_ENDINGS,
    filler="e",
    codas=frozenset("st rt lt nc nd rd rk nk ng rx rs nt lk rq vr".split()),
)
FA: Final = Reading(
    consonants=FA_CONSONANTS,
    words=FA_WORDS,
    endings=FA_ENDINGS,
    filler="a",
    codas=frozenset("st rt nd rd rk nk ng nj rf rz rg ft kht rsh sht hr shk lm sm zm zd lf nt khsh".split()),
)


def read_aloud(word: str, reading: Reading) -> str:
    """Return the word in a-z; letters that the language does not have leave nothing."""
    spelled = _SILENT.sub("", word.translate(_ONE_LETTER)).replace("اً", "ن")
    if reading is FA:
        spelled = spelled.replace("خوا", "خا")  # written with a و that has been silent for centuries
    first, *others = spelled.split(_JOINER)
    return _part(first, reading) + "".join(_ending(part, reading) or _part(part, reading) for part in others)


def _part(part: str, reading: Reading) -> str:
    plain = _MARKED.sub("", part).translate(_TABLE_LETTER)
    if known := reading.words.get(plain):
        return known
    for length in range(len(plain) - 1, 1, -1):
        ending = _ending(plain[length:], reading)
        if ending and (stem := reading.words.get(plain[:length])):
            return stem + ending
    return _by_rule(part, reading)


def _ending(letters: str, reading: Reading) -> str:
    """Return what a chain of endings reads like, empty if the letters are no such chain."""
    if not letters:
        return ""
    for length in range(min(len(letters), 4), 0, -1):
        if (first := reading.endings.get(letters[:length])) is None:
            continue
        if length == len(letters):
            return first
        if rest := _ending(letters[length:], reading):
            return first + rest
    return ""


def _by_rule(part: str, reading: Reading) -> str:
    cut = re.fullmatch("(.{2,})(لر.{0,6}|دن)", part) if reading is AZB else None
    if cut and (ending := _ending(cut.group(2), reading)):
        return _filled(list(_sounds(cut.group(1), reading)), reading) + ending
    return _filled(list(_sounds(part, reading)), reading)


def _sounds(letters: str, reading: Reading) -> Iterator[Sound]:
    for carrier, vowel in _CARRIERS:
        letters = carrier.sub(vowel, letters)
    after_vowel = True  # a word begins as if after one: its و and ی are consonants
    for place, letter in enumerate(letters):
        following = letters[place + 1 : place + 2]
        sound = _sound(letter, following, reading, start=place == 0, after_vowel=after_vowel)
        if sound.text:
            yield sound
            after_vowel = sound.is_vowel


def _sound(letter: str, following: str, reading: Reading, *, start: bool, after_vowel: bool) -> Sound:
    if letter in _VOWELS:
        return Sound(_VOWELS[letter], is_vowel=True)
    if letter == "\u064e" or (letter in "اع" and start):
        return Sound(reading.filler, is_vowel=True)
    if letter == "ا":
        return Sound("a", is_vowel=True)
    if letter == "ئ":
        return Sound("e" if reading is AZB else "", is_vowel=True)  # in Persian a stop between two vowels
    if letter in "وی":
        if after_vowel or (following and following in "اآ"):
            return Sound("v" if letter == "و" else "y", is_vowel=False)
        return Sound("u" if letter == "و" else "i", is_vowel=True)
    if letter == "ه" and not following and not after_vowel:
        return Sound("e", is_vowel=True)
    return Sound(reading.consonants.get(letter, ""), is_vowel=False)


def _filled(sounds: list[Sound], reading: Reading) -> str:
    """Join the sounds, with the missing vowels between consonants."""
    written: list[str] = []
    cluster: list[str] = []
    for sound in sounds:
        if not sound.is_vowel:
            cluster.append(sound.text)
            continue
        written += [*_spread(cluster, reading, start=not written, end=False), sound.text]
        cluster = []
    return "".join([*written, *_spread(cluster, reading, start=not written, end=True)])


def _spread(cluster: list[str], reading: Reading, *, start: bool, end: bool) -> list[str]:
    """Put vowels into a row of consonants so that no syllable begins with two or ends with a hard pair."""
    if start and len(cluster) > 1:
        return [cluster[0], reading.filler, *_spread(cluster[1:], reading, start=False, end=end)]
    if len(cluster) < 2 or (len(cluster) == 2 and not end):
        return cluster
    closes = "".join(cluster[:2]) in reading.codas
    if closes and len(cluster) == 2 + (not end):
        return cluster
    kept = 3 if closes else 2
    if kept == len(cluster) and end and not closes:
        return [cluster[0], reading.filler, cluster[1]]
    return [
        *cluster[: kept - 1],
        cluster[kept - 1],
        reading.filler,
        *_spread(cluster[kept:], reading, start=False, end=end),
    ]
