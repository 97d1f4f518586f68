"""Keeps who claims which old address.

All claims are kept, and the oldest one counts: so what an address leads to depends on the deeds alone, also after a claim
was given up. Taking a story back gives up nothing, for its tombstone says what became of it.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from araz.edition.names import PartKey, StoryId
from araz.edition.old_addresses import drawer_of, read_address
from araz.edition.paper import OldAddresses, Part, Section, Topic


def claimant_of(story: StoryId) -> str:
    return f"story/{story}"


def claims_of(addresses: Iterable[str], target: str = "") -> dict[str, str]:
    """Return old addresses as the edition writes them, with what they lead to. What can't be one is left out."""
    return {known: target for address in addresses if (known := read_address(address))}


def claims_of_part(part: Part | None) -> dict[str, str]:
    """Return the old addresses that a part of the paper claims; of two entries for one address the first counts."""
    match part:
        case Section() | Topic():
            return claims_of(part.old_addresses)
        case OldAddresses():
            entries = ((read_address(entry.path), entry.target) for entry in reversed(part.entries))
            return {path: target for path, target in entries if path and target and path != f"/{target}"}
        case _:
            return {}


def claim(connection: sqlite3.Connection, claimant: str, wanted: Mapping[str, str], number: int) -> set[str]:
    """Note what the claimant claims from line `number` of the record on; return the drawers that change.

    What it claimed before keeps its rank.
    """
    held = _held(connection, claimant)
    gone = [(drawer_of(path), path, claimant) for path in held.keys() - wanted.keys()]
    altered = [
        (target, drawer_of(path), path, claimant) for path, target in wanted.items() if held.get(path, target) != target
    ]
    new = [(drawer_of(path), path, number, claimant, target) for path, target in wanted.items() if path not in held]
    connection.executemany("delete from old_address where drawer = ? and path = ? and claimant = ?", gone)
    connection.executemany("update old_address set target = ? where drawer = ? and path = ? and claimant = ?", altered)
    connection.executemany("insert into old_address values (?, ?, ?, ?, ?)", new)
    return {row[0] for row in gone} | {row[1] for row in altered} | {row[0] for row in new}


def drawers_of(connection: sqlite3.Connection, claimants: Iterable[str | PartKey]) -> set[str]:
    """Return the drawers that hold an address of one of the claimants."""
    return {drawer_of(path) for claimant in claimants for path in _held(connection, claimant)}


def _held(connection: sqlite3.Connection, claimant: str) -> dict[str, str]:
    return dict(connection.execute("select path, target from old_address where claimant = ?", (claimant,)).fetchall())
