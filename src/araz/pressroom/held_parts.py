"""An edition whose parts of the paper stay as they were, where what they are now must not be printed."""

from collections.abc import Mapping
from typing import Final, TypeVar

import msgspec

from araz.contracts import EditionReader
from araz.edition.lists import Change
from araz.edition.paper import (
    Addresses,
    Byline,
    Front,
    Masthead,
    Part,
    Place,
    Section,
    Topic,
    key_of,
    lists_of_part,
    pictures_of_part,
    stands_everywhere,
)
from araz.pressroom.passing import Passing

KEPT: Final = (Masthead, Section, Byline, Topic, Place, Front, Addresses)  # not where old addresses lead

P = TypeVar("P", bound=Part)


class HeldParts(Passing):
    """Reads like the edition below it, with the parts as readers have them."""

    def __init__(self, below: EditionReader, formers: Mapping[str, Part], mark: str) -> None:
        super().__init__(below)
        self._formers = formers
        self._mark = mark

    def mark(self) -> str:
        return f"{self.below.mark()} {self._mark}"

    def _kept(self, now: P) -> P:
        former = self._formers.get(key_of(now))
        return former if isinstance(former, type(now)) else now

    def masthead(self) -> Masthead:
        return self._kept(self.below.masthead())

    def addresses(self) -> Addresses:
        return self._kept(self.below.addresses())

    def front(self, language: str) -> Front:
        return self._kept(self.below.front(language))

    def sections(self, language: str) -> tuple[Section, ...]:
        kept = map(self._kept, self.below.sections(language))
        return tuple(sorted(kept, key=lambda section: (section.position, section.slug)))

    def section(self, section: str) -> Section | None:
        now = self.below.section(section)
        return self._kept(now) if now else None

    def byline(self, byline: str) -> Byline | None:
        now = self.below.byline(byline)
        return self._kept(now) if now else None

    def bylines(self) -> tuple[Byline, ...]:
        return tuple(map(self._kept, self.below.bylines()))

    def topic(self, topic: str) -> Topic | None:
        now = self.below.topic(topic)
        return self._kept(now) if now else None

    def topics(self) -> tuple[Topic, ...]:
        return tuple(map(self._kept, self.below.topics()))

    def place(self, place: str) -> Place | None:
        now = self.below.place(place)
        return self._kept(now) if now else None


def part_of(edition: EditionReader, key: str) -> Part | None:
    """Return the part with that key as the edition has it; None if it has none, or if it is of no sort that is kept."""
    kind, _, name = key.partition("/")
    match kind:
        case "masthead":
            return edition.masthead()
        case "addresses":
            return edition.addresses()
        case "front":
            return edition.front(name)
        case "section":
            return edition.section(name)
        case "byline":
            return edition.byline(name)
        case "topic":
            return edition.topic(name)
        case "place":
            return edition.place(name)
        case _:
            return None


def words_of_part(part: Part) -> str:
    """Return all that is written in a part, each text on a line of its own."""
    return "\n".join(_texts(msgspec.to_builtins(part)))


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for each in value.values() for text in _texts(each)]
        case list() | tuple():
            return [text for each in value for text in _texts(each)]
        case _:
            return []


def change_of_part(number: int, former: Part, now: Part) -> Change:
    """Return what is touched when a part takes the place of its former form."""
    return Change(
        number=number,
        deed="arrange",
        subject=key_of(now),
        language=getattr(now, "language", ""),
        lists=lists_of_part(now),
        pictures=tuple((pictures_of_part(former) | pictures_of_part(now)).items()),
        everywhere=stands_everywhere(former, now),
    )
