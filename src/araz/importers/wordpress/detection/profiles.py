"""Word lists made ready for counting: each known word, ending and letter says how much it speaks for which language."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from araz.importers.wordpress.detection import arabic_words, latin_words

OTHER: Final = "other"
_WORD: Final = 1.0
_TYPED: Final = 0.5  # a word without its marks, as a foreign keyboard gives it
_SHARED: Final = 0.5
_REMEMBERED: Final = 16_384  # words: the same ones come back
_ENDING: Final = 0.7  # what an ending weighs, as a part of a word
_PIECE: Final = 0.4
_LONGEST: Final = 6  # letters of an ending
_SHORTEST: Final = 2

_KEYBOARDS: Final = (("ي", "ی"), ("ى", "ی"), ("ك", "ک"), ("\u0640", ""))
_SAME_VOWEL: Final = (("ۆ", "و"), ("ۇ", "و"), ("ؤ", "و"), ("ؽ", "ی"))
_ASCII: Final = str.maketrans("əçşğöüı", "ecsgoui")
_MARKS: Final = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed]+")

Weights = tuple[tuple[str, float], ...]


class Profile:
    """The languages of one script, each with what gives it away."""

    def __init__(
        self,
        words: Mapping[str, str],
        endings: Mapping[str, str],
        pieces: Mapping[str, str],
        letters: Mapping[str, Weights],
    ) -> None:
        self._languages = tuple(words)
        self._words = _table_of_words(words)
        self._weights_of = lru_cache(maxsize=_REMEMBERED)(self._weighed_word)
        self._endings = _weighed({language: listed.split() for language, listed in endings.items()}, _ENDING)
        self._letters = tuple(letters.items())
        self._pieces = {
            language: re.compile("|".join(map(re.escape, listed.split()))) for language, listed in pieces.items()
        }

    def without_marks(self, text: str) -> str:
        return _replaced(_MARKS.sub("", text), _SAME_VOWEL)

    def scores(self, words: Iterable[str], text: str) -> dict[str, float]:
        """Return what speaks for each language; `text` still has the letters that `words` have lost."""
        scores = dict.fromkeys(self._languages, 0.0)
        for word in words:
            for language, weight in self._weights_of(word):
                scores[language] += weight
        for letter, weights in self._letters:
            if count := text.count(letter):
                for language, weight in weights:
                    scores[language] += weight * count
        return scores

    def add_pieces(self, scores: dict[str, float], text: str) -> None:
        for language, pieces in self._pieces.items():
            scores[language] += _PIECE * len(pieces.findall(text))

    def _weighed_word(self, word: str) -> Weights:
        if weights := self._words.get(word):
            return weights
        for length in range(min(_LONGEST, len(word) - 2), _SHORTEST - 1, -1):
            if weights := self._endings.get(word[-length:]):
                return weights
        return ()


def plain_arabic(text: str) -> str:
    """Return the text in the letters of one keyboard."""
    return _replaced(text, _KEYBOARDS)


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:  # several times as fast as `translate`
        text = text.replace(old, new)
    return text


def _table_of_words(listed: Mapping[str, str]) -> dict[str, Weights]:
    words = {language: {_plain(word) for word in text.split()} for language, text in listed.items()}
    typed = {language: {word.translate(_ASCII) for word in own} - own for language, own in words.items()}
    table = _weighed(words, _WORD)
    for word, weights in _weighed(typed, _TYPED).items():
        table[word] = (*table.get(word, ()), *weights)
    return table


def _plain(word: str) -> str:
    return _replaced(word.replace("ı", "i"), _SAME_VOWEL)


def _weighed(words: Mapping[str, Iterable[str]], weight: float) -> dict[str, Weights]:
    """Return each word with the languages for which it speaks; one that many share says less."""
    table: dict[str, list[str]] = {}
    for language, listed in words.items():
        for word in dict.fromkeys(listed):
            table.setdefault(word, []).append(language)
    return {
        word: tuple((language, weight if len(languages) == 1 else weight * _SHARED) for language in languages)
        for word, languages in table.items()
    }


LATIN: Final = Profile(latin_words.WORDS, latin_words.ENDINGS, {}, latin_words.LETTERS)
ARABIC: Final = Profile(arabic_words.WORDS, arabic_words.ENDINGS, arabic_words.PIECES, arabic_words.LETTERS)
