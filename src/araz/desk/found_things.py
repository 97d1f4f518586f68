"""What stands in stories that are held back, shown to those who may read them anyway: an address, a time, never a secret.

It is kept nowhere: the text of the story is read again, and what has the hash of the finding is it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from django.conf import settings

from araz.desk import preview
from araz.desk.held_words import SHOWN
from araz.desk.proof_key import proof_key
from araz.edition.names import StoryId
from araz.edition.reader import StoreReader
from araz.leaks.proofreader import Proofreader
from araz.pressroom.examining import texts_by_place
from araz.pressroom.holds import ANYWHERE

LONGEST: Final = 80


class FoundThings:
    """Reads held stories again, each once."""

    def __init__(self, reader: StoreReader) -> None:
        self._reader = reader
        self._proofreader = Proofreader(key=proof_key(settings.SECRET_KEY))
        self._read: dict[str, dict[str, str]] = {}

    def value(self, story: str, digests: Iterable[str]) -> str:
        """Return what has one of the hashes in the story, or begins what has; empty if the text says it no longer."""
        if story not in self._read:
            self._read[story] = dict(self._values(story))
        found = (self._read[story][digest] for digest in digests if digest in self._read[story])
        value = next(found, "")
        return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"

    def _values(self, story: str) -> Iterator[tuple[str, str]]:
        now, digest = self._reader.story(StoryId(story)), self._proofreader.digest
        if now is None:
            return
        for _place, text in texts_by_place(now, self._reader.comments(StoryId(story))):
            for hit in self._proofreader.read(text):
                if hit.kind in SHOWN:
                    yield digest(ANYWHERE, hit), hit.value
                    yield digest(story, hit), hit.value


@contextmanager
def found_things() -> Iterator[FoundThings]:
    """Read in the newsroom's edition, which has the stories as they are to be printed."""
    with preview.edition() as reader:
        yield FoundThings(reader)
