"""Puts a segment together: which story has which words, spread over files by the words' beginnings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from araz.language.folding import alike
from araz.presses.search.coding import WORTHS, write_shard
from araz.presses.search.parting import STORIES_OF_A_BLOCK


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """What a page of results shows of a story, in this order."""

    path: str  # without the language: `2026/11/slug.html`
    day: int
    date: str  # as readers see it
    label: str  # what kind of story it is, or its section
    headline: str
    standfirst: str
    is_voice: int  # 1 for an opinion, which is set lightly


@dataclass(frozen=True, slots=True)
class Bound:
    """A segment ready for printing."""

    shards: tuple[str, ...]
    blocks: tuple[tuple[Entry, ...], ...]


def bind(stories: Iterable[tuple[dict[str, int], Entry]], shards: int) -> Bound:
    """Bind stories in their order: the terms of each with their worth, and its entry."""
    found: dict[str, list[int]] = defaultdict(list)
    entries = []
    for number, (worth, entry) in enumerate(stories):
        entries.append(entry)
        for term, value in worth.items():
            found[term].append(number * WORTHS + value)
    spread: list[list[tuple[str, Sequence[int]]]] = [[] for _ in range(shards)]
    for term in sorted(found):
        spread[shard_of(term, shards)].append((term, found[term]))
    starts = range(0, len(entries), STORIES_OF_A_BLOCK)
    return Bound(
        shards=tuple(write_shard(terms) for terms in spread),
        blocks=tuple(tuple(entries[start : start + STORIES_OF_A_BLOCK]) for start in starts),
    )


def shard_of(term: str, shards: int) -> int:
    """Return the shard of a term: by its first two letters, so that it is found with all words that begin alike.

    Letters that sound alike count as one here, since a search looks for those too.
    """
    begins = alike(term)[:2]
    first, second = (ord(letter) for letter in begins.ljust(2, "\0")[:2])
    return ((first * 31 + second) * 40_503 >> 5) % shards
