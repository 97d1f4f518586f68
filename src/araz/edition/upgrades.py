"""Raises stored stories and parts of older versions to today's form, on reading.

Stored bytes never change after publication, since the record commits to them. When a structure changes, its version is
raised, a pure function `upgrade_N_to_M` is added to the table, and a sample of version N stays in the tests for ever.
A new field that is left out while it is empty needs neither: what is stored already reads as before. An Araz that does not
know the field refuses the story, as it refuses the newer file that holds it.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from araz.edition.paper import Part
from araz.edition.story import STORY_VERSION, Story, Tombstone

Raw = dict[str, Any]
Upgrade = Callable[[Raw], Raw]

STORY_UPGRADES: Final[dict[int, Upgrade]] = {}  # {1: upgrade_1_to_2}: from which version, by what

_encoder = msgspec.json.Encoder(order="deterministic")
_story_decoder = msgspec.json.Decoder(Story)
_tombstone_decoder = msgspec.json.Decoder(Tombstone)
_part_decoder: msgspec.json.Decoder[Part] = msgspec.json.Decoder(Part)


class StoredStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story as it is stored: with the version of its form."""

    version: int
    story: msgspec.Raw


class UnknownVersion(Exception):
    """The edition was written by a newer Araz."""


_stored_decoder = msgspec.json.Decoder(StoredStory)


def store_story(story: Story) -> bytes:
    """Return the bytes that are stored, handed over and committed to."""
    return _encoder.encode({"version": STORY_VERSION, "story": story})


def read_story(stored: bytes) -> Story:
    """Read stored bytes of any version. Raises UnknownVersion, or msgspec.DecodeError for what is no story."""
    envelope = _stored_decoder.decode(stored)
    if envelope.version == STORY_VERSION:
        return _story_decoder.decode(envelope.story)
    return msgspec.convert(raise_to_current(msgspec.json.decode(envelope.story), envelope.version), Story)


def raise_to_current(raw: Raw, version: int) -> Raw:
    """Apply one upgrade after the other until the story has today's form."""
    while version != STORY_VERSION:
        if version not in STORY_UPGRADES:
            raise UnknownVersion(f"A story has the form {version}, which this Araz does not know. Use a newer Araz.")
        raw, version = STORY_UPGRADES[version](raw), version + 1
    return raw


def encode(value: msgspec.Struct) -> bytes:
    """Return the value as JSON whose bytes depend on nothing but the value."""
    return _encoder.encode(value)


def read_tombstone(stored: bytes) -> Tombstone:
    return _tombstone_decoder.decode(stored)


def read_part(stored: bytes) -> Part:
    return _part_decoder.decode(stored)
