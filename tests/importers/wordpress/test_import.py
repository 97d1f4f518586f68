"""A paper moves: `araz import wordpress` with a small export of our own, from the file to the pages."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import ACCOUNTS, POSTS, OldComment, a_post, write_export, write_media
from tests.importers.wordpress.personal import people_of, places_that_name
from tests.server.processes import Machine

STORIES = "from araz.desk.models import StoryPage\n"
BY_NUMBER = (
    "from araz.desk.models import Origin\n"
    "numbers = {int(o.key.rsplit(':', 1)[1]): o.page_number for o in Origin.objects.all()}\n"
)
MAP = """[authors]
"mehriban82" = {kind = "pen", name = {az = "Dağ qızı"}}
[sections]
"gol" = {az = "Göl xəbərləri"}
[categories]
"xeberler" = {section = "gol"}
"""


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the export and the uploads."""
    folder = tmp_path_factory.mktemp("old")
    write_export(folder / "old.xml")
    write_media(folder / "uploads")
    return folder


def said_in(page: str) -> list[tuple[str, str]]:
    """Return who said what below a story, in the order of the page."""
    return re.findall(r'<div class="comment"><p.*?><b><bdi>(.*?)</bdi></b>.*?<p dir="auto">(.*?)</p></div>', page)


@pytest.fixture(scope="module")
def came(old: Path, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mover]:
    """A newsroom after the import; look only."""
    root = tmp_path_factory.mktemp("came")
    folder = Path(shutil.copytree(made, root / "paper"))
    mover = Mover(Machine(root / "machine"), folder, root / "report.json")
    mover.bring(old / "old.xml", media=old / "uploads")
    before = digests(folder)
    yield mover
    assert digests(folder) == before


@pytest.fixture
def again(came: Mover, mover: Mover) -> Mover:
    """A copy of it, to go on with."""
    shutil.rmtree(mover.folder)
    shutil.copytree(came.folder, mover.folder)
    return mover


def digests(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix not in (".db-wal", ".db-shm")
    }


# What comes


def test_the_report_accounts_for_every_item(came: Mover):
    report = json.loads(came.report_file.read_text())
    assert (report["items"], report["imported"], report["drafts"]) == (13, 9, 4)
    assert (report["merged"], report["left_out"], report["comments"]) == (1, 3, 3)
    assert report["stories_by_language"] == {"az": 7, "azb": 1, "fa": 1}
    assert (report["losses"]["words_lost"], report["losses"]["pictures_lost"]) == (0, 0)
    whole_items = [found["item"] for found in report["findings"] if found["kind"] == "left out" and found["item"]]
    assert sorted(whole_items) == [19, 21, 22]


def test_public_posts_and_pages_are_pages_in_their_languages(came: Mover):
    stories = {page for page in came.pages() if re.search(r"/\d{4}/\d\d/", page)}
    assert stories == {
        "az/2024/06/gol-10.html",
        "az/2024/06/gol-12.html",
        "az/2024/06/biz.html",
        "fa/2024/06/gol-11.html",
        "azb/2024/06/gol-13.html",
    }
    assert 'hreflang="fa"><span lang="fa"' in came.pages()["az/2024/06/gol-10.html"]  # its translation


def test_drafts_private_scheduled_and_locked_posts_are_drafts_that_no_reader_sees(came: Mover):
    code = STORIES + "print(*sorted(StoryPage.objects.filter(live=False).values_list('title', flat=True)), sep='|')"
    assert came.machine.python(code, came.folder) == "Açarlı|Gizli|Qaralama|Sabah"
    assert not [page for page, text in came.pages().items() if re.search("Açarlı|Gizli|Qaralama|Sabah", text)]


def test_links_among_posts_lead_to_their_pages_forwards_and_backwards(came: Mover):
    pages = came.pages()
    assert '<a href="../../../az/2024/06/gol-12.html">irəli</a>' in pages["az/2024/06/gol-10.html"]
    assert '<a href="../../../az/2024/06/gol-10.html">özü</a>' in pages["az/2024/06/gol-10.html"]
    assert '<a href="../../../az/2024/06/gol-10.html">geri</a>' in pages["az/2024/06/gol-12.html"]
    assert "və özü" not in pages["az/2024/06/gol-10.html"]
    assert ", kim." in pages["az/2024/06/gol-10.html"]  # led to an account's archive


def test_pictures_come_from_the_uploads(came: Mover):
    page = came.pages()["az/2024/06/gol-12.html"]
    sources = re.findall(r'<img src="../../../([^"]+)"', page)
    assert len(sources) == 2  # above and inside
    assert all((came.public / source).is_file() for source in sources)
    assert 'alt="Göl axşam"' in page
    assert "Göl və dağ" in page


def test_approved_comments_come_with_initials_and_nothing_else(came: Mover):
    page = came.pages()["az/2024/06/gol-10.html"]
    assert said_in(page) == [("N. Ş.", "Gözəl yazıdır. …"), ("E.", "Razıyam."), ("—", "Sağ olun!")]


def test_old_addresses_lead_to_the_pages(came: Mover):
    drawers = "".join(file.read_text() for file in sorted((came.public / "redirects").iterdir()))
    known = dict(re.findall(r'"([^"]+)":"([^"]+)"', drawers))
    assert known["/?p=10"] == known["/2024/06/gol-10"] == "az/2024/06/gol-10.html"
    assert known["/2024/06/kohne-gol"] == "az/2024/06/gol-12.html"
    assert known["/?page_id=14"] == "az/2024/06/biz.html"
    assert known["/2024/06"] == known["/2024/06/05"] == "az/2024-06.html"
    assert known["/2024"] == "az/archive.html"
    assert [target for target in known.values() if not (came.public / target).is_file()] == []
    assert not [address for address in known if "author" in address]


# Nobody is named


def test_nothing_in_the_newsroom_says_who_wrote_or_commented(came: Mover, made: Path, old: Path):
    people = people_of((old / "old.xml").read_text())
    assert len(people.logins) == len(ACCOUNTS)
    assert len(people.addresses) == 3 + 4 * 5  # the web sites, too
    assert list(places_that_name(people, made)) == []
    assert list(places_that_name(people, came.folder)) == []
    assert not people.wrong_in("\n".join(came.said).encode())
    assert not people.wrong_in(came.report_file.read_bytes())


# Again, and later


def test_a_second_import_brings_nothing(again: Mover, old: Path):
    before = digests(again.public)
    report = again.bring(old / "old.xml", media=old / "uploads")
    assert (report["imported"], report["updated"], report["unchanged"]) == (0, 0, 9)
    assert digests(again.public) == before


def test_a_newer_export_brings_the_new_post_and_the_changed_one(again: Mover, old: Path, tmp_path: Path):
    newer = tuple(replace(post, title="Göl dəyişdi") if post.number == 12 else post for post in POSTS)
    file = write_export(tmp_path / "newer.xml", (*newer, a_post(30, title="Yeni göl")))
    before = digests(again.public)
    report = again.bring(file, media=old / "uploads")
    assert (report["imported"], report["updated"], report["unchanged"]) == (1, 1, 8)
    assert again.page_with("Göl dəyişdi") == "az/2024/06/gol-12.html"
    assert again.page_with("Yeni göl") == "az/2024/06/gol-30.html"
    after = digests(again.public)
    stories = re.compile(r"\w+/\d{4}/\d\d/")
    changed = {name for name in after if stories.match(name) and after[name] != before.get(name)}
    assert {"az/2024/06/gol-12.html", "az/2024/06/gol-30.html"} <= changed
    assert "fa/2024/06/gol-11.html" not in changed


def test_a_story_that_was_changed_at_the_desk_is_left_alone_and_told(again: Mover, old: Path, tmp_path: Path):
    edit = "page = StoryPage.objects.get(pk=numbers[12])\npage.title = 'Bizim göl'\npage.save_revision().publish()\n"
    again.machine.python(STORIES + BY_NUMBER + edit, again.folder)
    newer = tuple(replace(post, title="Onların gölü") if post.number == 12 else post for post in POSTS)
    report = again.bring(write_export(tmp_path / "newer.xml", newer), media=old / "uploads")
    assert (report["imported"], report["updated"], report["unchanged"]) == (0, 0, 9)
    told = [found["what"] for found in report["findings"] if found["item"] == 12 and found["kind"] == "doubtful"]
    assert told == ["It changed at the old site, but somebody has changed it here too. It was left as it is here."]
    assert again.page_with("Bizim göl") == "az/2024/06/gol-12.html"


def test_a_draft_that_was_published_at_the_old_site_meanwhile_is_published(again: Mover, old: Path, tmp_path: Path):
    newer = tuple(replace(post, status="publish", link="") if post.number == 15 else post for post in POSTS)
    report = again.bring(write_export(tmp_path / "newer.xml", newer), media=old / "uploads")
    assert (report["imported"], report["updated"], report["unchanged"]) == (1, 0, 8)
    assert again.page_with("Qaralama") == "az/2024/06/gol-15.html"


def test_new_comments_and_addresses_of_a_story_come_later(again: Mover, old: Path, tmp_path: Path):
    more = (*POSTS[0].comments, OldComment(number=9, text="Mən də.", answers=1, name="Aysu"))
    newer = (replace(POSTS[0], comments=more, slug="gol-adi", meta={"_wp_old_slug": "gol-10"}), *POSTS[1:])
    report = again.bring(write_export(tmp_path / "newer.xml", newer), media=old / "uploads")
    assert (report["updated"], report["comments"]) == (1, 1)
    page = again.pages()[again.page_with("Göl haqqında 10")]
    assert [text for _, text in said_in(page)][1:] == ["Razıyam.", "Sağ olun!", "Mən də."]
    drawers = "".join(file.read_text() for file in (again.public / "redirects").iterdir())
    assert '"/2024/06/gol-adi":"az/2024/06/gol-10.html"' in drawers


# What the operator decides


def test_a_map_names_pen_names_and_makes_sections(mover: Mover, old: Path, tmp_path: Path):
    table = tmp_path / "map.toml"
    mover.bring(old / "old.xml", "--dry-run", map=table)
    assert '"mehriban82"' in table.read_text()
    assert table.stat().st_mode & 0o077 == 0
    table.write_text(MAP)
    mover.bring(old / "old.xml", media=old / "uploads", map=table)
    page = mover.pages()["az/2024/06/gol-10.html"]
    assert re.search(r'<a href="[^"]+/b/[\w-]+\.html">Dağ qızı</a>', page)
    assert '<a href="../../../az/gol/index.html">Göl xəbərləri</a></p>' in page
    assert (
        "Redaksiya" in mover.pages()["fa/2024/06/gol-11.html"] or "تحریریه" in mover.pages()["fa/2024/06/gol-11.html"]
    )
    assert list(places_that_name(people_of((old / "old.xml").read_text()), mover.folder)) == []


@pytest.mark.parametrize(("how", "names"), [("drop", []), ("names", ["Nərgiz Şahin", "Elçin", "—"])])
def test_comments_come_as_the_operator_says(mover: Mover, old: Path, how: str, names: list[str]):
    mover.bring(old / "old.xml", comments=how)
    page = mover.pages()["az/2024/06/gol-10.html"]
    assert [name for name, _ in said_in(page)] == names


def test_a_dry_run_changes_no_byte_of_the_newsroom(mover: Mover, old: Path):
    before = digests(mover.folder)
    report = mover.bring(old / "old.xml", "--dry-run", media=old / "uploads")
    assert (report["dry_run"], report["imported"]) == (True, 9)
    assert digests(mover.folder) == before
    assert not [file for file in mover.folder.rglob("*-wal") if file.stat().st_size]
