"""The values of `Secrets`, made comparable once, and searched word by word.

A text is cut into words, and each word that was not seen before is folded and looked up: what a natural language says
is soon known, so that a page costs what is new in it. A value of several words is searched by its longest one, and the
rest only when that is there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import md5, sha1, sha256
from typing import Final

from araz.contracts import Hit, SecretKind
from araz.language.digits import ascii_digits
from araz.language.endings import ENDINGS
from araz.language.folding import across_scripts, fold
from araz.leaks.secrets import SHORTEST, Secrets

# A word with what joins its letters or is not seen between them, so that neither hides it.
_JOINERS: Final = "\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
WORD: Final = re.compile(f"[\\w{_JOINERS}]+")
# Cuts UTF-8 where ASCII has no letter, which is ten times as fast as finding words; signs of other tables stay with a part.
_PARTING: Final = bytes(
    code if code >= 0x80 or chr(code).isalnum() or code == ord("_") else 0x20 for code in range(256)
)
_TAG: Final = re.compile("<[!/?a-zA-Z][^<>]*>")
_PARTED: Final = re.compile("[\u200b\u200c\u2060]")
_ARABIC: Final = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_ENDING: Final = re.compile(
    "(?:" + "|".join(sorted({one for row in ENDINGS.values() for one in row}, key=len, reverse=True)) + ")+"
)
_LONGEST_ENDINGS: Final = 10  # letters of all endings together
_MOST_KNOWN: Final = 60_000  # words, about 6 MB

Phrase = tuple[str, ...]
Entry = tuple[SecretKind, str, Phrase, int]  # kind, value, its words, and which of them is searched


class Needles:
    """Searches texts for the values."""

    def __init__(self, secrets: Secrets) -> None:
        self._by_trigger: dict[str, list[Entry]] = {}
        self._digests: dict[bytes, Hit] = {}
        for kind, value in secrets.values():
            for words in _forms(value):
                self._add(kind, value, words, _trigger(kind, value, words))
        for email in secrets.emails:
            self._add_hashes(email)
        self._beginnings = {trigger[:SHORTEST] for trigger in self._by_trigger if len(trigger) >= SHORTEST}
        self._clean: set[bytes] = set()  # parts of texts that say nothing

    def _add(self, kind: SecretKind, value: str, words: Phrase, trigger: str) -> None:
        self._by_trigger.setdefault(trigger, []).append((kind, value, words, words.index(trigger)))

    def _add_hashes(self, email: str) -> None:
        for written in {email, email.strip().lower()}:
            for make in (md5, sha1, sha256):
                digest = make(written.encode(), usedforsecurity=False)
                self._add("account e-mail", email, (digest.hexdigest(),), digest.hexdigest())
                self._digests[digest.digest()] = Hit("account e-mail", email)

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the values that the text says."""
        if not self._by_trigger:
            return
        parts = set(text.encode(errors="surrogatepass").translate(_PARTING).split())
        parts -= self._clean
        if not parts:
            return
        found = set(WORD.findall(b" ".join(parts).decode(errors="surrogatepass")))
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
            yield from _in_order(WORD.findall(text), several)
            if "<" in text:  # a name of which a part is set in bold
                yield from _in_order(WORD.findall(_TAG.sub(" ", text)), several)
        if len(self._clean) > _MOST_KNOWN:
            self._clean.clear()
        self._clean |= parts if not hidden else {part for part in parts if hidden.isdisjoint(_words(part))}

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


def _words(part: bytes) -> list[str]:
    return WORD.findall(part.decode(errors="surrogatepass"))


def keys_of(word: str) -> Iterable[str]:
    """Return what a word is compared by: folded, in its parts, and in the letters of the other script."""
    if "_" in word:
        return dict.fromkeys(key for part in (word, *word.split("_")) if part for key in keys_of(part.replace("_", "")))
    if word.isascii():
        return (word.lower(),)
    keys = [fold(word, level=3)]
    if _PARTED.search(word):
        keys += (fold(part, level=3) for part in _PARTED.split(word) if part)
    if _ARABIC.search(word):
        keys += (across_scripts(word, code) for code in ("azb", "fa"))
    return dict.fromkeys(key for key in keys if key)


def _forms(value: str) -> Iterator[Phrase]:
    """Yield the words of a value: as written, joined, and in a-z when it has letters of the Arabic script."""
    words = tuple(
        key for word in WORD.findall(ascii_digits(value).replace("_", " ")) for key in (fold(word, level=3),) if key
    )
    forms = [words, ("".join(words),)]
    if _ARABIC.search(value):
        forms += (tuple(across_scripts(value, code).split()) for code in ("azb", "fa"))
    yield from (form for form in dict.fromkeys(forms) if sum(map(len, form)) >= SHORTEST - 1)


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
            if "_" in word and _says(keys_of(word), "".join(words), may_end=True):
                yield Hit(kind, value)
            if _stand(words, said, place - searched, searched):
                yield Hit(kind, value)


def _stand(words: Phrase, said: Sequence[str], start: int, found: int) -> bool:
    if start < 0 or start + len(words) > len(said):
        return False
    last = len(words) - 1
    return all(
        (number == found and number != last) or _says(keys_of(said[start + number]), word, may_end=number == last)
        for number, word in enumerate(words)
    )


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
