"""The presses by name. A new one gets its line here."""

from collections.abc import Callable
from typing import Final

from araz.contracts import MediaStore, Press
from araz.presses.search import SearchPress
from araz.presses.volume import VolumePress
from araz.presses.website import WebsitePress

PRESSES: Final[dict[str, Callable[[MediaStore], Press]]] = {
    "website": WebsitePress,
    "search": SearchPress,
    "volume": VolumePress,
}


class NoPress(Exception):
    """There is no press of that name."""


def press(name: str, media: MediaStore) -> Press:
    """Return a press by its name. Raises NoPress."""
    if name not in PRESSES:
        raise NoPress(f"There is no press called “{name}”. There are: {', '.join(sorted(PRESSES))}.")
    return PRESSES[name](media)
