"""What the process that takes files apart says about one."""

from typing import Literal

import msgspec

Kind = Literal[
    "place",
    "camera",
    "serial",
    "people",
    "dates",
    "programs",
    "thumbnail",
    "maker_notes",
    "comments",
    "keywords",
    "profile",
    "history",
    "title",
    "more_frames",
    "more_data",
    "unreadable",
    "attachments",
    "scripts",
    "notes",
    "form",
    "layers",
    "bookmarks",
    "structure",
    "pictures_inside",
    "earlier_versions",
    "unseen_words",  # which stay
]
KINDS_IN_ORDER: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]  # how typing keeps them

LONGEST_VALUE = 300  # letters
MOST_VALUES = 6


class Found(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One sort of trace that was in a file, and what it said, shortened; what is nobody's business has no values."""

    kind: Kind
    values: tuple[str, ...] = ()


class PictureMade(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A picture made anew, what was found in the file, and what of it an editor may want to keep."""

    width: int  # pixels
    height: int
    master: bytes  # WebP
    sizes: dict[int, bytes]
    found: tuple[Found, ...] = ()
    caption: str = ""
    credit: str = ""


class DocumentMade(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A document written anew."""

    content: bytes  # PDF
    pages: int
    found: tuple[Found, ...] = ()


class NotMade(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The file can't be accepted; `why` says what is wrong and what to do."""

    why: str


Answer = PictureMade | DocumentMade | NotMade
