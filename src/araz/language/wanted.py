"""A word that is looked for however it may be written: case, marks, joiners, endings, either script, an address.

It says where the word stands in a text as it was typed, so that it can be taken out of it; `folding` says the same of two
texts only after both were changed.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Final
from unicodedata import category

from araz.language.endings import ENDINGS
from araz.language.folding import fold
from araz.language.lookalikes import IN_LATIN_LOOK
from araz.language.romanization import romanized
from araz.language.slugs import words_of

MARK: Final = "[…]"  # stands where a word was
LONG: Final = 5  # letters; a shorter word would be found in the middle of many that have nothing to do with it
_READINGS: Final = ("az", "fa", "en")  # in which a name may have been brought into a-z: as romanization knows them
_UNSEEN: Final = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff"
# Signs that one writes inside a name and another leaves out: Mə'sumə, Məs’ud, ʻAlī, Əli-zadə. `fold` drops the first of them.
_SIGNS: Final = "'\u2018\u2019\u201b\u2032`\u00b4\u02b0-\u02ff\\-\u2010\u2011"
_BETWEEN_LETTERS: Final = f"[{_UNSEEN}{_SIGNS}]{{0,4}}"
_BETWEEN_WORDS: Final = r"(?:[\W_]|%20){0,6}"
_BEFORE: Final = re.compile(rf"[^\W_\u02b0-\u02ff\u0640](?:[^\W_]|[{_UNSEEN}])*\Z")
_AFTER: Final = re.compile(rf"(?:[^\W_]|[{_UNSEEN}]+(?=[^\W_])|[{_UNSEEN}]|['’ʼ](?=[^\W\d_]))+")
_OTHER_SCRIPT: Final = re.compile("[\u0400-\u052f\u0620-\u06d3\u200c\u064b-\u065f\u0670]+")
_PARTED: Final = re.compile(r"[\u200c\u2010\u2011-]")  # between two halves of a name, where another writes a blank
_RANGES: Final = (
    *(range(0x21, 0x2B0), range(0x370, 0x530), range(0x610, 0x700), range(0x1E00, 0x1F00), range(0x2160, 0x2190)),
    *(
        range(0x2070, 0x20A0),
        range(0x24B6, 0x24EA),
        range(0xFB00, 0xFB07),
        range(0xFB50, 0xFDFE),
        range(0xFE70, 0xFEFD),
    ),
    *(range(0xFF10, 0xFF5B), range(0x1D400, 0x1D800), range(0x1F130, 0x1F150)),
)

Span = tuple[int, int]


class Wanted:
    """One word, or several in a row such as a name, with the forms of it that were met.

    A word of `LONG` letters or more is found anywhere, also within a longer one. A shorter one, or any with `whole`, is
    found only where a word begins with it and goes on with endings of these languages or not at all. What is found is
    always the whole word as it stands there, with its ending.
    """

    mark: Final = MARK

    def __init__(self, words: str, *, whole: bool = False, forms: Iterable[str] = ()) -> None:
        self.words = words.strip()
        self._whole = whole
        self._as_typed = {self.words, *(form.strip() for form in forms)}
        typed = self._as_typed | {_PARTED.sub(" ", form) for form in self._as_typed}
        spellings = {tuple(fold(form).split()) for form in typed}
        spellings |= {tuple(words_of(form, reading)) for form in typed for reading in _READINGS}
        self._spellings = {_in_letters(spelling) for spelling in spellings} - {()}
        if not self._spellings:
            raise ValueError("There is no letter or digit in what is to be found. A word has at least one.")
        if not self.is_in(self.words):
            raise ValueError("What is to be found would not be found as it is typed. Type it without its signs.")

    @property
    def is_anywhere(self) -> bool:
        """Whether it is found in the middle of words too."""
        return not self._whole and all(sum(map(len, spelling)) >= LONG for spelling in self._spellings)

    def with_forms(self, forms: Iterable[str]) -> "Wanted":
        """Return the same word, found in these forms too."""
        return Wanted(self.words, whole=self._whole, forms=forms)

    @cached_property
    def core(self) -> re.Pattern[str]:
        """What every place matches, and in short words others too. Whatever was typed it finds at least as it was typed."""
        found = {_pattern(spelling) for spelling in self._spellings}
        any_of_them = re.compile("|".join(found))
        found |= {re.escape(form) for form in self._as_typed if not any_of_them.search(form)}
        return re.compile("|".join(sorted(found, key=lambda one: (-len(one), one))))

    def is_in(self, text: str) -> bool:
        return bool(self.core.search(text)) and bool(self.spans(text))

    def spans(self, text: str) -> list[Span]:
        """Return where the word stands, each place as a whole word, in order and without overlaps."""
        found: list[Span] = []
        for match in self.core.finditer(text):
            begin, end = match.span()
            if found and begin < found[-1][1]:
                continue
            before = _BEFORE.search(text, max(0, begin - 60), begin)
            after = _AFTER.match(text, end)
            if not self.is_anywhere and (before or (after and not _is_ending(after.group()))):
                continue
            found.append((before.start() if before else begin, after.end() if after else end))
        return found

    def without(self, text: str, mark: str = MARK) -> str:
        """Return the text with the mark in place of the word."""
        return cut(text, self.spans(text), mark)

    def forms_in(self, text: str) -> set[str]:
        """Return how the word stands in the text."""
        return {text[begin:end] for begin, end in self.spans(text)} if self.core.search(text) else set()

    def in_other_scripts(self, text: str) -> set[str]:
        """Return words of another script that are read as this one is: they are forms to look for, too."""
        found: set[str] = set()
        if not _OTHER_SCRIPT.search(text):
            return found
        places = list(_OTHER_SCRIPT.finditer(text))
        for reading in _READINGS[:2]:
            read = [_read(place.group(), reading) for place in places]
            for spelling in self._read_spellings:
                for start in range(len(read) - len(spelling) + 1):
                    if self._begins(read[start : start + len(spelling)], spelling):
                        found.add(text[places[start].start() : places[start + len(spelling) - 1].end()])
        return found

    @cached_property
    def _read_spellings(self) -> set[tuple[str, ...]]:
        return {spelling for spelling in self._spellings if "".join(spelling).isascii()}

    def _begins(self, read: list[str], spelling: tuple[str, ...]) -> bool:
        *others, last = zip(read, spelling, strict=True)
        return all(one == other for one, other in others) and (
            last[0] == last[1]
            or (last[0].startswith(last[1]) and (self.is_anywhere or _is_ending(last[0][len(last[1]) :])))
        )


def cut(text: str, spans: Iterable[Span], mark: str = MARK) -> str:
    """Return the text with the mark in place of each span; spans are in order."""
    parts, last = [], 0
    for begin, end in spans:
        parts += [text[last:begin], mark]
        last = end
    return "".join((*parts, text[last:]))


def _in_letters(spelling: tuple[str, ...]) -> tuple[str, ...]:
    bare = ("".join(letter for letter in word if letter.isalnum() and category(letter) != "Lm") for word in spelling)
    return tuple(word for word in bare if word)


@lru_cache(maxsize=1 << 17)  # most words of a language
def _read(word: str, reading: str) -> str:
    return romanized(word.replace("\u200c", ""), reading)


@lru_cache(maxsize=4096)
def _is_ending(after: str) -> bool:
    """Whether a word may go on like this in one of the languages: up to four endings one behind the other."""
    folded = "".join(letter for letter in fold(after) if letter.isalnum())
    return any(_is_made_of(folded, endings, 4) for endings in ENDINGS.values())


def _is_made_of(rest: str, endings: tuple[str, ...], most: int) -> bool:
    if not rest or not most:
        return not rest
    return any(rest.startswith(ending) and _is_made_of(rest[len(ending) :], endings, most - 1) for ending in endings)


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    """Which characters are written for what a letter, or two, are folded to."""
    written: dict[str, set[str]] = {}
    for number in (number for some in _RANGES for number in some):
        folded = fold(chr(number))
        if 0 < len(folded) <= 2:
            written.setdefault(folded, set()).add(chr(number))
    for foreign, latin in IN_LATIN_LOOK.items():
        written.setdefault(fold(latin), set()).add(chr(foreign))
    return {folded: "".join(sorted(letters)) for folded, letters in written.items()}


def _pattern(spelling: tuple[str, ...]) -> str:
    return _BETWEEN_WORDS.join(_word_pattern(word) for word in spelling)


def _word_pattern(word: str) -> str:
    letters, parts, place = _letters(), list[str](), 0
    one: Callable[[str], str] = lambda letter: f"[{re.escape(letters.get(letter, '') + letter)}]"  # noqa: E731
    while place < len(word):
        pair = word[place : place + 2]
        if len(pair) == 2 and pair in letters:
            parts.append(f"(?:{one(pair[0])}{_BETWEEN_LETTERS}{one(pair[1])}|[{re.escape(letters[pair])}])")
            place += 2
        else:
            parts.append(one(word[place]))
            place += 1
    return _BETWEEN_LETTERS.join(parts)
