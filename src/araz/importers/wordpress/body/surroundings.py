"""What the conversion of one body is given beside its HTML, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from araz.edition.blocks import Block, File, Picture
from araz.edition.text import Address, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of the old site."""

    title: str  # for readers
    block: File | None = None  # that offers it; none if it did not come
    old_addresses: tuple[str, ...] = ()  # of its file and of its attachment's page


class Surroundings(Protocol):
    """Where a body stands: its language, its place in the export, and what its addresses lead to."""

    @property
    def language(self) -> str: ...

    @property
    def file(self) -> str: ...  # name of the export file

    @property
    def item(self) -> int: ...  # number of the post

    @property
    def line(self) -> int: ...  # where the item begins

    def link(self, address: str) -> Address:
        """Return `story:ID` for a story of the same site, other addresses as they are, nothing to drop the link."""
        ...

    def picture(self, address: str, attachment: int) -> Picture | None:
        """Return the picture by the number of its attachment (0 if unknown) or its address; None if there is no file."""
        ...

    def attachment(self, number: int) -> str:
        """Return the address of an attachment's file, or nothing."""
        ...

    def caption(self, number: int) -> str:
        """Return the words below an attachment in galleries, or nothing."""
        ...

    def document(self, address: str, words: str) -> Document | None:
        """Return the old site's document to which an address leads; None if it leads to none. `words`: what it is called there."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What an export keeps apart from a post's content although it is part of the body."""

    footnotes: str = ""  # the meta field "footnotes", in JSON, as WordPress 6.3 and later write it
    attached: tuple[int, ...] = ()  # the post's own pictures in their order: what a bare [gallery] shows
    reused: Mapping[int, str] = field(default_factory=dict)  # contents of the site's reusable blocks by their numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    blocks: tuple[Block, ...]
    notes: tuple[Text, ...]
