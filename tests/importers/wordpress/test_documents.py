"""Documents (PDF) of an old site come along: once each, written anew, offered by the stories that led to them."""

import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_documents import POSTS, a_pdf, write_documents
from tests.importers.wordpress.old_paper import write_export
from tests.importers.wordpress.personal import people_of, places_that_name
from tests.importers.wordpress.test_breaking_off import tree_of
from tests.server.processes import Machine, until

KEPT = (
    "from araz.desk.models import DeskDocument\n"
    "print(*sorted(f'{each.title} {each.pages}' for each in DeskDocument.objects.all()), sep=', ')"
)
AT_DESK = "Göl haqqında 62 1, Komissiyanın sözü 2"
UPLOADS = "/wp-content/uploads"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the export and the uploads."""
    folder = tmp_path_factory.mktemp("old")
    write_export(folder / "old.xml", POSTS)
    write_documents(folder / "uploads")
    return folder


@pytest.fixture(scope="module")
def came(old: Path, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Mover:
    """A newsroom after the import; look only."""
    root = tmp_path_factory.mktemp("came")
    mover = Mover(Machine(root / "machine"), Path(shutil.copytree(made, root / "paper")), root / "report.json")
    mover.bring(old / "old.xml", media=old / "uploads")
    return mover


def offered_by(mover: Mover, number: int) -> list[tuple[str, str]]:
    """Return path and name of each document that a story offers."""
    page = mover.pages()[f"az/2024/06/gol-{number}.html"]
    return re.findall(r'<p class="file"><a href="../../../(f/[^"]+)"[^>]*><bdi>(.*?)</bdi>', page)


def words_of(mover: Mover, number: int) -> str:
    """Return what stands in a story, without its tags."""
    page = mover.pages()[f"az/2024/06/gol-{number}.html"]
    body = page.partition('<div class="body">')[2].partition('<div class="end">')[0]
    return re.sub("<[^>]+>", "", body)


def names_of(mover: Mover, number: int) -> list[str]:
    return [name for _, name in offered_by(mover, number)]


def led(mover: Mover) -> dict[str, str]:
    """Return where each old address leads."""
    drawers = "".join(file.read_text() for file in (mover.public / "redirects").iterdir())
    return dict(re.findall(r'"([^"]+)":"([^"]+)"', drawers))


def report_of(mover: Mover) -> dict[str, object]:
    report = json.loads(mover.report_file.read_text())
    return {name: report[name] for name in ("documents", "documents_refused", "documents_missing", "other_files")}


def told(mover: Mover) -> str:
    return "\n".join(found["what"] for found in json.loads(mover.report_file.read_text())["findings"])


# In stories


def test_a_story_offers_the_document_to_which_its_link_led_and_keeps_the_words(came: Mover):
    ((path, name),) = offered_by(came, 60)
    assert name == "Komissiyanın sözü"
    assert (came.public / path).read_bytes().startswith(b"%PDF-1.7")
    assert "hesabatın özü" in words_of(came, 60)
    assert words_of(came, 60).index("Komissiyanın") < words_of(came, 60).index("Son.")


def test_a_post_that_is_only_a_link_to_a_document_is_a_story_with_it(came: Mover):
    assert names_of(came, 61) == ["Komissiyanın sözü"]


def test_a_viewer_elsewhere_that_showed_a_document_is_the_document(came: Mover):
    assert len(offered_by(came, 62)) == 1
    assert "docs.google.com" not in came.pages()["az/2024/06/gol-62.html"]


def test_the_page_of_an_attachment_is_its_document(came: Mover):
    assert offered_by(came, 63) == offered_by(came, 60)


def test_a_file_that_lies_in_two_folders_is_one_document(came: Mover):
    assert [path for path, _ in offered_by(came, 67)] == [path for path, _ in offered_by(came, 60)]
    assert came.machine.python(KEPT, came.folder) == AT_DESK


def test_a_document_is_called_after_its_attachment_else_the_link_else_the_story_and_never_after_its_file(came: Mover):
    assert names_of(came, 67) == ["eyni sənəd"]  # the attachment's title names an account
    assert names_of(came, 62) == ["Göl haqqında 62"]  # its title is the file's name, and a viewer says no words


def test_a_link_to_a_document_of_another_site_stays_a_link(came: Mover):
    assert offered_by(came, 68) == []
    assert (
        'href="https://new.example/wp-content/uploads/2019/05/hesabat-2019.pdf"'
        in came.pages()["az/2024/06/gol-68.html"]
    )


# What does not come


def test_a_refused_or_missing_document_leaves_its_name_and_is_told_with_the_reason(came: Mover):
    assert "kilidli sənəd" in words_of(came, 64)
    assert "Sınmış kitabça" in words_of(came, 64)  # a plug-in showed it without words
    assert "itmiş sənəd" in words_of(came, 65)
    assert [offered_by(came, number) for number in (64, 65)] == [[], []]
    assert "“kilidli.pdf”: The document is encrypted, so it can't be cleaned." in told(came)
    assert "“qirilmis.pdf”: The document can't be read." in told(came)
    assert "1 document has no file. Are all uploads in the folder?" in told(came)
    assert "Files of this kind do not come" in told(came)


def test_the_report_counts_documents_and_files_of_other_kinds(came: Mover, old: Path, mover: Mover):
    counted = {"documents": 2, "documents_refused": 2, "documents_missing": 1, "other_files": {"docx": 2, "mp3": 1}}
    assert report_of(came) == counted
    assert "Documents: 2. Refused: 2. Without a file: 1." in came.said[0]
    assert "Word" in words_of(came, 66)
    mover.bring(old / "old.xml", "--dry-run", media=old / "uploads")
    assert report_of(mover) == counted
    assert not list(mover.folder.rglob("documents/*"))


# Old addresses


def test_old_addresses_of_a_document_and_of_its_page_lead_to_the_story_that_offers_it(came: Mover):
    known = led(came)
    assert known[f"{UPLOADS}/2019/05/hesabat-2019.pdf"] == "az/2024/06/gol-60.html"
    assert known["/komissiyanin-sozu"] == known["/?attachment_id=30"] == "az/2024/06/gol-60.html"
    assert known[f"{UPLOADS}/2020/01/eyni.pdf"] == known["/2024/06/gol-67/fayl-32"] == "az/2024/06/gol-67.html"


def test_the_name_of_a_file_that_may_be_a_persons_comes_nowhere(came: Mover):
    assert led(came)["/?attachment_id=31"] == "az/2024/06/gol-62.html"
    assert "An old address of a document was left behind" in told(came)
    named = [str(file) for file in came.folder.rglob("*") if file.is_file() and b"qizil-gul" in file.read_bytes()]
    assert named == []


def test_nothing_in_the_newsroom_says_who_made_a_document(came: Mover, old: Path):
    people = people_of((old / "old.xml").read_text())
    assert "mehriban82" in people.logins
    assert people.wrong_in(a_pdf("x").replace(b"\0", b"")) == {"mehriban82", "m.quliyeva@old.example"}
    assert list(places_that_name(people, came.folder)) == []


# Later


def test_a_document_that_is_found_or_mended_later_comes_with_the_next_import(came: Mover, mover: Mover, old: Path):
    shutil.rmtree(mover.folder)
    shutil.copytree(came.folder, mover.folder)
    uploads = Path(shutil.copytree(old / "uploads", mover.report_file.parent / "uploads"))
    (uploads / "2019/05/itmis.pdf").write_bytes(a_pdf("Tapilmis"))
    (uploads / "2019/05/kilidli.pdf").write_bytes(a_pdf("Acilmis"))
    report = mover.bring(old / "old.xml", media=uploads)
    assert (report["imported"], report["updated"], report["unchanged"]) == (0, 2, 7)
    assert names_of(mover, 65) == ["İtmiş kitabça"]
    assert names_of(mover, 64) == ["Qapalı kitabça"]
    before = tree_of(mover)
    report = mover.bring(old / "old.xml", media=uploads)
    assert (report["unchanged"], report["merged"], report["left_out"]) == (9, 6, 1)
    assert tree_of(mover) == before


def test_an_import_that_is_killed_while_documents_come_ends_as_an_undisturbed_one(came: Mover, mover: Mover, old: Path):
    command = [
        sys.executable,
        "-m",
        "araz.cli",
        "import",
        "wordpress",
        str(old / "old.xml"),
        "--media",
        str(old / "uploads"),
    ]
    process = subprocess.Popen(
        [*command, "--newsroom", str(mover.folder)],
        env=mover.machine.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until(lambda: list(mover.folder.rglob("documents/*/*.pdf")))
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert not list((mover.public / "f").glob("*/*.pdf"))
    mover.bring(old / "old.xml", media=old / "uploads")
    assert tree_of(mover) == tree_of(came)
    assert mover.machine.python(KEPT, mover.folder) == AT_DESK
