"""A name is erased from a whole newsroom, and every byte of its folder is searched by a searcher of the tests' own."""

import json
import shutil
import sqlite3
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from araz.edition.erasure import mark_of
from tests.server.planting import NAME, PLANT, PRINT, places
from tests.server.processes import Machine


@dataclass
class Planted:
    """A newsroom in which the name is printed, corrected twice and delivered to a stick."""

    machine: Machine
    folder: Path
    stick: Path
    story: str
    slug: str
    picture: str

    @property
    def public(self) -> Path:
        return self.folder / "sites/main/public"

    def erase(self, *options: object, word: str = NAME) -> dict[str, object]:
        done = self.machine.call("erase", *options, self.folder, "--json", told=word)
        assert done.returncode == 0, done.stdout + done.stderr
        report: dict[str, object] = json.loads(done.stdout)
        return report

    def verify(self) -> None:
        done = self.machine.call("verify", self.folder)
        assert done.returncode == 0, done.stdout + done.stderr

    def content(self) -> dict[str, str]:
        """What is in the folder, but for what SQLite keeps beside an open file."""
        files = (file for file in self.folder.rglob("*") if file.is_file() and file.suffix not in (".lock",))
        return {
            file.relative_to(self.folder).as_posix(): sha256(file.read_bytes()).hexdigest()
            for file in files
            if not file.name.endswith(("-wal", "-shm"))
        }


@pytest.fixture(scope="module")
def original(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    root = tmp_path_factory.mktemp("erasing")
    return _plant(Machine(root / "machine"), Path(shutil.copytree(sample, root / "newsroom")), root / "stick")


def _plant(machine: Machine, folder: Path, stick: Path) -> Planted:
    stick.mkdir()
    with (folder / "araz.toml").open("a") as settings:
        settings.write(f'\n[[deliveries]]\nname = "stick"\nfolder = "{stick}"\n')
    story, slug, picture = machine.python(PLANT, folder).split()
    machine.python(PRINT, folder)
    return Planted(machine, folder, stick, story, slug, picture)


@pytest.fixture
def planted(original: Planted, tmp_path: Path) -> Planted:
    folder, stick = (Path(shutil.copytree(place, tmp_path / place.name)) for place in (original.folder, original.stick))
    settings = folder / "araz.toml"
    settings.write_text(settings.read_text().replace(str(original.stick), str(stick)))
    return Planted(original.machine, folder, stick, original.story, original.slug, original.picture)


def test_the_searcher_finds_the_name_where_it_was_planted(original: Planted):
    found = places(original.folder)
    assert "desk.db" in found
    assert "sites/main/edition.db" in found
    assert "sites/main/ledger.db" in found
    assert "sites/main/receipts.db" in found
    assert any(path.endswith(f"{original.slug}.html") for path in found)
    assert any("/search/" in path for path in found)
    assert any("feed" in path for path in found)
    assert places(original.stick)


def test_a_name_is_in_no_byte_of_the_folder_after_it_was_erased(planted: Planted):
    report = planted.erase("--word", "-")
    assert NAME.split()[0] not in json.dumps(report, ensure_ascii=False)
    assert report["left"] == {}
    assert {"versions of pages", "comments of readers", "lines of the log", "pictures"} <= set(report["places"])  # type: ignore[call-overload]
    assert places(planted.folder) == []
    assert places(planted.stick) == []
    planted.verify()
    printed = (planted.public / "az").glob(f"*/*/{planted.story}.html")
    assert ["[…] evə döndü" in page.read_text() for page in printed] == [True]
    assert mark_of(_old_path(planted)) in (planted.public / "REMOVED").read_text().splitlines()
    assert _publish_again(planted) == f"[…] evə döndü | {planted.story} | 0"


def _old_path(planted: Planted) -> str:
    month = next((planted.public / "az").glob(f"*/*/{planted.story}.html")).parent
    return (month / f"{planted.slug}.html").relative_to(planted.public).as_posix()


def _publish_again(planted: Planted) -> str:
    """Publish the story at the desk as it is now; tell its headline, its address and how many deeds that made."""
    code = f"""
from araz.desk.models import Outbox, StoryPage
from araz.desk.reconciliation import differences
before = Outbox.objects.count()
story = StoryPage.objects.get(public_id="{planted.story}")
assert list(differences()) == [], list(differences())
story.save_revision().publish()
print(story.title, "|", story.address, "|", Outbox.objects.count() - before)
"""
    return planted.machine.python(code, planted.folder)


def test_a_dry_run_changes_nothing_and_counts_the_same(planted: Planted):
    before = planted.content()
    foreseen = planted.erase("--word", "-", "--dry-run")
    assert planted.content() == before
    assert foreseen["places"] == planted.erase("--word", "-")["places"]


def test_a_run_that_was_killed_anywhere_is_finished_by_the_next_one(planted: Planted):
    for moment in ("Erasing", "commit", "Printing", "Writing the databases anew"):
        _erase_and_die(planted, moment)
        planted.verify()
    planted.erase("--word", "-")
    assert places(planted.folder) == []
    assert places(planted.stick) == []
    planted.verify()


def _erase_and_die(planted: Planted, moment: str) -> None:
    """Erase in a process that ends without a word when the moment has come."""
    code = f"""
import os
from django.conf import settings
from araz.desk import outbox
from araz.server.erasing.erase import erase
from araz.server.erasing.recognizing import target_of
from araz.server.press_host import edition_of
newsroom = open_newsroom(settings.ARAZ_NEWSROOM)
def stage(words):
    if words == {moment!r}:
        os._exit(9)
if {moment!r} == "commit":
    outbox.on_new_row(lambda: os._exit(9))
with edition_of(newsroom) as edition:
    erase(newsroom, edition, target_of({NAME!r}, "word", edition), stage)
"""
    with pytest.raises(AssertionError):  # how `python` tells that the process did not end well
        planted.machine.python(code, planted.folder)


def test_what_two_administrators_agreed_to_is_counted_and_then_erased(planted: Planted):
    asked = f"""
from araz.desk.erasing import requests
from araz.desk.roles import make_account
print(requests.ask(make_account("administrator"), "word", {NAME!r}).pk)
"""
    number = planted.machine.python(asked, planted.folder)
    assert planted.machine.call("erase", "--agreed", planted.folder).returncode == 0
    assert places(planted.folder) != []
    agreed = f"""
from araz.desk.erasing import requests
from araz.desk.models.erasures import ErasureRequest
from araz.desk.roles import make_account
request = ErasureRequest.objects.get(pk={number})
assert request.places["versions of pages"] >= 3, request.places
forms = requests.meant(request).forms
assert {{{NAME!r}, "gulnare-qaraxanli"}} <= set(forms), forms
requests.agree(request, make_account("administrator"))
"""
    planted.machine.python(agreed, planted.folder)
    assert planted.machine.call("erase", "--agreed", planted.folder).returncode == 0
    assert places(planted.folder) == []
    state = (
        f"from araz.desk.models.erasures import ErasureRequest\nprint(ErasureRequest.objects.get(pk={number}).state)"
    )
    assert planted.machine.python(state, planted.folder) == "done"


def test_a_stick_that_was_away_finds_what_must_go_by_the_marks(planted: Planted, tmp_path: Path):
    away = planted.stick.rename(tmp_path / "away")
    report = planted.erase("--word", "-")
    assert any("stick" in sentence for sentence in report["not_reached"])  # type: ignore[attr-defined]
    assert places(planted.folder) == []
    away.rename(planted.stick)
    assert planted.machine.call("deliver", "stick", planted.folder).returncode == 0
    assert places(planted.stick) == []


def test_of_a_story_nothing_is_left_but_a_stone(planted: Planted):
    month = _month(planted)
    planted.erase(f"az/{month}/{planted.slug}.html")
    assert [path for path in places(planted.folder) if path != "desk.db"] == []  # where the picture has its caption
    planted.verify()
    stone = (planted.public / "az" / month / f"{planted.story}.html").read_text()
    assert "noindex" in stone
    with sqlite3.connect(planted.folder / "desk.db") as desk:
        assert desk.execute("select count(*) from desk_storypage where public_id = ?", (planted.story,)).fetchone() == (
            0,
        )
    planted.erase("--picture", planted.picture)
    assert places(planted.folder) == []


def _month(planted: Planted) -> str:
    return (
        next((planted.public / "az").glob(f"*/*/{planted.slug}.html"))
        .parent.relative_to(planted.public / "az")
        .as_posix()
    )


def test_a_picture_is_gone_with_its_files_wherever_it_was_shown(planted: Planted):
    planted.erase(f"m/{planted.picture[:2]}/{planted.picture}-480.webp")
    for place in (planted.folder, planted.stick):
        assert [file for file in place.rglob("*") if planted.picture in file.name] == []
        whole = (file.read_bytes() for file in place.rglob("*") if file.is_file())
        assert not any(planted.picture.encode() in content or _is_picture(content, planted) for content in whole)
    planted.verify()
    story = next((planted.public / "az").glob(f"*/*/{planted.slug}.html")).read_text()
    assert "<figure" not in story


_DOCUMENT = """
from io import BytesIO
from django.conf import settings
from pikepdf import Pdf
from araz.desk.models import DeskDocument, SectionPage, StoryPage
from araz.typesetting.pictures import FolderMediaStore
section = SectionPage.objects.filter(locale__language_code="az").order_by("path").first()
pdf, file = Pdf.new(), BytesIO()
pdf.add_blank_page()
pdf.save(file, deterministic_id=True)
FolderMediaStore(settings.ARAZ_MEDIA).keep_document("5ecade" + "0" * 26, file.getvalue())
document = DeskDocument.objects.create(title="Hesabat", content_hash="5ecade" + "0" * 26, size=17, pages=1)
story = StoryPage(title="Hesabat verildi", locale=section.locale)
story.body = [("file", {"document": document, "title": "", "language": ""})]
section.add_child(instance=story)
story.save_revision().publish()
"""


def test_a_document_is_gone_with_its_file_wherever_it_was_shown(planted: Planted):
    planted.machine.python(_DOCUMENT, planted.folder)
    planted.machine.python(PRINT, planted.folder)
    assert (planted.public / "f/5e" / f"5ecade{'0' * 26}.pdf").exists()
    report = planted.erase(f"f/5e/5ecade{'0' * 26}.pdf")
    assert (report["what"], report["left"]) == ("document", {})
    for place in (planted.folder, planted.stick):
        files = [file for file in place.rglob("*") if file.is_file()]
        assert [file.name for file in files if "5ecade0" in file.name or b"5ecade0000" in file.read_bytes()] == []
    planted.verify()
    assert list((planted.public / "az").glob("*/*/hesabat-verildi.html"))


def _is_picture(content: bytes, planted: Planted) -> bool:
    return sha256(content).hexdigest().startswith(planted.picture)


def test_what_is_not_there_is_said_and_named_wrongly_is_refused(planted: Planted):
    assert planted.erase("--word", "-", word="Heçkəsəbənzəməyən")["places"] == {}
    refused = planted.machine.call("erase", "--story", "az/2026/11/yox.html", planted.folder)
    assert (refused.returncode, "There is no such story" in refused.stderr) == (1, True)
