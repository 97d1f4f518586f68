"""Old addresses as the readers' listener answers them: looked up in the finished files, like everything that it sends."""

from pathlib import Path
from typing import Final

from araz.edition.old_addresses import drawer_of, old_address
from araz.presses.website.redirects import path_of, target_in

_ELSEWHERE: Final = ("https://", "http://")


def moved_to(root: str, path: str, query: str) -> str:
    """Return where an old address leads, as Location says it; empty if this is none.

    The file is read each time and never held: whoever asks for nonsense must not drive pages out of memory.
    """
    address = old_address(path, query)
    if not address:
        return ""
    try:
        target = target_in(Path(root, path_of(drawer_of(address))).read_bytes(), address)
    except FileNotFoundError:  # an empty drawer has no file
        return ""
    return target if not target or target.startswith(_ELSEWHERE) else f"/{target}"
