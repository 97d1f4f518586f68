"""Old addresses as the readers' listener answers them: looked up in the finished files, like everything that it sends."""

from collections.abc import Callable
from pathlib import Path

from araz.edition.old_addresses import drawer_of, old_address
from araz.presses.website.redirects import path_of, target_in
from araz.server.shelf import Copy


class Moved:
    """Finds where an old address leads. `take` gives a file of the tree as it is on disk at this moment."""

    def __init__(self, root: str, take: Callable[[str], Copy | None]) -> None:
        self._root = root
        self._take = take

    def location(self, path: str, query: str) -> str:
        """Return what the answer's Location says; empty if this is no old address."""
        address = old_address(path, query)
        if not address:
            return ""
        file = f"{self._root}/{path_of(drawer_of(address))}"
        copy = self._take(file)
        if copy is None:
            return ""
        target = target_in(Path(file).read_bytes() if copy.from_disk else copy.body, address)
        return target if not target or target.startswith(("https://", "http://")) else f"/{target}"
