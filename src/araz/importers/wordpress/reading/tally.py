"""Counts what a file holds about people, which nobody needs again: only the numbers leave this folder."""

from collections import Counter
from typing import Final, Literal

from araz.importers.wordpress.reading import twice
from araz.importers.wordpress.reading.notes import FileNotes

Personal = Literal[
    "e-mail",
    "IP address",
    "web site",
    "browser",
    "comment field",
    "author e-mail",
    "address in a text",
    "author profile",
]
_WORDS: Final[dict[Personal, tuple[str, str]]] = {
    "e-mail": ("e-mail address of a commenter", "e-mail addresses of commenters"),
    "IP address": ("IP address", "IP addresses"),
    "web site": ("web site of a commenter", "web sites of commenters"),
    "browser": ("name of a browser", "names of browsers"),
    "comment field": ("other field of a comment", "other fields of comments"),
    "author e-mail": ("e-mail address of an author", "e-mail addresses of authors"),
    "address in a text": ("text with an address of somebody in it", "texts with an address of somebody in them"),
    "author profile": ("profile of a co-author", "profiles of co-authors"),
}


class Tally:
    """What was left behind in one file."""

    def __init__(self) -> None:
        self.personal: Counter[Personal] = Counter()
        self.encoded_twice = 0  # texts
        self.fields = 0  # of posts, outside of KEPT_META
        self.comments: Counter[str] = Counter()  # by why they were left out

    def mended(self, text: str) -> str:
        """Return a text with letters that were encoded twice put right, and count it."""
        right = twice.mended(text)
        self.encoded_twice += right is not text
        return right

    def tell(self, notes: FileNotes) -> None:
        if self.encoded_twice:
            what = f"Letters that had been encoded twice (“Ä±” for “ı”) were put right, in so many texts: {self.encoded_twice:,}."
            notes.tell("repaired", what)
        if self.personal:
            notes.tell("dropped", f"Personal data was left behind: {_listed(self.personal)}.")
        if self.fields:
            notes.tell("dropped", f"Fields of plug-ins and themes at posts were left behind: {self.fields:,}.")
        for why, count in sorted(self.comments.items()):
            notes.tell("left out", f"Comments that WordPress holds as {why} were left out: {count:,}.")


def _listed(counts: Counter[Personal]) -> str:
    return ", ".join(f"{counts[what]:,} {words[counts[what] > 1]}" for what, words in _WORDS.items() if counts[what])
