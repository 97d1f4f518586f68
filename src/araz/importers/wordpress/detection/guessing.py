"""Guesses the language of a text. A guess that is not sure is somebody's to look at."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

import msgspec

from araz.importers.wordpress.detection import profiles
from araz.importers.wordpress.detection.profiles import ARABIC, LATIN, OTHER

Script = Literal["arabic", "latin", "cyrillic", "other", ""]

READ: Final = 1_500  # characters: a story changes its language seldom, and never its main one
_HEAD: Final = 8_000  # of the source, in which they are looked for
_SURE_HITS: Final = 2.5
_OWN_LETTERS: Final = 0.008  # the share of x and q from which a Latin text without ə may be Azerbaijani
_SURE_RATIO: Final = 1.6  # how much more the best must have than the second
_LONG: Final = 8  # words from which a language that knows so few of them is not the text's
_KNOWN_LATIN: Final = 0.12  # words known of each word of a long text
# The other languages of this script have lists that know them, and spoken azb is spelt in many ways.
_KNOWN_ARABIC: Final = 0.05
_BORROWS: Final = 1.3  # azb is full of Persian words, Persian holds hardly one of azb
_NO_SCHWA: Final = 0.3  # what each word without ə says, in a text that has the letters ğ ı ş
_ASKED: Final = 300  # characters, spread over the text, whose letters tell the script
_GLUED: Final = 11  # letters in a word on average: the spaces were lost

_UNSEEN: Final = (  # each with the sign without which it need not be looked for
    ("<", re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]*>", re.S | re.I)),
    ("[", re.compile(r"\[/?[a-z_]+[^\]]*\]", re.I)),
    ("&", re.compile(r"&#?\w+;")),
    ("://", re.compile(r"\bhttps?://\S+")),
    ("@", re.compile(r"[\w.+-]{1,64}@[\w.-]+")),
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_SCRIPTS: Final[tuple[tuple[Script, str, str], ...]] = (  # first and last letter
    ("latin", "A", "\u024f"),
    ("latin", "\u0259", "\u0259"),
    ("latin", "\u1e00", "\u1eff"),
    ("arabic", "\u0620", "\u06ff"),
    ("arabic", "\u0750", "\u077f"),
    ("arabic", "\ufb50", "\ufefc"),
    ("cyrillic", "\u0400", "\u052f"),
)
_OF_AZERBAIJANI_CYRILLIC: Final = re.compile("[ҝҜҹҸ]|[әӘ].*[јЈ]|[јЈ].*[әӘ]", re.S)


class Guess(msgspec.Struct, frozen=True):
    language: str  # one of the five, or OTHER
    is_sure: bool
    second: str = ""  # the next likely one; empty if nothing speaks for another
    script: Script = ""  # of most letters


def language_of(text: str) -> Guess:
    """Guess from what a reader sees in the first few thousand characters; markup and addresses don't count."""
    seen = visible(text)
    script = script_of(seen)
    return msgspec.structs.replace(_guessed(seen, script), script=script)


def _guessed(seen: str, script: Script) -> Guess:
    match script:
        case "arabic":
            return _of_arabic(seen)
        case "latin":
            return _of_latin(seen)
        case "cyrillic" if _OF_AZERBAIJANI_CYRILLIC.search(seen):
            return Guess("az", is_sure=True)
        case _:
            return Guess(OTHER, is_sure=False)


def visible(text: str) -> str:
    """Return the first characters of a text without tags, shortcodes, addresses and entities."""
    seen = text[:_HEAD]
    for sign, unseen in _UNSEEN:
        if sign in seen:
            seen = unseen.sub(" ", seen)
    return unicodedata.normalize("NFC", seen[:READ])


def script_of(text: str) -> Script:
    """Return the script of most letters; empty if there are none."""
    letters: Counter[Script] = Counter()
    for letter in text[:: 1 + len(text) // _ASKED]:
        if letter.isalpha():
            letters[_script_of_letter(letter)] += 1
    return max(letters, key=letters.__getitem__, default="")


@lru_cache(maxsize=1024)
def _script_of_letter(letter: str) -> Script:
    return next((script for script, first, last in _SCRIPTS if first <= letter <= last), "other")


def _guess(scores: Mapping[str, float], words: int, known: float) -> Guess:
    (best, hits), (second, second_hits), *_ = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    if hits <= 0 or (words >= _LONG and hits < known * words):
        return Guess(OTHER, is_sure=False, second=best if hits > 0 else "")
    is_sure = best != OTHER and hits >= _SURE_HITS and hits >= _SURE_RATIO * second_hits
    return Guess(best, is_sure=is_sure, second=second if second_hits > 0 else "")


def _of_arabic(text: str) -> Guess:
    plain = profiles.plain_arabic(text)
    words = _WORD.findall(ARABIC.without_marks(plain))
    scores = ARABIC.scores(words, plain)
    if len(plain) > _GLUED * max(1, len(words)):
        ARABIC.add_pieces(scores, plain)
    scores["azb"] *= _BORROWS
    return _guess(scores, len(words), _KNOWN_ARABIC)


def _of_latin(text: str) -> Guess:
    small = text.replace("İ", "i").lower()
    words = _WORD.findall(small.replace("ı", "i"))
    scores = LATIN.scores(words, small)
    # Azerbaijani without a single ə was typed on a foreign keyboard: then x and q are left to tell it from Turkish.
    if "ə" not in small and small.count("x") + small.count("q") <= _OWN_LETTERS * len(small):
        scores["tr"] += min(sum(map(small.count, "ğışçöü")), _NO_SCHWA * len(words))
    return _guess(scores, len(words), _KNOWN_LATIN)
