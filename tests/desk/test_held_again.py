"""Desk and presses together: what the desk was told is held again where the holds are lost, and decisions reach the paper."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from araz.desk import held_back, letting_out
from araz.desk.models import HeldBack, HeldFinding, LettingOut
from araz.edition.store import Edition
from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets
from araz.presses.website import WebsitePress
from araz.pressroom.pressroom import Pressroom
from araz.server.courier import carry, hold_what_the_desk_knows, keeping_formers, tell_held
from araz.typesetting.pictures import FolderMediaStore
from tests.desk.conftest import Newsroom, Staff

pytestmark = pytest.mark.database

WORD, ADDRESS = "Gizlinov", "yaz@old.example"
KEY = b"a key of a newsroom"
TODAY = date(2026, 11, 26)


class Paper:
    """An edition and its website, with what the newsroom knows at a moment."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()
        self.edition = Edition.open(folder / "edition.db", may_make=True)
        self.open()

    def open(self) -> None:
        self.room = Pressroom(self.edition, WebsitePress(FolderMediaStore(self._folder / "media")), self._folder)

    def print(self, *, words_known: bool = True) -> None:
        secrets = Secrets(words=(WORD,) if words_known else (), words_known=words_known)
        proofreader = Proofreader(secrets, key=KEY, waived=held_back.waived())
        self.room.close()
        self.room = Pressroom(
            self.edition, WebsitePress(FolderMediaStore(self._folder / "media")), self._folder, proofreader
        )
        hold_what_the_desk_knows(self.room, self.edition, proofreader)
        self.room.look_again(proofreader)
        while self.room.look_on():
            pass
        carry(self.edition, keeping_formers(self.edition, self.room.holds, proofreader))
        while self.room.is_behind():
            if self.room.press_new().resetting:
                self.room.reset_now()
        tell_held(self.room.holds)

    def lose_holds(self) -> None:
        self.room.close()
        for file in self._folder.glob("holds.db*"):
            file.unlink()

    def saying(self, words: str) -> list[Path]:
        return [file for file in (self._folder / "public").rglob("*.html") if words in file.read_text(encoding="utf-8")]

    def close(self) -> None:
        self.room.close()
        self.edition.close()


@pytest.fixture
def paper(newsroom: Newsroom, tmp_path: Path) -> Iterator[Paper]:
    paper = Paper(tmp_path / "site")
    yield paper
    paper.close()


def test_a_story_held_for_a_word_stays_so_when_the_holds_are_lost_and_nobody_has_opened_the_words(
    newsroom: Newsroom, paper: Paper
):
    newsroom.public_story(title=f"{WORD} danışır")
    newsroom.public_story(title="Qar yağır")
    paper.print()
    assert HeldFinding.objects.filter(kind="word").exists()
    paper.lose_holds()
    paper.print(words_known=False)
    newsroom.public_story(title="Yağış yağır")
    paper.print(words_known=False)
    assert paper.saying("Yağış yağır")
    assert paper.saying(WORD) == []
    assert HeldBack.objects.filter(page__isnull=False).count() == 1


def test_what_is_let_out_everywhere_is_printed_and_what_is_taken_back_is_not(
    newsroom: Newsroom, staff: Staff, paper: Paper
):
    for number in range(3):
        newsroom.public_story(title=f"Xəbər {number}", standfirst=f"Yazın: {ADDRESS}")
    paper.print()
    assert paper.saying(ADDRESS) == []
    (thing,) = set(HeldFinding.objects.values_list("thing", flat=True))
    assert letting_out.waive_everywhere(staff.editor, thing, TODAY) == 3
    paper.print()
    assert paper.saying("Xəbər 2")
    assert not HeldBack.objects.exists()
    letting_out.take_back(staff.editor, LettingOut.objects.get().pk)
    paper.print()
    assert paper.saying(ADDRESS) == [] == paper.saying("Xəbər 2")
    assert HeldBack.objects.count() == 3
