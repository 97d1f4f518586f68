"""What is to be erased, and what of it the edition keeps: for each kind one way of looking and one of taking out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, Protocol

import msgspec

from araz.desk.erasing import documents, pictures, stories, words
from araz.desk.erasing.finds import Finds, Progress
from araz.desk.moment import public_moment
from araz.edition.comments import Comment
from araz.edition.erasure import Erasure, stone_for
from araz.edition.holdings import Held
from araz.edition.story import Story, Tombstone, Withdrawal, texts_in
from araz.edition.taking_out import (
    TakeOut,
    addresses_without,
    says,
    taking_out_document,
    taking_out_picture,
    taking_out_word,
    words_in,
)
from araz.edition.text import words_of
from araz.edition.upgrades import encode, store_story
from araz.language.wanted import Wanted
from araz.pressroom.ledger import Ledger


class Target(Protocol):
    """A word, a picture, a document or a story."""

    @property
    def kind(self) -> str: ...

    def erasure_of(self, held: Held) -> Erasure | None:
        """What is left of a thing in the edition; None if it stays as it is."""

    def paths(self, ledger: Ledger) -> Iterator[str]:
        """The files of the tree that go and come under no other content: those to be looked for elsewhere."""

    def find(self, progress: Progress) -> Finds:
        """What the desk has of it."""

    def take_out(self, finds: Finds) -> None:
        """Take it out of the desk, inside of a transaction."""

    def count(self, text: str) -> int:
        """How often it stands in a text: for the proof."""

    def masked(self, text: str) -> str:
        """The text as a report may show it."""


def _left(held: Held, take_out: TakeOut, *, moves: bool, addresses: tuple[str, ...]) -> Erasure | None:
    left = take_out(held.thing)
    if left == held.thing and not moves and addresses == held.addresses:
        return None
    match left:
        case Story():
            slug = left.id if moves else left.slug
            stored = store_story(msgspec.structs.replace(left, slug=slug))
            return Erasure(what="story", stored=msgspec.Raw(stored), moves=moves)
        case Tombstone():
            return Erasure(what="stone", stored=msgspec.Raw(encode(left)), moves=moves, addresses=addresses)
        case Comment():
            return Erasure(what="comment", stored=msgspec.Raw(encode(left)))
        case _:
            return Erasure(what="part", stored=msgspec.Raw(encode(left)))


@dataclass(frozen=True, slots=True)
class WordTarget:
    wanted: Wanted

    kind = "word"

    def erasure_of(self, held: Held) -> Erasure | None:
        told = "\n".join((words_in(held.thing), held.path, *held.addresses))
        if not self.wanted.core.search(told) and "%" not in told:  # nearly all of an archive
            return None
        moves = says(held.path, self.wanted)
        addresses = addresses_without(held.addresses, self.wanted)
        return _left(held, taking_out_word(self.wanted), moves=moves, addresses=addresses)

    def paths(self, ledger: Ledger) -> Iterator[str]:
        return (path for path, _ in ledger.paths() if says(path, self.wanted))

    def find(self, progress: Progress) -> Finds:
        return words.find(self.wanted, progress)

    def take_out(self, finds: Finds) -> None:
        words.take_out(self.wanted, finds)

    def count(self, text: str) -> int:
        return len(self.wanted.spans(text)) if self.wanted.core.search(text) else 0

    def masked(self, text: str) -> str:
        return self.wanted.without(text)


class _Files(Protocol):
    """What the desk knows to do with a sort of files."""

    def find(self, content: str, progress: Progress, /) -> Finds: ...
    def take_out(self, content: str, finds: Finds, /) -> None: ...
    def delete_files(self, content: str, /) -> None: ...


_AT_DESK: Final[dict[str, _Files]] = {"picture": pictures, "document": documents}
_TAKING_OUT: Final = {"picture": taking_out_picture, "document": taking_out_document}
_FOLDERS: Final = {"picture": "m/", "document": "f/"}


@dataclass(frozen=True, slots=True)
class FileTarget:
    """A picture or a document, named by the hash of its content."""

    kind: Literal["picture", "document"]
    content: str  # hash

    def erasure_of(self, held: Held) -> Erasure | None:
        left = _left(held, _TAKING_OUT[self.kind](self.content), moves=False, addresses=held.addresses)
        return msgspec.structs.replace(left, picture=self.content) if left else None

    def paths(self, ledger: Ledger) -> Iterator[str]:
        return (path for path, _ in ledger.paths() if path.startswith(_FOLDERS[self.kind]) and self.content in path)

    def find(self, progress: Progress) -> Finds:
        return _AT_DESK[self.kind].find(self.content, progress)

    def take_out(self, finds: Finds) -> None:
        _AT_DESK[self.kind].take_out(self.content, finds)

    def count(self, text: str) -> int:
        return text.count(self.content)

    def masked(self, text: str) -> str:
        return text.replace(self.content, "[…]")

    def delete_files(self) -> None:
        _AT_DESK[self.kind].delete_files(self.content)


@dataclass(frozen=True, slots=True)
class StoryTarget:
    story: str  # id
    comments: tuple[str, ...]  # ids of what readers wrote under it
    sentences: tuple[str, ...]  # by which it would be known again

    kind = "story"

    def erasure_of(self, held: Held) -> Erasure | None:
        if held.subject != self.story or not isinstance(held.thing, Story | Tombstone):
            return None
        if isinstance(held.thing, Tombstone) and not held.thing.headline and not held.addresses:
            return None  # that is what erasing leaves
        stone = stone_for(held.thing, Withdrawal(at=public_moment()))
        return Erasure(what="stone", stored=msgspec.Raw(encode(stone)), moves=True, forgets=True)

    def paths(self, ledger: Ledger) -> Iterator[str]:
        yield from ledger.paths_of((f"story/{self.story}", f"with-pictures/story/{self.story}"))

    def find(self, _progress: Progress) -> Finds:
        return stories.find(self.story, self.comments)

    def take_out(self, _finds: Finds) -> None:
        stories.take_out(self.story, self.comments)

    def count(self, text: str) -> int:
        return sum(text.count(sentence) for sentence in self.sentences)

    def masked(self, text: str) -> str:
        return text


SENTENCE_LETTERS = 40  # shorter ones may stand in other stories


def sentences_of(story: Story) -> tuple[str, ...]:
    """Return what of a story stands in no other: its longer texts, each up to a length that no page breaks."""
    texts = [story.headline, story.standfirst, *(words_of(text) for text in texts_in(story))]
    return tuple(dict.fromkeys(text[:SENTENCE_LETTERS] for text in texts if len(text) >= SENTENCE_LETTERS))
