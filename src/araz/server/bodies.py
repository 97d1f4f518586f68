"""How much may be sent to the desk: it is held in memory until it is understood, and never on the disk."""

from typing import Final

LARGEST_BODY_BYTES: Final = 34 * 1024 * 1024  # the largest file and its form
LARGE_BODY_BYTES: Final = 2 * 1024 * 1024  # a long story with its form is smaller
ROOM_BYTES: Final = 3 * LARGEST_BODY_BYTES  # for all that are large, together


class Room:
    """Counts the memory that large bodies take at this moment."""

    def __init__(self) -> None:
        self._taken = 0

    def take(self, size: int) -> bool:
        """Keep room for a body; False when there is none."""
        if size > LARGE_BODY_BYTES and self._taken + size > ROOM_BYTES:
            return False
        self._taken += size
        return True

    def give_back(self, size: int) -> None:
        self._taken -= size
