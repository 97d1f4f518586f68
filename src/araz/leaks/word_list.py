"""The newsroom's own list of words that must never appear: sealed with age to a passphrase, opened into memory only."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pyrage

FILE: Final = "words.age"
_PRIVATE: Final = 0o600
# Before age opens what a passphrase seals it measures how long that would take here, and refuses what seems too long. On a busy
# machine it measures wrongly.
_TOO_SLOW: Final = "Excessive work"
_TRIES: Final = 5
_PAUSE_S: Final = 2


class WordsSealed(Exception):
    """The list can't be opened with what was given; the message says what to do."""


def seal(file: Path, words: tuple[str, ...], passphrase: str) -> None:
    """Write the list anew, whole or not at all. Raises WordsSealed for an empty passphrase."""
    if not passphrase:
        raise WordsSealed(
            "A list of words needs a passphrase. Choose one of several words and keep it apart from the machine."
        )
    sealed = pyrage.passphrase.encrypt("\n".join(words).encode(), passphrase)
    unfinished = file.with_name(file.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(sealed)
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.rename(file)


def opened(file: Path, passphrase: str, *, pause: Callable[[float], object] = time.sleep) -> tuple[str, ...]:
    """Return the words, in their order. Raises WordsSealed."""
    sealed = file.read_bytes()
    for _ in range(_TRIES):
        try:
            return read_words(bytes(pyrage.passphrase.decrypt(sealed, passphrase)).decode())
        except (pyrage.DecryptError, UnicodeDecodeError) as error:
            if _TOO_SLOW not in str(error):
                raise WordsSealed(
                    "That passphrase does not open the list of words. Try again, or seal a new list."
                ) from error
        pause(_PAUSE_S)
    raise WordsSealed(
        "The list of words was sealed on a much faster machine, or this one is too busy to open it. "
        "Try again when it is not, or seal the list anew on this machine."
    )


def read_words(text: str) -> tuple[str, ...]:
    """Return the words of a list: one on each line, what begins with # left out."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
