"""`REMOVED`: marks of files that were erased, for mirrors and sticks that still have them.

A list of their paths would say for ever what was erased, since a path may hold a name. Whoever has the files can make the
mark of each path and compare; whoever does not have them learns nothing but a number.
"""

from typing import Final

from araz.contracts import PressedFile
from araz.presses.website.printroom import PrintRoom

PATH: Final = "REMOVED"
_HEAD: Final = """\
# Files that were erased. If you carry a copy of this paper, delete what is listed here.
# A line is the first 8 hexadecimal digits of the SHA-256 of a file's path, seen from this folder: a/b/c.html
# Delete files with these marks that lie in none of the lists of the present edition.
"""


def print_removed(room: PrintRoom) -> PressedFile | None:
    """Print the list; None while nothing was erased."""
    marks = list(room.edition.removed())
    return PressedFile(path=PATH, body=(_HEAD + "".join(f"{mark}\n" for mark in marks)).encode()) if marks else None
