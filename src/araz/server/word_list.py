"""How the passphrase of the list of words comes in: from a file that is named in the environment, or by hand."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from araz.leaks.word_list import FILE, WordsSealed, opened
from araz.server.newsroom import Newsroom

KEY_FILE: Final = "ARAZ_WORDS_KEY_FILE"  # names a file whose first line is the passphrase


def given_passphrase() -> str:
    """Return the passphrase that the environment leads to; empty if it leads to none. Raises WordsSealed."""
    name = os.environ.get(KEY_FILE, "")
    if not name:
        return ""
    try:
        return Path(name).read_text(encoding="utf-8").split("\n", 1)[0].strip()
    except OSError as error:
        raise WordsSealed(
            f"The file that {KEY_FILE} names can't be read: {error.strerror}. Correct it, or leave it out."
        ) from error


def words_of(newsroom: Newsroom, ask: Callable[[], str]) -> tuple[str, ...] | None:
    """Open the list into memory; None if there is one that nobody opens. Raises WordsSealed.

    `ask` is called where somebody sits at the terminal; an empty answer leaves the list sealed.
    """
    file = newsroom.folder / FILE
    if not file.exists():
        return ()
    passphrase = given_passphrase() or (ask() if sys.stdin.isatty() else "")
    return opened(file, passphrase) if passphrase else None
