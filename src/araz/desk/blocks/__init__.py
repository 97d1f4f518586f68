"""The blocks of which a story's body is made in the editor. Each has its twin in `araz.edition.blocks`."""

from araz.desk.blocks.body import BodyBlock, NotesBlock

__all__ = ["BodyBlock", "NotesBlock"]
