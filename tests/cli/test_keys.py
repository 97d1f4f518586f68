"""`araz keys`: the newsroom has public keys only."""

import stat
from pathlib import Path

from araz.seal.keys import make_pair, public_half, secret_keys
from tests.server.processes import Machine


def test_a_key_is_made_once_and_its_secret_half_stays_outside(machine: Machine, paper: Path, tmp_path: Path):
    place = tmp_path / "stick.txt"
    assert machine.call("keys", "make", place, paper).returncode == 0
    (secret,) = secret_keys(place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert machine.call("keys", "list", paper).stdout.strip() == public_half(secret)
    inside = [file.read_bytes() for file in paper.rglob("*") if file.is_file()]
    assert not any(secret.encode() in content for content in inside)


def test_a_key_is_not_made_inside_the_newsroom_nor_over_another(machine: Machine, paper: Path, tmp_path: Path):
    inside = machine.call("keys", "make", paper / "media.txt", paper)
    assert (inside.returncode, (paper / "media.txt").exists()) == (1, False)
    assert "where the secret key must never be" in inside.stderr
    (tmp_path / "key.txt").write_text("precious")
    over = machine.call("keys", "make", tmp_path / "key.txt", paper)
    assert over.returncode == 1
    assert "exists already. Name a new file" in over.stderr
    assert (tmp_path / "key.txt").read_text() == "precious"
    assert "There are no keys." in machine.call("keys", "list", paper).stdout


def test_public_keys_are_added_once_and_nothing_else_is_taken_for_one(machine: Machine, paper: Path):
    pair = make_pair()
    assert "too" in machine.call("keys", "add", pair.public, paper).stdout
    assert "already" in machine.call("keys", "add", pair.public, paper).stdout
    assert machine.call("keys", "list", paper).stdout == f"{pair.public}\n"
    secret = machine.call("keys", "add", pair.secret, paper)
    assert secret.returncode == 1
    assert secret.stderr == "This is a secret key. The newsroom keeps only its public half, which begins with age1.\n"
    assert "is not a public key of age" in machine.call("keys", "add", "age1nonsense", paper).stderr


def test_a_broken_file_of_keys_is_told_before_a_key_is_made(machine: Machine, paper: Path, tmp_path: Path):
    (paper / "backup-keys.txt").write_text("age1broken\n")
    refused = machine.call("keys", "make", tmp_path / "key.txt", paper)
    assert refused.returncode == 1
    assert refused.stderr.startswith("backup-keys.txt in the newsroom's folder: “age1broken” is not")
    assert not (tmp_path / "key.txt").exists()
