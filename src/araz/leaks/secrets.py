"""What must be in no output, as one frozen value in memory: it is never written anywhere."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

import msgspec

from araz.contracts import SecretKind

SHORTEST: Final = 5  # letters and digits of a value that is searched; shorter ones stand in half of all words


class Secrets(msgspec.Struct, frozen=True, kw_only=True):
    """What one newsroom has to hide."""

    accounts: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()  # of accounts; searched as they are and as their MD5, SHA-1 and SHA-256
    hosts: tuple[str, ...] = ()  # names that readers don't know: of the desk, of the database
    machines: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # the newsroom's own list
    words_known: bool = True  # false: there is a sealed list, and nobody has opened it

    def __repr__(self) -> str:
        return f"Secrets({sum(1 for _ in self.values())} values)"

    def values(self) -> Iterator[tuple[SecretKind, str]]:
        """Yield every value that is long enough to be searched."""
        rows: tuple[tuple[SecretKind, tuple[str, ...]], ...] = (
            ("account", self.accounts),
            ("account e-mail", self.emails),
            ("host", self.hosts),
            ("machine", self.machines),
            ("folder", self.folders),
            ("word", self.words),
        )
        for kind, values in rows:
            yield from ((kind, value) for value in values if sum(letter.isalnum() for letter in value) >= SHORTEST)


NO_SECRETS: Final = Secrets()


def mark_of(secrets: Secrets, key: bytes) -> str:
    """Return what tells one list of words from another and says nothing about either; empty while they are unknown."""
    if not secrets.words_known:
        return ""
    told = "\0".join(sorted(secrets.words)).encode()
    return blake2b(told, key=key[:64], digest_size=8, person=b"words").hexdigest()
