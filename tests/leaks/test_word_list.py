"""The sealed list of words: a wrong passphrase and a machine that is too slow are told apart."""

import re
from pathlib import Path

import pytest

from araz.leaks.word_list import WordsSealed, opened, seal

PASSPHRASE = "dörd gözəl yaşıl armud"


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    seal(tmp_path / "words.age", ("Bulaqlı",), PASSPHRASE)
    return tmp_path / "words.age"


def test_a_wrong_passphrase_is_told_as_such(sealed: Path):
    with pytest.raises(WordsSealed, match="does not open the list"):
        opened(sealed, "something else", pause=lambda _: None)


def test_a_list_that_would_take_too_long_to_open_is_tried_again_and_then_told_as_such(sealed: Path):
    head = re.compile(rb"(-> scrypt \S+) \d+")
    sealed.write_bytes(head.sub(rb"\1 40", sealed.read_bytes(), count=1))  # as a very fast machine might seal it
    pauses: list[float] = []
    with pytest.raises(WordsSealed, match="too busy to open it"):
        opened(sealed, PASSPHRASE, pause=pauses.append)
    assert len(pauses) == 5
