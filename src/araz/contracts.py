"""What the parts of Araz promise each other: how an edition is read, what a press and a delivery do."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal, Protocol, get_args, runtime_checkable

import msgspec

from araz.edition.comments import Comment
from araz.edition.lists import Change, MonthCount, Stamp
from araz.edition.names import ListKey, Month, StoryId
from araz.edition.old_addresses import OldAddress
from araz.edition.paper import Addresses, Byline, Front, Masthead, Place, Section, Topic
from araz.edition.story import Story, Teaser, Tombstone


class EditionReader(Protocol):
    """An edition as a press may read it: one moment of it, the same from the first call to the last."""

    def number(self) -> int:
        """The number of the newest line of the record: the edition's own number."""

    def masthead(self) -> Masthead: ...

    def addresses(self) -> Addresses: ...

    def front(self, language: str) -> Front: ...

    def sections(self, language: str) -> tuple[Section, ...]:
        """The sections of a language in the order of the paper."""

    def section(self, section: str) -> Section | None: ...

    def byline(self, byline: str) -> Byline | None: ...

    def topic(self, topic: str) -> Topic | None: ...

    def place(self, place: str) -> Place | None: ...

    def bylines(self) -> tuple[Byline, ...]: ...

    def topics(self) -> tuple[Topic, ...]: ...

    def story(self, story: StoryId) -> Story | Tombstone | None: ...

    def story_number(self, story: StoryId) -> int:
        """The line of the record that last changed the story; 0 if there is none."""

    def path(self, story: StoryId) -> str:
        """Where the story lies in the tree, from its root; empty if it was never published."""

    def teaser(self, story: StoryId) -> Teaser | None:
        """What other pages show of a story; None if it is not public."""

    def newest(self, of: ListKey, count: int) -> tuple[Teaser, ...]:
        """The newest stories of a list, newest first."""

    def month(self, of: ListKey, month: Month) -> tuple[Teaser, ...]:
        """All stories of a list's month, newest first."""

    def size(self, of: ListKey) -> int:
        """How many stories a list has."""

    def month_size(self, of: ListKey, month: Month) -> int:
        """How many stories a list has in a month."""

    def months(self, of: ListKey) -> tuple[MonthCount, ...]:
        """The months in which a list has stories, newest first."""

    def stamp(self, of: ListKey) -> Stamp:
        """The newest line of the record that touched the list; `NO_STAMP` if none did."""

    def siblings(self, story: StoryId) -> tuple[Teaser, ...]:
        """The same story in other languages, in no promised order."""

    def in_group(self, group: str) -> tuple[StoryId, ...]:
        """The public stories that are translations of each other."""

    def paths_elsewhere(self, stories: Sequence[StoryId]) -> dict[StoryId, tuple[str, ...]]:
        """Where the same stories lie in other languages; those that are in one language only are left out."""

    def days_changed(self, stories: Sequence[StoryId]) -> dict[StoryId, str]:
        """The day, by ISO 8601, of the record's line that last changed each story."""

    def named_by(self, story: StoryId) -> tuple[StoryId, ...]:
        """The public stories whose pages show this story's headline or address."""

    def comments(self, story: StoryId) -> tuple[Comment, ...]:
        """What readers wrote, in the order of the record; removed comments too, since others may answer them."""

    def is_shown(self, picture: str) -> bool:
        """Whether any public story or part of the paper shows the picture or document with this hash."""

    def picture_width(self, picture: str) -> int:
        """The width in pixels of the accepted picture; 0 if nothing shows it, or if it is a document."""

    def stories(self) -> Iterator[StoryId]:
        """Every story with an address, newest first; those taken back too."""

    def lists(self) -> Iterator[ListKey]:
        """Every list that has or had stories, sorted."""

    def old_addresses(self, drawer: str) -> Iterator[OldAddress]:
        """The old addresses in one of `DRAWERS`, sorted, each with the oldest claim to it."""

    def removed(self) -> Iterator[str]:
        """The marks (`edition.erasure.mark_of`) of files that were erased under an old name, sorted."""

    def pictures(self) -> Iterator[str]:
        """The hashes of all pictures and documents that are shown, sorted."""

    def showing(self, picture: str) -> tuple[str, ...]:
        """The ids of the stories and the keys of the parts of the paper that show the picture with this hash."""

    def mark(self) -> str:
        """What tells one content from another: where marks are equal, all that is read is equal."""

    def changes_since(self, number: int) -> Sequence[Change]:
        """What the lines after `number` touched, oldest first."""


class MediaStore(Protocol):
    """The accepted pictures and what was made of them, by content."""

    def file(self, picture: str, width: int) -> Path:
        """The file of a picture (by hash) in a width in pixels."""

    def document(self, document: str) -> Path:
        """The file of a document (by hash)."""


class PressedFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a rendition: its bytes, or the file of the media store that has them."""

    path: str  # from the root of the tree, `/` between folders
    body: bytes = b""
    copy_of: Path | None = None


class Press(Protocol):
    """Turns an edition into files.

    A page is one string that names what to print, for instance `story/k3v9q2aa`; only the press reads it. A page prints
    at most one file, and the same page always has the same path as long as its story lives. The presses of a site print
    into one tree: no two of them print the same path.
    """

    @property
    def name(self) -> str: ...

    def design(self) -> str:
        """A hash of all that the files depend on besides the edition; another one means that all is printed anew."""

    def touched(self, edition: EditionReader, changes: Iterable[Change]) -> tuple[str, ...]:
        """The pages that the changes may have altered, each once, in the order in which they should appear."""

    def everything(self, edition: EditionReader) -> Iterator[str]:
        """All pages of the edition, those first that readers want first."""

    def print(self, edition: EditionReader, page: str) -> PressedFile | None:
        """The page's file; None if the edition has no such page (any longer)."""


@runtime_checkable
class LeadingOn(Protocol):
    """A press that knows where old addresses lead."""

    def redirects(self, edition: EditionReader) -> Iterator[tuple[str, str]]:
        """Every old address and where it leads: a path from the root of the tree, or an address elsewhere."""


SecretKind = Literal["account", "account e-mail", "host", "machine", "folder", "word"]
PatternKind = Literal["e-mail", "network address", "position", "path", "time", "metadata", "program", "unreadable"]
SECRET_KINDS: Final[tuple[str, ...]] = get_args(SecretKind)


class Hit(msgspec.Struct, frozen=True, order=True):
    """Something that must not be in an output. Its value is for comparing in memory: never shown, kept or logged."""

    kind: SecretKind | PatternKind
    value: str

    def __repr__(self) -> str:
        return f"Hit({self.kind!r})"


class Proofreader(Protocol):
    """Looks at new bytes before they are written."""

    def version(self) -> str:
        """Another one means that what was printed before has to be looked at again; empty: that can't be said now."""

    def look(self, path: str, body: bytes, known: bytes = b"") -> tuple[Hit, ...]:
        """Return what a file must not hold, each once; `known` are bytes at the same path that were looked at before."""

    def skim(self, files: Iterable[tuple[str, bytes, bytes]]) -> tuple[Hit, ...]:
        """Return what any of the files (path, body, known) must not hold, not in which: much faster than one by one."""

    def read(self, *texts: str) -> tuple[Hit, ...]:
        """Return what none of the texts may say, each once."""

    def digest(self, subject: str, hit: Hit) -> str:
        """A keyed hash of what was found in the story with that id: it says nothing to whoever has not the key."""

    def waives(self, digest: str) -> bool:
        """Whether somebody decided that what has this digest is no secret there."""


@runtime_checkable
class Listing(Protocol):
    """A delivery that can say what lies at its place, so that files of forgotten names can be found there."""

    def paths(self) -> Iterator[str]:
        """Every file from the root of the place, `/` between folders."""


class DeliveryFailed(Exception):
    """A place did not take what was brought. `permanent`: trying again will not help before somebody acts."""

    def __init__(self, happened: str, remedy: str, *, permanent: bool = False) -> None:
        super().__init__(f"{happened} {remedy}")
        self.happened = happened
        self.remedy = remedy
        self.permanent = permanent


class Delivery(Protocol):
    """Carries a rendition to a place. It copies what the ledger has and its receipts have not."""

    @property
    def name(self) -> str: ...

    def put(self, path: str, source: Path) -> None:
        """Bring one file, whole or not at all."""

    def remove(self, path: str) -> None:
        """Take one file away; no error if it is not there."""

    def settle(self) -> None:
        """Make sure that what was brought survives a power cut."""
