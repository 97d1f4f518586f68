from pathlib import Path

import pytest

from araz.contracts import DeliveryFailed, PressedFile
from araz.deliveries.folder import FolderDelivery
from araz.pressroom.account import Sheet
from araz.pressroom.dispatch import dispatch
from araz.pressroom.ledger import Ledger
from araz.pressroom.receipts import Receipts
from araz.pressroom.tree import Tree


class Site:
    """A tree and its ledger, written without a press."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = Ledger(folder / "ledger.db")
        self.receipts = Receipts(folder / "receipts.db")
        self.tree = Tree(folder / "public")
        self.tree.root.mkdir()
        self.target = folder / "stick"
        self.target.mkdir()
        self.delivery = FolderDelivery("stick", self.target)

    def write(self, path: str, words: str) -> None:
        self.tree.write(PressedFile(path=path, body=words.encode()))
        with self.ledger.transaction():
            sheet = Sheet(path=path, page=path, hash=words, bytes=len(words))
            self.ledger.account("website").settle([sheet], [], [])

    def remove(self, path: str) -> None:
        self.tree.remove(path)
        with self.ledger.transaction():
            self.ledger.account("website").settle([], [], [path])

    def deliver(self) -> list[str]:
        return list(dispatch(self.delivery, self.tree.root, self.ledger, self.receipts))

    def there(self) -> dict[str, str]:
        return {
            str(file.relative_to(self.target)): file.read_text() for file in self.target.rglob("*") if file.is_file()
        }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_only_what_is_new_is_brought_in_the_order_in_which_it_was_printed(site: Site):
    site.write("az/story.html", "story")
    site.write("az/index.html", "front")
    assert site.deliver() == ["az/story.html", "az/index.html"]
    assert site.deliver() == []
    site.write("az/index.html", "front two")
    assert site.deliver() == ["az/index.html"]
    assert site.there() == {"az/story.html": "story", "az/index.html": "front two"}


def test_what_was_taken_away_is_taken_away_there_last(site: Site):
    site.write("az/old/a.html", "a")
    site.deliver()
    site.remove("az/old/a.html")
    site.write("az/index.html", "front")
    assert site.deliver() == ["az/index.html", "az/old/a.html"]
    assert site.there() == {"az/index.html": "front"}
    assert not (site.target / "az/old").exists()


def test_a_delivery_that_was_cut_off_goes_on_where_it_was(site: Site):
    for number in range(5):
        site.write(f"{number}.html", str(number))
    load = dispatch(site.delivery, site.tree.root, site.ledger, site.receipts)
    assert [next(load), next(load)] == ["0.html", "1.html"]
    load.close()
    assert site.deliver() == ["2.html", "3.html", "4.html"]


def test_a_folder_that_is_not_there_is_a_sentence_and_what_is_new_waits(site: Site):
    site.write("index.html", "root")
    site.target.rmdir()
    with pytest.raises(DeliveryFailed, match=r"is not there\. Plug the disk in"):
        site.deliver()
    site.target.mkdir()
    assert site.deliver() == ["index.html"]


def test_a_ledger_begun_anew_brings_only_what_differs_and_takes_away_what_is_gone(site: Site):
    site.write("a.html", "a")
    site.write("b.html", "b")
    site.deliver()
    site.ledger.close()
    (site.folder / "ledger.db").unlink()
    site.ledger = Ledger(site.folder / "ledger.db")
    site.write("a.html", "a")
    site.write("c.html", "c")
    assert site.deliver() == ["c.html", "b.html"]
    assert site.there() == {"a.html": "a", "c.html": "c"}


def test_file_times_decide_nothing(site: Site):
    site.write("a.html", "a")
    site.deliver()
    (site.tree.root / "a.html").touch()
    (site.target / "a.html").touch()
    assert site.deliver() == []


def test_no_half_file_is_ever_seen_under_its_name(site: Site, monkeypatch):
    site.write("a.html", "first")
    site.deliver()
    site.write("a.html", "second")

    def break_off(source: Path, target: Path) -> None:
        target.write_text("sec")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("araz.deliveries.folder.delivery.shutil.copyfile", break_off)
    with pytest.raises(DeliveryFailed, match="Make room"):
        site.deliver()
    assert (site.target / "a.html").read_text() == "first"
