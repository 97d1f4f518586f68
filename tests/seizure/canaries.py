"""Words that stand nowhere else, where each is put, and which of them a seized machine is allowed to have."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5, sha1, sha256
from pathlib import Path
from typing import Final

from tests.importers.wordpress.personal import layers

# As THREATMODEL.md says, under “What is kept, and why”. Key: the canary; value: files that may have it.
KEPT: Final[dict[str, tuple[str, ...]]] = {
    "draft that was saved": ("desk.db",),
    "draft that was taken back": ("desk.db",),  # an older version of the same story
    "draft that is only previewed": ("desk.db",),  # a day long
    "headline that is public": ("desk.db", "sites/"),
    "title of a picture": ("desk.db",),
    "name of a passkey or keyword": ("desk.db",),
    "name of a commenter": ("sites/", "desk.db"),
    "draft that was deleted": ("desk.db",),  # its words, in the desk's search index, until the tidying of the day
}
UNTIL_TIDIED: Final = "draft that was deleted"
NOWHERE: Final = (
    "name typed at sign-in",
    "passphrase typed at sign-in",
    "passphrase of an account",
    "wrong code",
    "invented link",
    "where to go after signing in",
    "search at the desk",
    "keyword that was looked for",
    "file name of an upload",
    "artist in an upload",
    "file name of a refused upload",
    "text in a refused upload",
    "first name sent to a form",
    "address sent to a form",
    "text of a form without its token",
    "browser at the desk",
    "page before, at the desk",
    "cookie at the desk",
    "language of a browser at the desk",
    "query of a fault",
    "path of a reader",
    "query of a reader",
    "browser of a reader",
    "page before, of a reader",
    "cookie of a reader",
    "body sent by a reader",
    "host that a reader named",
    "mail of a commenter",
    "site of a commenter",
    "browser of a commenter",
    "account of the old system",
)
# Addresses of machines: of who comes by a proxy, and of a commenter in an old system's export.
NUMBERS: Final = ("203.0.113.177", "198.51.100.231", "2001:db8:77::1f")


def canary(what: str) -> str:
    """The word for a place: the same each time, in letters that no language folds."""
    letters = sha256(what.encode()).hexdigest()[:14].translate(str.maketrans("0123456789", "ghkmnpqrst"))
    return f"zq{letters}"


@dataclass(frozen=True)
class Found:
    what: str
    where: str


def search(folder: Path) -> Iterator[Found]:
    """Look for every canary, and for its digests, in the names and in all bytes below a folder, unpacked as often as needed."""
    wanted = {form: what for what in (*KEPT, *NOWHERE) for form in _forms(canary(what))}
    wanted |= {form: number for number in NUMBERS for form in _forms(number)}
    for file in sorted(folder.rglob("*")):
        where = file.relative_to(folder).as_posix()
        yield from (Found(what, where) for form, what in wanted.items() if form in where.encode().lower())
        if file.is_file():
            seen = set()
            for layer in layers(file.read_bytes()):
                small = layer.lower()
                seen |= {what for form, what in wanted.items() if form in small}
            yield from (Found(what, where) for what in sorted(seen))


def _forms(word: str) -> Iterator[bytes]:
    plain = word.encode()
    yield plain
    yield plain.hex().encode()
    for digest in (md5, sha1, sha256):
        yield digest(plain, usedforsecurity=False).hexdigest().encode()
