"""Hashes of names and addresses of accounts, in the ways in which services and programs write them."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import md5, sha1, sha256, sha384, sha512
from typing import Final

_UUID_DIGITS: Final = 32
_LONGEST_IN_GROUPS: Final = 64  # of SHA-256; each group costs memory
_IN_BASE64: Final = re.compile(r"\w+")
_BYTE_BY_BYTE: Final = re.compile(  # behind the first byte
    r":(?<=[0-9A-Fa-f]{2}:)(?:[0-9A-Fa-f]{2}:){14,62}[0-9A-Fa-f]{2}"
)


def hashes_of(value: str) -> Iterator[bytes]:
    """Yield the digests of a value as it is, in small letters and in capitals, and of an address as FOAF has it."""
    bare = value.strip()
    for written in {value, bare.lower(), bare.upper(), *([f"mailto:{bare.lower()}"] if "@" in bare else ())}:
        for make in (md5, sha1, sha256, sha384, sha512):
            yield make(written.encode(), usedforsecurity=False).digest()


def words_of_hash(digest: bytes) -> Iterator[tuple[str, ...]]:
    """Yield the words that a digest is when it is written: in hexadecimal, in groups of four, as a UUID, in base64."""
    told = digest.hex()
    yield (told,)
    if len(told) <= _LONGEST_IN_GROUPS:
        yield tuple(told[start : start + 4] for start in range(0, len(told), 4))
    if len(told) == _UUID_DIGITS:
        yield (told[:8], told[8:12], told[12:16], told[16:20], told[20:])
    whole = b64encode(digest).decode().rstrip("=").lower()
    # Its other signs part it, but for the one that joins in addresses.
    yield tuple(_IN_BASE64.findall(whole))
    yield tuple(word.replace("_", "") for word in _IN_BASE64.findall(whole.replace("+", "-").replace("/", "_")))


def byte_by_byte(text: str) -> Iterator[bytes]:
    """Yield what stands in the text as bytes with colons between, as certificates show their hashes."""
    for found in _BYTE_BY_BYTE.finditer(text):
        yield bytes.fromhex(text[found.start() - 2 : found.end()].replace(":", ""))
