"""The record: one line for each deed, each naming the line before it by its hash.

A line is seven fields parted by one space, in ASCII:

    42 2026-11-24 publish k3v9q2aa az <commitment> <hash of line 41>

number, day, deed, random id, language (`-` if none), commitment and previous hash, both SHA-256 in hex. The commitment is
SHA-256(salt ‖ stored bytes); the salt lies beside the bytes and dies with them, so that the line of something erased
proves order and says nothing. The first line names 64 zeros as the line before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from araz.edition.rows import DEEDS, Deed

FIRST: Final = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One deed as the world may know it."""

    number: int
    day: date
    deed: Deed
    id: str
    language: str
    commitment: str
    before: str

    def __str__(self) -> str:
        return " ".join(
            (
                str(self.number),
                self.day.isoformat(),
                self.deed,
                self.id,
                self.language or "-",
                self.commitment,
                self.before,
            )
        )

    @property
    def hash(self) -> str:
        return sha256(str(self).encode("ascii")).hexdigest()


class BrokenRecord(Exception):
    """The record does not say what it must; the message names the line."""


def commitment(salt: bytes, stored: bytes) -> str:
    """Return what a record line says of the stored bytes."""
    return sha256(salt + stored).hexdigest()


def read_line(text: str) -> RecordLine:
    """Read one line. Raises BrokenRecord when it has not the form of one."""
    try:
        number, day, deed, name, language, committed, before = text.split(" ")
        line = RecordLine(
            number=int(number),
            day=date.fromisoformat(day),
            deed=next(known for known in DEEDS if known == deed),
            id=name,
            language="" if language == "-" else language,
            commitment=committed,
            before=before,
        )
    except (ValueError, StopIteration) as error:
        raise BrokenRecord(f"“{text[:80]}” is not a line of a record.") from error
    if str(line) != text:
        raise BrokenRecord(f"Line {line.number} is not written as a record writes it.")
    return line


def verify(lines: Iterable[str]) -> RecordLine | None:
    """Check numbers and hashes from the first line on and return the last line; None for an empty record.

    Raises BrokenRecord at the first line that does not follow from the one before it.
    """
    last: RecordLine | None = None
    for text in lines:
        line = read_line(text)
        number, before = (last.number + 1, last.hash) if last else (1, FIRST)
        if line.number != number:
            raise BrokenRecord(f"Line {number} is missing: line {line.number} stands in its place.")
        if line.before != before:
            raise BrokenRecord(f"Line {number} does not follow from the line before it: one of the two was changed.")
        last = line
    return last
