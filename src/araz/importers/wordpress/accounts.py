"""Where texts and addresses speak of the old site's accounts.

Only names that can be told from a word are looked for: “editor” or “eli” in a sentence says nothing of an account. Some can be
nothing else, since they have a digit or a sign inside: `mehriban82`, `sona.el`. These are taken out of what readers see; of
the others, which may be somebody's chosen name, the operator is told.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_letters
from typing import Final
from urllib.parse import unquote

from araz.importers.wordpress.addresses import parts_of
from araz.importers.wordpress.reading.name_endings import may_follow
from araz.importers.wordpress.reading.people import nicename, without_overlaps
from araz.language.folding import fold
from araz.language.wanted import Span, cut

_FEWEST_LETTERS: Final = 5
_FEWEST_OF_WORD: Final = 3  # shorter ones are in every text
_ORDINARY: Final = frozenset(
    "admin administrator author authors editor editors editorial redaktor redaksiya redaksiyon moderator manager webmaster "
    "wordpress contributor subscriber reporter journalist writer guest staff support office newsroom website"
    " press agency archive".split()
)
_WORD: Final = re.compile(r"[^\W_]+")
_NO_WORD: Final = re.compile(r"(?=(?:.*[^\W\d_]){3})(?:.*\w[._@]\w|.*\d)", re.DOTALL)
_BEFORE: Final = r"(?:(?<![^\W_])|(?<=%[2-7][0-9a-f])|(?<=%25[2-7][0-9a-f]))"  # %2Fmehriban82%2F
_AFTER: Final = r"(?![^\W_])"
_MOST_LINKS: Final = 4
_HIDDEN: Final = "…"
_SMALL_OR_BLANK: Final = bytes(
    ord(letter.lower()) if (letter := chr(byte)) in ascii_letters else 32 for byte in range(256)
)


class Accounts:
    """The names of accounts, as they are learnt from the files."""

    def __init__(self) -> None:
        self._by_ascii: dict[bytes, set[str]] = {}  # by the longest word in a-z of each
        self._by_word: dict[str, set[str]] = {}  # those without one, by their first word
        self._all: set[str] = set()
        self._of_site: set[str] = set()  # what readers call the paper itself, as letters alone

    def learn_site(self, address: str, title: str) -> None:
        """Remember the paper's own names: an account may be called `araz24.example`, as the paper is."""
        host = (parts_of(address).hostname or "").removeprefix("www.")
        self._of_site |= {_letters_of(name) for name in (host, host.partition(".")[0], title)}

    def learn(self, login: str) -> None:
        """Remember an account by its name, and by what WordPress makes of that for addresses, also of ə and ü."""
        plain, in_addresses = _small(login.strip()), nicename(_small(login.strip()))
        if plain not in self._all:
            self._all |= {plain, in_addresses}
            for name in {plain, in_addresses, in_addresses if in_addresses.isascii() else _in_ascii(in_addresses)}:
                self._learn_name(name)

    def _learn_name(self, name: str) -> None:
        if len(name) < _FEWEST_LETTERS or name in _ORDINARY or not _WORD.search(name):
            return
        ascii_word = _surest(_ascii_words(name), name)
        if len(ascii_word) >= _FEWEST_OF_WORD:
            self._by_ascii.setdefault(ascii_word, set()).add(name)
        else:
            self._by_word.setdefault(_WORD.findall(name)[0], set()).add(name)

    def has(self, name: str) -> bool:
        """Whether this is the name of an account, however short it is."""
        return _small(name.strip()) in self._all

    def are_in(self, text: str) -> bool:
        """Whether the text has the name of an account as a word of its own, %-signs or not."""
        plain, names = self._possible(text)
        return any(_pattern(name).search(plain) for name in names)

    def hidden_in(self, text: str) -> str:
        """Return the text with “…” for each name of an account."""
        _, names = self._possible(text)
        return cut(text, _spans(text, names), _HIDDEN) if names else text

    def spans_of_certain(self, text: str) -> list[Span]:
        """Return where names of accounts stand that can be nothing else, in order and without overlaps."""
        return _spans(text, filter(self._is_certain, self._possible(text)[1]))

    def _is_certain(self, name: str) -> bool:
        return bool(_NO_WORD.match(name)) and _letters_of(name) not in self._of_site

    def _possible(self, text: str) -> tuple[str, list[str]]:
        """Return the text in small letters without %-signs, and those names that are in it, if only within longer words.

        Mostly there are none, whatever the number of accounts; then that text is nothing.
        """
        text = unquoted(text) if "%" in text else text
        found: set[str] = set()
        if self._by_ascii:
            for word in self._by_ascii.keys() & _ascii_words(text.replace("İ", "i").replace("ı", "i")):
                found |= self._by_ascii[word]
        if self._by_word:
            for other in self._by_word.keys() & _WORD.findall(_small(text)):
                found |= self._by_word[other]
        plain = _small(text) if found else ""
        return plain, [name for name in found if name in plain or "'" in name]


def _spans(text: str, names: Iterable[str]) -> list[Span]:
    return without_overlaps(found.span() for name in names for found in _pattern(name).finditer(text))


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    """The name, with what may stand behind it: a word may be another account's, but an ending may follow what is no word."""
    after = f"(?={may_follow(name)}{_AFTER})" if _NO_WORD.match(name) else _AFTER
    round_or_straight = re.escape(name).replace("'", "['’]")  # as the quotes of a text were made
    return re.compile(f"{_BEFORE}{round_or_straight}{after}", re.IGNORECASE)


def unquoted(text: str) -> str:
    """Without %-signs, also those of a link that was put into another link, and that into a third."""
    for _ in range(_MOST_LINKS):
        text = unquote(text)
        if "%25" not in text:
            break
    return unquote(text)


def _small(text: str) -> str:
    """In small letters; İ and ı are i, as in names of accounts."""
    return text.replace("İ", "i").casefold().replace("ı", "i")


def _in_ascii(name: str) -> str:
    """As WordPress writes it in addresses: `gulnare` for `gülnarə`."""
    return "-".join(fold(part) for part in name.split("-"))


def _letters_of(name: str) -> str:
    return "".join(_WORD.findall(name.casefold()))


def _ascii_words(text: str) -> list[bytes]:
    """What of the text is in a-z, in small letters: found in a third of the time that words of all alphabets take. Digits part `82nin`, too."""
    return text.encode("utf-8", "replace").translate(_SMALL_OR_BLANK).split()


def _surest(words: list[bytes], name: str) -> bytes:
    """The longest of the name's words by which it can be found: in a text, the last one may go on with an ending."""
    whole = words if name[-1:].isdigit() else words[:-1]
    long_enough = [word for word in whole if len(word) >= _FEWEST_OF_WORD]
    return max(long_enough or words, key=len, default=b"")
