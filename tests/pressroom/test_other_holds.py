"""Where the holds are lost, damaged or of an earlier day, nothing that was held appears."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from araz.contracts import Hit
from araz.edition.blocks import Paragraph
from araz.edition.text import plain
from araz.pressroom.holds import Holds
from tests.edition.conftest import MASTHEAD, a_story
from tests.pressroom.test_holds import CLEAN, SECTION, WORD, Site, a_proofreader, a_story_saying

FILES = ("holds.db", "holds.db-wal", "holds.db-shm")
EARLIER = "an earlier day"


def lose(site: Path) -> None:
    for name in FILES:
        (site / name).unlink(missing_ok=True)


def overwrite(site: Path) -> None:
    lose(site)
    (site / "holds.db").write_bytes(b"This is no database. " * 400)


def tear(site: Path) -> None:
    """A page in the middle is gone, as after a fault of the disk; the beginning can be read."""
    content = bytearray((site / "holds.db").read_bytes())
    content[4096 : 4096 * 4] = bytes(4096 * 3)
    lose(site)
    (site / "holds.db").write_bytes(content)


def bring_back(site: Path) -> None:
    lose(site)
    shutil.copy(site / EARLIER, site / "holds.db")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of which the holds were copied before a story was held."""
    site = Site.at(tmp_path / "site", a_proofreader())
    site.rooms = site.rooms[:1]
    site.hand_over(site.outbox.arrange(MASTHEAD), site.outbox.arrange(SECTION), site.outbox.publish(CLEAN))
    site.close()
    shutil.copy(site.folder / "holds.db", site.folder / EARLIER)
    return site.folder


@pytest.mark.parametrize("spoil", [lose, overwrite, tear, bring_back])
def test_what_is_held_stays_so_without_its_holds(folder: Path, spoil: Callable[[Path], None]):
    site = Site.at(folder, a_proofreader())
    site.rooms = site.rooms[:1]
    site.outbox.forgotten = site.edition.last_outbox()
    site.hand_over(site.outbox.publish(a_story_saying(f"Bunu {WORD} yazıb.")))
    site.close()
    spoil(folder)
    again = Site.at(folder, a_proofreader())
    again.rooms = again.rooms[:1]
    again.outbox.forgotten = again.edition.last_outbox()
    again.edition.append([again.outbox.correct(CLEAN)])
    while again.rooms[0].is_behind():
        steps = [again.rooms[0].press_new()]
        if steps[-1].resetting:
            for _ in again.rooms[0].reset():
                assert again.saying(WORD) == [] == again.saying(a_story().headline)
    assert again.held == ["k3v9q2aa"]
    assert again.saying(WORD) == [] == again.saying(a_story().headline)
    assert "az/index.html" in again.saying("Qar yağır")
    again.close()


def test_a_book_of_holds_of_the_first_form_keeps_what_it_holds(tmp_path: Path):
    site = Site.at(tmp_path / "site", a_proofreader())
    site.hand_over(site.outbox.arrange(MASTHEAD), site.outbox.arrange(SECTION))
    site.hand_over(site.outbox.publish(a_story_saying(WORD)))
    site.close()
    with Holds(site.folder / "holds.db") as holds:
        before = holds.held()
        connection = holds._connection
        connection.execute("alter table finding drop column thing")
        connection.execute("drop table held_part")
        connection.execute("drop table let_out")
        connection.execute("pragma user_version = 1")
    with Holds(site.folder / "holds.db") as holds:
        assert holds.held() == before != {}
        assert holds.findings()["k3v9q2aa"][0].kind == "word"


def test_what_was_taken_back_since_that_day_does_not_appear_again(tmp_path: Path):
    told = a_proofreader().digest("k3v9q2aa", Hit("network address", "10.20.30.40"))
    site = Site.at(tmp_path / "site", a_proofreader(told))
    site.rooms = site.rooms[:1]
    site.hand_over(site.outbox.arrange(MASTHEAD), site.outbox.arrange(SECTION))
    body = (Paragraph(text=plain("Qar yağır. " * 80)), Paragraph(text=plain("10.20.30.40")))
    site.hand_over(site.outbox.publish(a_story(body=body)))  # of which the front page shows the first paragraph
    site.rooms[0].holds.set_fact("examined", site.edition.last_outbox())
    site.rooms[0].holds.scrub()  # so that all of it is in the file
    shutil.copy(site.folder / "holds.db", site.folder / EARLIER)
    site.with_proofreader(a_proofreader())
    assert site.saying(a_story().headline) == []
    site.close()
    bring_back(site.folder)
    again = Site.at(site.folder, a_proofreader())
    again.rooms = again.rooms[:1]
    again.outbox.forgotten = again.edition.last_outbox()
    again.edition.append([again.outbox.publish(CLEAN)])
    printed = again.rooms[0].press_new()
    assert again.saying(a_story().headline) == [] == again.saying("10.20.30.40")
    assert printed.resetting  # what stands deeper in the archive is read again too
    again.close()
