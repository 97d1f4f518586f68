"""Sealed files: opened by the right key alone, and believed only when they are whole."""

import io
import os
import tracemalloc
from pathlib import Path
from typing import BinaryIO, cast

import pyrage
import pytest
from pyrage import x25519

from araz.seal.envelope import Damaged, NotForThisKey, opening, sealing
from araz.seal.keys import make_pair

PAIR = make_pair()
CONTENT = os.urandom(300_000)


def sealed(content: bytes = CONTENT, *keys: str) -> bytes:
    target = io.BytesIO()
    with sealing(target, keys or (PAIR.public,)) as file:
        file.write(content)
    return target.getvalue()


def opened(content: bytes, *secrets: str) -> bytes:
    with opening(io.BytesIO(content), secrets or (PAIR.secret,)) as file:
        return file.read()


def test_what_was_sealed_to_two_keys_is_opened_by_either():
    other = make_pair()
    content = sealed(CONTENT, PAIR.public, other.public)
    assert opened(content) == opened(content, other.secret) == CONTENT


def test_other_programs_for_age_open_it():
    assert pyrage.decrypt(sealed(), [x25519.Identity.from_str(PAIR.secret)]) == CONTENT


def test_another_key_does_not_open_it():
    with pytest.raises(NotForThisKey):
        opened(sealed(), make_pair().secret)


@pytest.mark.parametrize("length", [0, 10, 120, 250, 65_536, 200_000, -1])
def test_a_file_that_was_cut_off_is_damaged(length: int):
    with pytest.raises(Damaged):
        opened(sealed()[:length])


def test_a_file_that_was_cut_off_where_a_portion_ends_is_damaged():
    content = sealed()
    body = content.index(b"\n", content.index(b"\n---") + 1) + 1  # after the header's last line
    for portions in (1, 2, 4):
        with pytest.raises(Damaged):
            opened(content[: body + 16 + portions * (65_536 + 16)])


@pytest.mark.parametrize("where", [5, 40, 150, 1000, 70_000, 250_000, -1])
def test_a_file_of_which_one_bit_was_altered_is_refused(where: int):
    content = bytearray(sealed())
    content[where] ^= 1
    with pytest.raises((Damaged, NotForThisKey)):
        opened(bytes(content))


def test_a_reader_that_stops_early_gets_its_own_error():
    with (
        pytest.raises(ZeroDivisionError),
        opening(io.BytesIO(sealed(os.urandom(2_000_000))), (PAIR.secret,)) as file,
    ):
        assert 1 // len(file.read(0))


def test_what_comes_after_the_end_that_a_reader_saw_is_checked_too():
    with pytest.raises(Damaged), opening(io.BytesIO(sealed()[:-1]), (PAIR.secret,)) as file:
        file.read(10)


def test_a_full_disk_is_told_as_such(tmp_path: Path):
    with (
        pytest.raises(OSError, match="No space left") as told,
        Path("/dev/full").open("wb", buffering=0) as disk,
        sealing(cast(BinaryIO, disk), (PAIR.public,)) as file,
    ):
        file.write(CONTENT)
    assert told.value.errno == 28


def test_sealing_and_opening_keep_no_more_than_a_portion(tmp_path: Path):
    portion, place = b"x" * 1_000_000, tmp_path / "sealed"
    tracemalloc.start()
    with place.open("wb") as target, sealing(target, (PAIR.public,)) as file:
        for _ in range(40):
            file.write(portion)
    with place.open("rb") as source, opening(source, (PAIR.secret,)) as file:
        length = 0
        while part := file.read(65_536):
            length += len(part)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length == 40_000_000
    assert peak < 4_000_000
