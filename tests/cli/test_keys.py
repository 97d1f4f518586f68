"""`araz keys`: the newsroom has public keys only."""

import stat
from pathlib import Path

from araz.seal.keys import make_pair, public_half, secret_keys
from tests.cli.conftest import araz


def test_a_key_is_made_once_and_its_secret_half_stays_outside(folder: Path, tmp_path: Path):
    place = tmp_path / "stick.txt"
    assert araz("keys", "make", place, folder).exit_code == 0
    (secret,) = secret_keys(place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert araz("keys", "list", folder).stdout.strip() == public_half(secret)
    inside = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    assert not any(secret.encode() in content for content in inside)


def test_a_key_is_not_made_inside_the_newsroom_nor_over_another(folder: Path, tmp_path: Path):
    inside = araz("keys", "make", folder / "media.txt", folder)
    assert (inside.exit_code, (folder / "media.txt").exists()) == (1, False)
    assert "where the secret key must never be" in inside.stderr
    (tmp_path / "key.txt").write_text("precious")
    over = araz("keys", "make", tmp_path / "key.txt", folder)
    assert over.exit_code == 1
    assert "exists already. Name a new file" in over.stderr
    assert (tmp_path / "key.txt").read_text() == "precious"
    assert "There are no keys." in araz("keys", "list", folder).stdout


def test_public_keys_are_added_once_and_nothing_else_is_taken_for_one(folder: Path):
    pair = make_pair()
    assert "too" in araz("keys", "add", pair.public, folder).stdout
    assert "already" in araz("keys", "add", pair.public, folder).stdout
    assert araz("keys", "list", folder).stdout == f"{pair.public}\n"
    secret = araz("keys", "add", pair.secret, folder)
    assert secret.exit_code == 1
    assert secret.stderr == "This is a secret key. The newsroom keeps only its public half, which begins with age1.\n"
    assert "is not a public key of age" in araz("keys", "add", "age1nonsense", folder).stderr


def test_a_broken_file_of_keys_is_told_before_a_key_is_made(folder: Path, tmp_path: Path):
    (folder / "backup-keys.txt").write_text("age1broken\n")
    refused = araz("keys", "make", tmp_path / "key.txt", folder)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("backup-keys.txt in the newsroom's folder: “age1broken” is not")
    assert not (tmp_path / "key.txt").exists()
