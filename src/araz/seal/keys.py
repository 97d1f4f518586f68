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


def pair_from(secret: bytes) -> KeyPair:
    """Return the pair whose secret half is these 32 bytes, such as a keyed hash gives: nobody has to keep it."""
    text = _bech32(_SECRET.removesuffix("1").lower(), secret).upper()
    return KeyPair(public=public_half(text), secret=text)


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


# How age writes a key as letters (Bech32, BIP 173): five bits each, and a checksum of six at the end.
_LETTERS: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def _bech32(prefix: str, content: bytes) -> str:
    bits = "".join(f"{byte:08b}" for byte in content)
    values = [int(bits[start : start + 5].ljust(5, "0"), 2) for start in range(0, len(bits), 5)]
    beginning = [*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix)]
    sum_ = _checksum([*beginning, *values, *[0] * 6]) ^ 1
    values += [sum_ >> 5 * (5 - place) & 31 for place in range(6)]
    return f"{prefix}1" + "".join(_LETTERS[value] for value in values)


def _checksum(values: list[int]) -> int:
    sum_ = 1
    for value in values:
        top = sum_ >> 25
        sum_ = (sum_ & 0x1FFFFFF) << 5 ^ value
        for bit, part in enumerate(_GENERATOR):
            sum_ ^= part if top >> bit & 1 else 0
    return sum_
