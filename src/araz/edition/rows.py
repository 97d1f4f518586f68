"""What the desk hands over: one row of the outbox for one deed."""

from datetime import date
from typing import Final, Literal

import msgspec

Deed = Literal["publish", "correct", "withdraw", "erase", "import", "comment", "arrange", "expire"]
DEEDS: Final[tuple[Deed, ...]] = (
    "publish",
    "correct",
    "withdraw",
    "erase",
    "import",
    "comment",
    "arrange",
    "expire",
)
SALT_BYTES: Final = 16
PAPER: Final = "paper"  # the record's id for a deed that arranges the paper: which part is nobody's business


class OutboxRow(msgspec.Struct, frozen=True, kw_only=True):
    """One deed, complete: the same rows give the same record, byte for byte, however often they are handed over.

    `payload` is the JSON of a Story (publish, correct, import, expire), a Withdrawal, a Comment or a part of the paper;
    for `arrange` it is empty when the part is taken out. `day` is the day of the deed in the paper's time zone.
    """

    number: int  # the desk's own count, ascending, never reused
    deed: Deed
    subject: str  # id of the story or comment, or key of the part
    language: str = ""
    salt: bytes
    day: date
    payload: bytes


class RowRefused(Exception):
    """An outbox row says something that no edition can hold; the message says what to do."""
