"""Knows which items, authors and terms were told already, in this file or another one."""

from hashlib import blake2b

import msgspec

from araz.importers.wordpress.export import Author, Item, Term


class Doubles:
    """About 150 bytes for each item that was seen."""

    def __init__(self) -> None:
        self._items: dict[int, int] = {}
        self._others: set[Author | Term] = set()

    def is_known(self, entry: Author | Term) -> bool:
        if entry in self._others:
            return True
        self._others.add(entry)
        return False

    def compare(self, item: Item) -> str:
        """Return "new", "same" as an item of this number and address before, or "changed"."""
        content = _digest(msgspec.structs.replace(item, file="", line=0))
        key = _digest((item.number, item.guid or item.link)) if item.number or item.guid or item.link else content
        before = self._items.get(key)
        self._items[key] = content
        if before is None:
            return "new"
        return "same" if before == content else "changed"


def _digest(value: object) -> int:
    return int.from_bytes(blake2b(msgspec.msgpack.encode(value), digest_size=8).digest(), "big")
