"""Keys in age's form: a public one to which files are sealed, and a secret one that opens them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyrage import IdentityError, RecipientError, x25519

_SECRET: Final = "AGE-SECRET-KEY-1"  # noqa: S105 -- how every one begins


class NotAKey(Exception):
    """A text or file that should hold a key does not; the message says what to do."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """`public` may be known to anybody. `secret` opens what was sealed to `public`, for whoever has it."""

    public: str
    secret: str


def make_pair() -> KeyPair:
    identity = x25519.Identity.generate()
    return KeyPair(public=str(identity.to_public()), secret=str(identity))


def public_key(text: str) -> str:
    """Return the public key in the text. Raises NotAKey."""
    if text.strip().upper().startswith(_SECRET):
        raise NotAKey("This is a secret key. The newsroom keeps only its public half, which begins with age1.")
    try:
        return str(x25519.Recipient.from_str(text.strip()))
    except RecipientError as error:
        raise NotAKey(f"“{text.strip()[:80]}” is not a public key of age. One begins with age1.") from error


def public_half(secret: str) -> str:
    """Return the public key of a secret one. Raises NotAKey."""
    try:
        return str(x25519.Identity.from_str(secret.strip()).to_public())
    except IdentityError as error:
        raise NotAKey("This is not a secret key of age. One begins with AGE-SECRET-KEY-1.") from error


def secret_keys(file: Path) -> tuple[str, ...]:
    """Return the secret keys in a file as age-keygen writes one: a key a line, and comments. Raises NotAKey."""
    try:
        return secret_keys_in(file.read_text(encoding="ascii"))
    except FileNotFoundError as error:
        raise NotAKey(f"There is no file {file}. Give the one that holds the secret key.") from error
    except UnicodeDecodeError as error:
        raise NotAKey(f"{file} is not a file of secret keys. A line of one begins with {_SECRET}.") from error


def secret_keys_in(text: str) -> tuple[str, ...]:
    """Return the secret keys in such a text. Raises NotAKey."""
    lines = text.splitlines()
    found = tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    for secret in found:
        public_half(secret)
    if not found:
        raise NotAKey(f"There is no secret key here. A line of one begins with {_SECRET}.")
    return found
