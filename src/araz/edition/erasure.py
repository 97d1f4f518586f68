"""What an outbox row says that erases: what is left of a story, a comment or a part of the paper, and which files must go.

Nothing here says what was erased. `removed` are marks of paths (`mark_of`), by which those who carry the paper find files
that lie under an old name, without a list of such names.
"""

import sqlite3
from hashlib import sha256
from typing import Final, Literal

import msgspec

from araz.edition.lists import Change
from araz.edition.names import StoryId
from araz.edition.story import Story, Tombstone, Withdrawal
from araz.edition.upgrades import encode

MARK_DIGITS: Final = 8  # hexadecimal: enough that no other file has the mark by chance


class Erasure(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """`stored` takes the place of what was: a story as it is stored, a tombstone, a comment, a part."""

    what: Literal["story", "stone", "comment", "part"]
    stored: msgspec.Raw
    moves: bool = False  # the address told what is erased: it becomes the id
    forgets: bool = False  # of a stone: what readers wrote under the story goes too
    addresses: tuple[str, ...] = ()  # of a stone: old addresses that go on leading to it
    picture: str = ""  # hash of a picture that the record's notes shall not name any longer
    removed: tuple[str, ...] = ()


_decoder = msgspec.json.Decoder(Erasure)
_change_decoder = msgspec.json.Decoder(Change)


def read_erasure(payload: bytes) -> Erasure:
    """Raises msgspec.MsgspecError for what is none."""
    return _decoder.decode(payload)


def mark_of(path: str) -> str:
    """Return the mark of a file's path from the root of the tree: the first digits of its SHA-256."""
    return sha256(path.encode()).hexdigest()[:MARK_DIGITS]


def stone_for(story: Story | Tombstone, withdrawal: Withdrawal) -> Tombstone:
    """Return the tombstone of a story that is erased as a whole: it says that something was here, and not what."""
    return Tombstone(
        id=StoryId(story.id),
        language=story.language,
        kind=story.kind,
        section=story.section,
        headline="",
        published_at=story.published_at,
        withdrawal=withdrawal,
    )


def neutral_path(path: str, story: str) -> str:
    """Return where a story lies whose address says nothing: its id in place of the slug."""
    return f"{path.rpartition('/')[0]}/{story}.html"


def forget_picture(connection: sqlite3.Connection, picture: str) -> None:
    """Take the picture out of the notes beside the record's lines. Lines themselves name no pictures."""
    rows = connection.execute("select number, touched from record where instr(touched, ?)", (picture.encode(),))
    for number, touched in rows.fetchall():
        change = _change_decoder.decode(touched)
        kept = tuple(shown for shown in change.pictures if shown[0] != picture)
        changed = encode(msgspec.structs.replace(change, pictures=kept))
        connection.execute("update record set touched = ? where number = ?", (changed, number))
