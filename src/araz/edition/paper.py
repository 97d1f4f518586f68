"""The paper itself, in parts: each is arranged by one deed, and each is small."""

from typing import Annotated, Final, Literal

import msgspec

from araz.edition.blocks import Picture
from araz.edition.names import ListKey, PartKey, StoryId, language_list
from araz.edition.text import Text

Words = dict[str, str]  # by language code; a missing language has no words of its own


class _Part(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="part",
):
    pass


class Masthead(_Part, tag="masthead", frozen=True, kw_only=True):
    """The paper's name and what else stands on every page."""

    name: Words
    tag_line: Words = {}
    languages: tuple[str, ...]  # in which the paper appears, in the order in which they are offered
    home: str = ""  # "https://araz.example" without a slash at the end; empty if there is none
    tag_authority: str  # names the paper in feed ids (RFC 4151) and never changes: "araz.example,2026"
    time_zone: str = "UTC"  # decides day and month; cannot change after the first story
    notice: Words = {}  # stands at the foot of every page: "a sample; all news is invented"
    emblem: Picture | None = None  # empty: the press draws its own


class Section(_Part, tag="section", frozen=True, kw_only=True):
    """A part of the paper in one language; sections that correspond to each other share `group`."""

    id: str
    language: str
    slug: str
    name: str
    about: str = ""
    position: int = 0
    group: str = ""
    old_addresses: tuple[str, ...] = ()


class Byline(_Part, tag="byline", frozen=True, kw_only=True):
    """Who is named above stories. `open`: a real person who speaks openly; `pen`: a pen name; `desk`: the newsroom."""

    id: str
    slug: str
    kind: Literal["open", "pen", "desk"]
    name: Words
    about: Words = {}
    contact: str = ""  # only for an open byline: shown as it is
    portrait: Picture | None = None


class Topic(_Part, tag="topic", frozen=True, kw_only=True):
    """A subject that stories share, with an introduction and, if chosen, an order in which to read."""

    id: str
    slug: str
    name: Words
    about: Words = {}
    reading_order: tuple[StoryId, ...] = ()
    old_addresses: tuple[
        str, ...
    ] = ()  # they lead to its page in the first language in which it has a name and a story


class Place(_Part, tag="place", frozen=True, kw_only=True):
    id: str
    name: Words


class Front(_Part, tag="front", frozen=True, kw_only=True):
    """The order of one language's front page. What is empty is filled with the newest stories."""

    language: str
    lead: StoryId = StoryId("")
    second: tuple[StoryId, ...] = ()
    pins: tuple[StoryId, ...] = ()  # evergreen pages that are always offered
    sections: tuple[str, ...] = ()  # their ids in the order of this page; empty: all, in the order of the paper
    headlines: int = 4  # of each section
    corner: bool = True  # whether the newest statements and announcements have a place of their own


class OtherAddress(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """One more place where the paper can be read."""

    address: str
    kind: Literal["site", "mirror", "onion", "channel", "feed"] = "site"
    note: Words = {}


class Addresses(_Part, tag="addresses", frozen=True, kw_only=True):
    """Every official address of the paper, the directory by which readers know a false one."""

    entries: tuple[OtherAddress, ...] = ()
    about: dict[str, Text] = {}


class Moved(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """An old address and where it leads: a file of the tree ("az/feed.xml"), or an address elsewhere ("https://…")."""

    path: str
    target: Annotated[
        str,
        msgspec.Meta(
            pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*|https?://[A-Za-z0-9.:/?&=#~_%@+,;!*()'-]+)$"
        ),
    ]


class OldAddresses(_Part, tag="old-addresses", frozen=True, kw_only=True):
    """Old addresses of what is neither a story nor a section nor a topic: feeds, fronts, categories that became nothing."""

    entries: tuple[Moved, ...] = ()


Part = Masthead | Section | Byline | Topic | Place | Front | Addresses | OldAddresses

MASTHEAD: Final = PartKey("masthead")
ADDRESSES: Final = PartKey("addresses")
OLD_ADDRESSES: Final = PartKey("old-addresses")


def key_of(part: Part) -> PartKey:
    """Return the key under which the edition keeps the part."""
    match part:
        case Masthead():
            return MASTHEAD
        case Addresses():
            return ADDRESSES
        case OldAddresses():
            return OLD_ADDRESSES
        case Front():
            return PartKey(f"front/{part.language}")
        case Section():
            return PartKey(f"section/{part.id}")
        case Byline():
            return PartKey(f"byline/{part.id}")
        case Topic():
            return PartKey(f"topic/{part.id}")
        case Place():
            return PartKey(f"place/{part.id}")


def stands_everywhere(old: Part | None, new: Part | None) -> bool:
    """Say whether the change shows on more pages than can be named: then the paper is reset.

    A new byline, topic or place stands nowhere yet; what is said about one stands on its own page only.
    """
    match old or new:
        case Masthead() | Section():
            return _without_old_addresses(old) != _without_old_addresses(new)
        case Byline() | Topic() | Place():
            return old is not None and _shown_in_lists(old) != (new and _shown_in_lists(new))
        case _:
            return False


def _without_old_addresses(part: Part | None) -> Part | None:
    return msgspec.structs.replace(part, old_addresses=()) if isinstance(part, Section) else part


def _shown_in_lists(part: Part) -> object:
    match part:
        case Byline():  # a face stands beside every opinion of its person
            return (part.slug, part.kind, part.name, part.portrait if part.kind == "open" else None)
        case Topic():
            return (part.slug, part.name)
        case Place():
            return part.name
        case _:
            return part


def lists_of_part(part: Part | None) -> tuple[ListKey, ...]:
    """The lists whose pages carry the date of the newest arrangement."""
    match part:
        case Front():
            return (language_list(part.language),)
        case _:
            return ()


def pictures_of_part(part: Part | None) -> dict[str, int]:
    """The pictures that the part shows, by hash, with their width in pixels."""
    match part:
        case Masthead() if part.emblem:
            return {part.emblem.hash: part.emblem.width}
        case Byline() if part.portrait:
            return {part.portrait.hash: part.portrait.width}
        case _:
            return {}
