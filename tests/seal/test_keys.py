"""Keys in age's form, made by chance or of what is there already."""

from hashlib import sha256

import pyrage
import pytest
from pyrage import x25519

from araz.seal.keys import make_pair, pair_from

LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"  # of Bech32


def bytes_of(secret: str) -> bytes:
    bits = "".join(f"{LETTERS.index(letter):05b}" for letter in secret.lower().partition("1")[2][:-6])
    return int(bits[:256], 2).to_bytes(32, "big")


def test_age_writes_a_key_of_the_same_bytes_as_we_do():
    for _ in range(20):
        made = make_pair()
        assert pair_from(bytes_of(made.secret)) == made


def test_the_same_bytes_open_what_was_sealed_to_them_and_others_do_not():
    pair, other = (pair_from(sha256(secret).digest()) for secret in (b"a", b"b"))
    sealed = pyrage.encrypt(b"Leyla", [x25519.Recipient.from_str(pair.public)])
    assert pyrage.decrypt(sealed, [x25519.Identity.from_str(pair.secret)]) == b"Leyla"
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [x25519.Identity.from_str(other.secret)])
