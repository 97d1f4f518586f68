"""Where texts and addresses speak of the old site's accounts.

Only names that can be told from a word are looked for: “editor” or “eli” in a sentence says nothing of an account.
"""

import re
from typing import Final
from urllib.parse import unquote

from araz.importers.wordpress.reading.people import nicename

_FEWEST_LETTERS: Final = 5
_ORDINARY: Final = frozenset(
    "admin administrator author authors editor editors editorial redaktor redaksiya redaksiyon moderator manager webmaster "
    "wordpress contributor subscriber reporter journalist writer guest staff support office newsroom website"
    " press agency archive".split()
)
_WORD: Final = re.compile(r"[^\W_]+")
_HIDDEN: Final = "…"


class Accounts:
    """The names of accounts, as they are learnt from the files."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[str, re.Pattern[str]]] = {}  # by the first word of each

    def learn(self, login: str) -> None:
        """Remember an account by its name, and by what WordPress makes of that for addresses."""
        for name in {login.strip().casefold(), nicename(login.strip())}:
            self._learn_name(name)

    def _learn_name(self, name: str) -> None:
        words = _WORD.findall(name)
        if len(name) < _FEWEST_LETTERS or name in _ORDINARY or not words:
            return
        named = self._by_word.setdefault(words[0], {})
        if name not in named:
            named[name] = re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])")

    def are_in(self, text: str) -> bool:
        """Whether the text has the name of an account as a word of its own, %-signs or not."""
        plain = _plain(text)
        return any(pattern.search(plain) for pattern in self._possible(plain))

    def hidden_in(self, text: str) -> str:
        """Return the text with “…” for each name of an account."""
        plain = text.casefold()
        for pattern in self._possible(plain):
            text = re.sub(pattern.pattern, _HIDDEN, text, flags=re.IGNORECASE)
        return text

    def _possible(self, plain: str) -> list[re.Pattern[str]]:
        """The patterns of those names whose first word is in the text: mostly none, whatever the number of accounts."""
        words = self._by_word.keys() & set(_WORD.findall(plain)) if self._by_word else ()
        return [pattern for word in sorted(words) for pattern in self._by_word[word].values()]


def _plain(text: str) -> str:
    return (unquote(text) if "%" in text else text).casefold()
