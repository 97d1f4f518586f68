"""The face of the paper: colours, letters and what a story looks like, for every press that writes HTML.

`docs/developers/face.md` says why it looks as it does. A press adds sheets of its own, and sends one file.
"""

import re
from importlib.resources import files
from typing import Final

GROUND: Final = ("letters", "colours", "scripts", "ground")  # first, since all others stand on it
READING: Final = ("story", "comments", "seal")
OTHER_EYES: Final = ("other-eyes",)  # last, since it overrules: forced colours, paper
ALONE: Final = tuple(name for name in (*GROUND, *READING) if name not in ("letters", "comments", "seal"))

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOM: Final = re.compile(r"\s*\n\s*")


def sheet(name: str) -> str:
    """Return one sheet of the face. Raises FileNotFoundError."""
    return files("araz.typesetting.face").joinpath(f"{name}.css").read_text(encoding="utf-8")


def set_solid(style: str) -> bytes:
    """Return a style sheet without comments and indentation: what speaks to developers is not sent to readers."""
    return _ROOM.sub("\n", _COMMENT.sub("", style)).strip().encode() + b"\n"
