"""Text as runs: never markup, so that every press renders the same words safely."""

from collections.abc import Iterable
from typing import NewType

import msgspec

Address = NewType("Address", str)  # "https://…", "mailto:…" or "story:k3v9q2aa"


class Run(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """Some words that look and link alike.

    `text` may hold line breaks (`\\n`). `link` is empty, `story:ID`, or an address that begins with http:, https: or
    mailto:. `language` is empty unless the words are in another language than what surrounds them. `note` is the number
    of a footnote (from 1) whose mark stands here; such a run has no text.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    link: Address = Address("")
    language: str = ""
    note: int = 0


Text = tuple[Run, ...]

STORY_LINK = "story:"


def plain(words: str) -> Text:
    """Return the words as text without any mark; empty words give empty text."""
    return (Run(text=words),) if words else ()


def words_of(text: Text) -> str:
    """Return the bare words of a text, footnote marks left out."""
    return "".join(run.text for run in text)


def linked_stories(texts: Iterable[Text]) -> tuple[str, ...]:
    """Return the ids of the stories that the texts link to, in order and once each."""
    found = (run.link.removeprefix(STORY_LINK) for text in texts for run in text if run.link.startswith(STORY_LINK))
    return tuple(dict.fromkeys(found))
