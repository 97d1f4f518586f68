"""The words of a story as searches compare them, and how much each says about the story."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from araz.edition.story import Story, texts_in
from araz.edition.text import words_of
from araz.language.folding import index_words

IN_BODY, OFTEN_IN_BODY, IN_STANDFIRST, IN_HEADLINE = range(4)  # what a word's place is worth, ascending
_OFTEN: Final = 3
_LONGEST: Final = 40  # letters; longer ones are parts of addresses and codes
_MOST_KEPT: Final = 100_000


class TermReader:
    """Finds the terms of texts in one language. What it has folded once it keeps, up to a bound."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, tuple[str, ...]] = {}

    def terms(self, token: str) -> tuple[str, ...]:
        """Return the terms of what stands between two spaces."""
        found = self._known.get(token)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            terms = index_words(token, self._language)
            found = self._known[token] = tuple(sorted(term for term in terms if len(term) <= _LONGEST))
        return found

    def worth(self, story: Story, names: Iterable[str]) -> dict[str, int]:
        """Return the terms of a story with the worth of the best place where each stands.

        `names` are what its page says besides: bylines, place, topics.
        """
        often: Counter[str] = Counter()
        body = Counter(" ".join(words_of(text) for text in texts_in(story)).split())
        for token, times in body.items():
            for term in self.terms(token):
                often[term] += times
        worth = {term: OFTEN_IN_BODY if times >= _OFTEN else IN_BODY for term, times in often.items()}
        self._raise(worth, " ".join((story.standfirst, *names)), IN_STANDFIRST)
        self._raise(worth, story.headline, IN_HEADLINE)
        return worth

    def _raise(self, worth: dict[str, int], text: str, to: int) -> None:
        for token in text.split():
            for term in self.terms(token):
                worth[term] = to
