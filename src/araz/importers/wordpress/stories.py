"""What is known of each item that will be a story, from the first reading to the end of the import."""

from array import array
from collections.abc import Iterator
from typing import Final

import msgspec

from araz.edition.names import StoryId
from araz.importers.wordpress.ids import id_for
from araz.importers.wordpress.languages import Spoken
from araz.importers.wordpress.registers import NameRegister
from araz.language import LANGUAGES

_LANGUAGES: Final = tuple(LANGUAGES)


class Surveyed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is known of one."""

    story: StoryId
    language: str
    group: str  # see `Spoken.group`


class Stories:
    """All of them, in the order of the export, some forty bytes each. Add all, then ask.

    An item goes by its name: its number, or what else tells it from the others of its site.
    """

    def __init__(self) -> None:
        self._numbers = array("Q")
        self._languages = bytearray()
        self._names: dict[int, str] = {}  # by place: of items without a number
        self._groups: dict[int, str] = {}  # by place: of items that may be translations
        self._by_name = NameRegister()
        self._by_address = NameRegister()
        self._site = ""
        self._again: dict[int, int] = {}  # by place: how often an id was taken already
        self._is_settled = False
        self.doubled: frozenset[str] = frozenset()  # names that several items have; of these the first is known

    def add(self, name: str, number: int, spoken: Spoken, address: str) -> None:
        """`address`: how the edition writes where the item was at the old site; empty for nowhere."""
        place = len(self._numbers)
        self._numbers.append(number)
        self._languages.append(_LANGUAGES.index(spoken.language))
        if not number:
            self._names[place] = name
        if spoken.group != f"post-{number}":
            self._groups[place] = spoken.group
        self._by_name.add(name, place)
        if address:
            self._by_address.add(address, place)

    def settle(self, site: str) -> None:
        """Give each story its id. `site`: what tells the old site from others, in letters for a key."""
        self._site = site
        self.doubled = frozenset(self._name(place) for place in self._places() if not self._is_first(place))
        by_id = NameRegister()
        for place in self._first_places():
            by_id.add(self._id(place), place)
        others: set[StoryId] = set()
        for place in self._first_places():
            while by_id.first(made := self._id(place)) not in (None, place) or made in others:
                self._again[place] = self._again.get(place, 0) + 1
            if place in self._again:
                others.add(made)

    def key_of(self, name: str) -> str:
        """Return by what an item is known here, the same in every export of the site."""
        return f"wordpress:{self._site}:{name}"

    def __iter__(self) -> Iterator[tuple[str, StoryId]]:
        """Yield each one's key and id."""
        return ((self.key_of(self._name(place)), self._id(place)) for place in self._first_places())

    def named(self, name: str) -> Surveyed:
        """Return what is known of an item that was added. Raises KeyError."""
        if found := self.find(name):
            return found
        raise KeyError(name)

    def find(self, name: str) -> Surveyed | None:
        place = self._by_name.first(name)
        return None if place is None else self._at(place)

    def at(self, address: str) -> Surveyed | None:
        """Return the story that was at this address."""
        place = self._by_address.first(address)
        return None if place is None else self._at(place)

    def _places(self) -> range:
        return range(len(self._numbers))

    def _first_places(self) -> Iterator[int]:
        return (place for place in self._places() if self._is_first(place))

    def _is_first(self, place: int) -> bool:
        return self._by_name.first(self._name(place)) == place

    def _at(self, place: int) -> Surveyed:
        group = self._groups.get(place) or f"post-{self._numbers[place]}"
        return Surveyed(story=self._id(place), language=_LANGUAGES[self._languages[place]], group=group)

    def _name(self, place: int) -> str:
        return self._names.get(place) or str(self._numbers[place])

    def _id(self, place: int) -> StoryId:
        """The same for the same key in every import, so that two imports of one export make one paper."""
        return StoryId(id_for(f"{self.key_of(self._name(place))}\n{self._again.get(place, 0)}"))
