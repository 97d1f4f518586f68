"""A story's lasting name in addresses and on disks, made from its headline."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from araz.language import table
from araz.language.romanization import romanized

MAX_LENGTH: Final = 43  # with ".html" a name has 48 characters: discs and old file systems take 64 with what is added
MIN_LENGTH: Final = 16  # a reserved name with its ending has room
NAMELESS: Final = "story"  # a headline of signs alone
_ENDING: Final = "-story"

_BREAK: Final = re.compile(r"[^\w'’ʼ‘`\u0301\u200c\u200d\u064b-\u065f\u0670]+|_+")
_JOINED_BY_SIGN: Final = re.compile("['’ʼ‘`]")
_DEVICE: Final = re.compile(r"con|prn|aux|nul|conin|conout|clock|(?:com|lpt)\d")  # Windows opens a machine, not a file
_OF_THE_SITE: Final = re.compile(
    r"index|feed|archive|search|t|b|v|\d{4}|(?:.*-)?\d{4}-\d{2}(?:-\d)?"
)  # lists, months, volumes


def slug(text: str, language: str, max_length: int = MAX_LENGTH) -> str:
    """Return a name of a-z, 0-9 and single hyphens that is not empty, cut between words where it can be.

    Never a name that the site itself or Windows takes. Two texts may give the same slug: who asks must number it.
    """
    table.language(language)
    if max_length < MIN_LENGTH:
        raise ValueError(f"A slug of at most {max_length} characters is too short. Allow {MIN_LENGTH} or more.")
    name = _cut(words_of(text, language), max_length) or NAMELESS
    return f"{_cut(iter(name.split('-')), max_length - len(_ENDING))}{_ENDING}" if is_reserved(name) else name


def is_reserved(name: str) -> bool:
    """Whether a story or list of this name would lie where the site has another page, or where Windows has a device."""
    return bool(_DEVICE.fullmatch(name) or _OF_THE_SITE.fullmatch(name))


def words_of(text: str, language: str) -> Iterator[str]:
    """Yield the words of a text in a-z and 0-9."""
    for word in _BREAK.split(unicodedata.normalize("NFC", text)):
        if romanized_word := romanized(_JOINED_BY_SIGN.sub("", word), language):
            yield romanized_word


def _cut(words: Iterator[str], max_length: int) -> str:
    name = ""
    for word in words:
        if not name:
            name = word[:max_length]
        elif len(name) + 1 + len(word) <= max_length:
            name = f"{name}-{word}"
        else:
            break
    return name
