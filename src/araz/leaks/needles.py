"""The values of `Secrets`, made comparable once, and searched word by word.

A text is cut into words, and each word that was not seen before is folded and looked up: what a natural language says
is soon known, so that a page costs what is new in it. A value of several words is searched by its longest one, and the
rest only when that is there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from araz.contracts import Hit, SecretKind
from araz.language.digits import ascii_digits
from araz.language.endings import ENDINGS
from araz.language.folding import across_scripts, fold
from araz.leaks.hashes import byte_by_byte, hashes_of, words_of_hash
from araz.leaks.secrets import SHORTEST, Secrets
from araz.leaks.unseen import HIDERS, in_latin_look, seen

WORD: Final = re.compile(f"[\\w{HIDERS}]+")  # with what is not seen between its letters, so that it does not hide it
# Cuts UTF-8 where ASCII has neither letter nor hyphen, ten times as fast as finding words; signs of other tables stay with a part.
_PARTING: Final = bytes(
    code if code >= 0x80 or chr(code).isalnum() or chr(code) in "_-" else 0x2D if chr(code) in "'`" else 0x20
    for code in range(256)
)
# And apostrophes, which may be left out as well.
_OTHER_HYPHENS: Final = tuple(sign.encode() for sign in "\u2010\u2011’‘´")
_INSIDE_A_NAME: Final = re.compile(r"(?<=[^\W\d_])['`’‘´\u2010\u2011-](?=[^\W\d_])")
_TAG: Final = re.compile("<[!/?a-zA-Z][^<>]*>")
_JOINER: Final = "\u200c"
_PARTED: Final = re.compile("[\u200b\u200c\u2060]")
_ARABIC: Final = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_NUMBER: Final = re.compile(r"\d(?:[\s().\-\u2010-\u2015/]{0,3}\d){6,}")
_TELLING_DIGITS: Final = 9  # at the end of a telephone number: what stands before is said or left out
_OF_NAMES: Final = ("gil", "ciyez", "cigaz", "cagiz")  # endings that only people's names have
_ENDING: Final = re.compile(
    "(?:"
    + "|".join(sorted({*_OF_NAMES, *(one for row in ENDINGS.values() for one in row)}, key=len, reverse=True))
    + ")+"
)
_LONGEST_ENDINGS: Final = 10  # letters of all endings together
_NAME_WORDS: Final = 2
_FATHERS_NAME: Final = re.compile(  # “Leyla Rəşid qızı Quliyeva”
    r"(?<=\w)\s\w+\s(?:qızı|oğlu|qizi|oglu|кызы|оглы|قیزی|اوغلو)\b|(?<=\w)\s\w+(?:ovna|evna|ovi[cç]h?|evi[cç]h?|овна|евна|ович|евич)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"([^\W\d_]{1,4})(\d{5,})")
_MOST_KNOWN: Final = 60_000  # words, about 6 MB

Phrase = tuple[str, ...]
Entry = tuple[SecretKind, str, Phrase, int]  # kind, value, its words, and which of them is searched


class Needles:
    """Searches texts for the values."""

    def __init__(self, secrets: Secrets) -> None:
        self._by_trigger: dict[str, list[Entry]] = {}
        self._digests: dict[bytes, Hit] = {}
        self._numbers: list[tuple[str, Hit]] = []
        for kind, value in secrets.values():
            for words in _forms(kind, value):
                self._add(kind, value, words, _trigger(kind, value, words))
            if number := _number(value):
                self._numbers.append((number[-_TELLING_DIGITS:], Hit(kind, value)))
            if kind in ("account", "account e-mail"):
                self._add_hashes(kind, value)
        self._beginnings = {trigger[:SHORTEST] for trigger in self._by_trigger if len(trigger) >= SHORTEST}
        self._clean: set[bytes] = set()  # parts of texts that say nothing

    def _add(self, kind: SecretKind, value: str, words: Phrase, trigger: str) -> None:
        self._by_trigger.setdefault(trigger, []).append((kind, value, words, words.index(trigger)))

    def _add_hashes(self, kind: SecretKind, value: str) -> None:
        for digest in hashes_of(value):
            for words in set(words_of_hash(digest)):
                self._add(kind, value, words, max(words, key=lambda word: (len(word), _rarity(word))))
            self._digests[digest] = Hit(kind, value)

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the values that the text says."""
        if not self._by_trigger:
            return
        yield from self._find_numbers(text)
        yield from self._find_bytes(text)
        parts = _parts_of(text)
        parts -= self._clean
        if not parts:
            return
        found = set(_words(b" ".join(map(_readings, parts))))
        hidden: set[str] = set()
        several: dict[str, list[Entry]] = {}
        for word in found:
            entries = self._entries(word)
            if entries:
                hidden.add(word)
            yield from (Hit(kind, value) for kind, value, words, _ in entries if len(words) == 1)
            if more := [entry for entry in entries if len(entry[2]) > 1]:
                several[word] = more
        if several:
            for words in _orders_of_words(text):
                yield from _in_order(words, several)
        if len(self._clean) > _MOST_KNOWN:
            self._clean.clear()
        self._clean |= parts if not hidden else {part for part in parts if hidden.isdisjoint(_words(_readings(part)))}

    def _find_numbers(self, text: str) -> Iterator[Hit]:
        if not self._numbers:
            return
        for run in _NUMBER.findall(text):
            digits = _digits_of(run)
            yield from (hit for number, hit in self._numbers if number in digits)

    def _find_bytes(self, text: str) -> Iterator[Hit]:
        if self._digests:
            for content in byte_by_byte(text):
                yield from self.find_digests(content)

    def find_digests(self, content: bytes) -> Iterator[Hit]:
        """Yield the e-mail addresses of which the bytes are a hash."""
        if content in self._digests:
            yield self._digests[content]

    def _entries(self, word: str) -> list[Entry]:
        return [
            entry for key in keys_of(word) for trigger in self._triggers(key) for entry in self._by_trigger[trigger]
        ]

    def _triggers(self, key: str) -> Iterator[str]:
        """The triggers that a word is: as it stands, or with endings behind it."""
        if key in self._by_trigger:
            yield key
        if len(key) > SHORTEST and key[:SHORTEST] in self._beginnings:
            for length in range(max(SHORTEST, len(key) - _LONGEST_ENDINGS), len(key)):
                if key[:length] in self._by_trigger and _ENDING.fullmatch(key, length):
                    yield key[:length]


def _orders_of_words(text: str) -> Iterator[Sequence[str]]:
    """The words of the text, also without tags, since a part of a name may be bold, without fathers' names in the middle, and
    with what hyphens and apostrophes join as one."""
    yield WORD.findall(text)
    bare = text
    if "<" in text:
        bare = _TAG.sub(" ", text)
        yield WORD.findall(bare)
    if (shorter := _FATHERS_NAME.sub(" ", text)) != text:
        yield WORD.findall(shorter)
    if (whole := _INSIDE_A_NAME.sub("", bare)) != bare:
        yield WORD.findall(whole)


def _parts_of(text: str) -> set[bytes]:
    """The text cut where ASCII has no letter and no hyphen."""
    raw = text.encode(errors="surrogatepass")
    for hyphen in _OTHER_HYPHENS:
        if hyphen in raw:
            raw = raw.replace(hyphen, b"-")
    return set(raw.translate(_PARTING).split())


def _readings(part: bytes) -> bytes:
    """What hyphens join, one by one and two by two: a line may end inside a word."""
    if b"-" not in part:
        return part
    pieces = part.split(b"-")
    return b" ".join([*pieces, *map(b"".join, pairwise(pieces))])


def _words(part: bytes) -> list[str]:
    return WORD.findall(part.decode(errors="surrogatepass"))


def keys_of(word: str) -> Iterable[str]:
    """Return what a word is compared by: folded, in its parts, as it looks, and in the letters of the other script."""
    if "_" in word:
        return dict.fromkeys(key for part in (word, *word.split("_")) if part for key in keys_of(part.replace("_", "")))
    if word.isascii():
        return (word.lower(),)
    plain = seen(word)
    keys = [fold(plain, level=3)]
    if _PARTED.search(word):
        keys += (fold(seen(part), level=3) for part in _PARTED.split(word) if part)
    if _ARABIC.search(plain):
        keys += (across_scripts(plain, code) for code in ("azb", "fa"))
    if look := in_latin_look(plain):
        keys += (fold(look, level=3), across_scripts(plain, "az"))
    return dict.fromkeys(key for key in keys if key)


def _digits_of(run: str) -> str:
    return "".join(sign for sign in ascii_digits(run) if sign.isdigit())


def _number(value: str) -> str:
    """The digits of a value that is a number, such as one of a telephone; else nothing."""
    return _digits_of(value) if _NUMBER.fullmatch(value.strip().removeprefix("+")) else ""


def _forms(kind: SecretKind, value: str) -> Iterator[Phrase]:
    """Yield the words of a value: as written, joined, and in a-z when it has letters of the Arabic script.

    A name of two words is also known with its surname first, and an address of mail with “at” and “dot”.
    """
    words = _folded_words(value)
    forms = [words, ("".join(words),)]
    if kind == "word":
        whole = _folded_words(_INSIDE_A_NAME.sub("", value))  # “Mə'sumə” is “Məsumə”
        forms.append(whole)
        forms += (name[::-1] for name in (words, whole) if len(name) == _NAME_WORDS and all(map(str.isalpha, name)))
    if kind == "account e-mail":
        own, _, domain = value.partition("@")
        for name, place in ((own, domain), (own, _spoken(domain)), (_spoken(own), _spoken(domain))):
            forms.append(_folded_words(f"{name} at {place}"))
    if numbered := _NUMBERED.fullmatch(value):  # of a passport, whose letters may stand apart
        forms.append(_folded_words(" ".join(numbered.groups())))
    forms.append((value.encode().hex(),))
    if _JOINER in value:
        forms.append(_folded_words(value.replace(_JOINER, " ")))
    if _ARABIC.search(value):
        forms += (tuple(across_scripts(value, code).split()) for code in ("azb", "fa"))
    yield from (form for form in dict.fromkeys(forms) if sum(map(len, form)) >= SHORTEST - 1)


def _spoken(address: str) -> str:
    return address.replace(".", " dot ")


def _folded_words(value: str) -> Phrase:
    words = WORD.findall(ascii_digits(value).replace("_", " "))
    return tuple(key for word in words if (key := fold(seen(word), level=3)))


def _trigger(kind: SecretKind, value: str, words: Phrase) -> str:
    """The word by which the value is searched: the longest; of an address the longest of its own part."""
    if kind == "account e-mail" and "@" in value:
        own = tuple(fold(word, level=3) for word in WORD.findall(value.partition("@")[0]))
        words = tuple(word for word in words if word in own and not word.isdigit()) or words
    return max(words, key=_rarity)


def _rarity(word: str) -> tuple[bool, int]:
    """Words of letters and digits are rarer than long ones, and numbers stand everywhere."""
    return not word.isdigit() and any(sign.isdigit() for sign in word), 0 if word.isdigit() else len(word)


def _in_order(said: Sequence[str], several: Mapping[str, Sequence[Entry]]) -> Iterator[Hit]:
    """Yield the values whose other words stand around the one that was found."""
    for place, word in enumerate(said):
        for kind, value, words, searched in several.get(word, ()):
            if _stand(words, said, place - searched, searched) or ("_" in word and _stand_within(words, word)):
                yield Hit(kind, value)


def _stand(words: Phrase, said: Sequence[str], start: int, found: int) -> bool:
    if start < 0 or start + len(words) > len(said):
        return False
    last = len(words) - 1
    return all(
        (number == found and number != last) or _says(keys_of(said[start + number]), word, may_end=number == last)
        for number, word in enumerate(words)
    )


def _stand_within(words: Phrase, name: str) -> bool:
    """Whether the words stand in a name such as a file's, whose words are joined by lines."""
    parts = [part for part in name.split("_") if part]
    return any(_stand(words, parts, start, -1) for start in range(len(parts) - len(words) + 1))


def _says(keys: Iterable[str], word: str, *, may_end: bool) -> bool:
    return any(
        key == word
        or (
            may_end
            and key.startswith(word)
            and len(key) - len(word) <= _LONGEST_ENDINGS
            and _ENDING.fullmatch(key, len(word))
        )
        for key in keys
    )
