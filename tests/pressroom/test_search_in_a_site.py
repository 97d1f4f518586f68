"""The search is a second press in the same tree: whatever happened, its files are those of a full build, and only its own."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from araz.deliveries.folder import FolderDelivery
from araz.edition.paper import Masthead
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.pressroom.dispatch import dispatch
from araz.pressroom.receipts import Receipts
from tests.newsroom.archive import LANGUAGES, arrange_paper, history, stories
from tests.newsroom.outbox import HandOutbox
from tests.pressroom.conftest import built_anew, print_all, search_built_anew, search_in, site_in, tree_of
from tests.pressroom.searching import BEGUN, publish

HERE = Path(__file__).parents[2]


def of_search(tree: dict[str, bytes]) -> dict[str, bytes]:
    return {
        path: body
        for path, body in tree.items()
        if path.partition("/")[2].startswith("search") and path.endswith(".js")
    }


def anew(tmp_path: Path) -> dict[str, bytes]:
    """What full builds of both presses give."""
    edition, media = tmp_path / "site" / "edition.db", tmp_path / "media"
    website = built_anew(edition, tmp_path / "website", media)
    search = search_built_anew(edition, tmp_path / "search", media)
    assert not website.keys() & search.keys()
    return website | search


@pytest.fixture
def site(tmp_path: Path):
    edition, website = site_in(tmp_path / "site", tmp_path / "media")
    search = search_in(edition, tmp_path / "site", tmp_path / "media")
    yield edition, website, search
    search.close()
    website.close()
    edition.close()


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow)])
def test_publishing_one_by_one_gives_the_tree_of_two_full_builds(site, tmp_path: Path, seed: int):
    edition, website, search = site
    for row in history(seed, 110, 80):
        edition.append([row])
        print_all(website, search)
    tree = tree_of(website.tree.root)
    names = {path.split("/")[2] for path in of_search(tree) if path.count("/") == 3}
    assert {len(name) for name in names} >= {4, 7}, "years, and quarters or months"
    assert tree == anew(tmp_path)


def test_a_search_that_follows_in_any_portions_gives_the_same_tree(site, tmp_path: Path):
    edition, website, search = site
    chance = random.Random(7)
    for row in history(7, 60, 50):
        edition.append([row])
        print_all(website)
        if chance.random() < 0.15:
            print_all(search)
    print_all(search)
    assert tree_of(website.tree.root) == anew(tmp_path)


def test_stories_published_while_the_search_is_built_are_in_it(site, tmp_path: Path):
    edition, website, search = site
    rows = list(history(8, 120, 60))
    edition.append(rows[:-60])
    print_all(website)
    search.press_new()
    late = iter(rows[-60:])
    for _ in search.reset():
        edition.append([row for _, row in zip(range(20), late, strict=False)])
    edition.append(list(late))
    print_all(website, search)
    assert tree_of(website.tree.root) == anew(tmp_path)


@pytest.mark.parametrize("kills", [3, pytest.param(30, marks=pytest.mark.slow)])
def test_two_presses_killed_at_random_moments_are_mended_by_running_again(tmp_path: Path, kills: int):
    chance = random.Random(kills)
    site, media = tmp_path / "site", tmp_path / "media"
    command = [sys.executable, "-m", "tests.pressroom.searching", str(site), str(media), "5"]
    for _ in range(kills):
        process = subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)
        assert process.stdout
        assert process.stdout.readline().strip() == BEGUN
        time.sleep(chance.random() * 0.6)
        process.kill()
        process.communicate()
    publish(site, media, 5)
    assert tree_of(site / "public") == anew(tmp_path)


def test_one_more_story_writes_its_own_segment_and_the_index(site):
    edition, website, search = site
    edition.append(list(history(9, 120, 0)))
    print_all(website, search)
    outbox = HandOutbox()
    outbox.forgotten = edition.last_outbox()
    *_, late = stories(random.Random(99), 300, days=5000)
    edition.append([outbox.publish(late)])
    print_all(website)
    written = {path.rpartition("/")[0] for path in search.press_new().written}
    assert written == {f"{late.language}/search", f"{late.language}/search/{late.published_at:%Y}"}


def test_words_of_a_withdrawn_or_corrected_story_are_in_no_file_at_once(site):
    edition, website, search = site
    outbox = HandOutbox()
    arrange_paper(outbox)
    made = list(stories(random.Random(4), 60, words=60))
    public = [
        msgspec.structs.replace(story, standfirst="qumral zumrud") if at in (20, 40) else story
        for at, story in enumerate(made)
    ]
    for story in public:
        outbox.publish(story)
    edition.append(outbox.rows)
    print_all(website, search)
    told = [path for path, body in tree_of(website.tree.root).items() if b"qumral" in body]
    assert {path for path in told if "/search/" in path}
    outbox.withdraw(public[20])
    outbox.correct(made[40])
    edition.append(outbox.rows)
    print_all(website, search)
    tree = tree_of(website.tree.root)
    assert [path for path, body in tree.items() if b"qumral" in body or b"zumrud" in body] == []
    slug = public[20].slug.encode() + b".html"
    assert [path for path, body in of_search(tree).items() if slug in body] == []


def test_a_language_that_the_paper_gives_up_loses_its_search(site, tmp_path: Path):
    edition, website, search = site
    rows = list(history(10, 40, 0))
    edition.append(rows)
    print_all(website, search)
    assert "tr/search/index.js" in tree_of(website.tree.root)
    outbox = HandOutbox(forgotten=len(rows))
    outbox.arrange(Masthead(name={"az": "Araz"}, languages=LANGUAGES[:3], tag_authority="araz.example,2026"))
    edition.append(outbox.rows)
    print_all(website, search)
    tree = tree_of(website.tree.root)
    assert [path for path in tree if path.startswith("tr/search/")] == []
    assert tree == anew(tmp_path)


def test_a_delivery_carries_pages_and_what_finds_them(site, tmp_path: Path):
    edition, website, search = site
    edition.append(list(history(11, 40, 0)))
    print_all(website)
    stick = tmp_path / "stick"
    stick.mkdir()
    receipts = Receipts(tmp_path / "receipts.db")
    delivery = FolderDelivery("stick", stick)
    carried = list(dispatch(delivery, website.tree.root, website.ledger, receipts))
    assert not [path for path in carried if path.endswith("/index.js")]
    print_all(search)
    carried = list(dispatch(delivery, website.tree.root, website.ledger, receipts))
    assert carried
    assert all(path in of_search(tree_of(website.tree.root)) or path == "assets/search.js" for path in carried)
    assert tree_of(stick) == tree_of(website.tree.root)
    receipts.close()


def test_a_ledger_that_was_thrown_away_costs_a_comparison_and_no_byte(site, tmp_path: Path):
    edition, website, search = site
    edition.append(list(history(12, 40, 10)))
    print_all(website, search)
    before = tree_of(website.tree.root)
    kept = tmp_path / "kept"
    shutil.copytree(tmp_path / "site", kept)
    for file in kept.glob("ledger.db*"):
        file.unlink()
    again = Edition.open(kept / "edition.db")
    room = search_in(again, kept, tmp_path / "media")
    print_all(room)
    assert tree_of(kept / "public") == before
    room.close()
    again.close()


def test_no_story_is_missing_from_the_search_and_none_is_twice(site):
    edition, website, search = site
    edition.append(list(history(13, 120, 60)))
    print_all(website, search)
    with edition.reader() as reader:
        public = {reader.path(name) for name in reader.stories() if isinstance(reader.story(name), Story)}
    found = []
    for path, body in of_search(tree_of(website.tree.root)).items():
        if "/s0" in path:
            entries = msgspec.json.decode(body[len(b"arazStories") :].strip().replace(b"(", b"[", 1)[:-1] + b"]")
            found += [f"{path.partition('/')[0]}/{entry[0]}" for entry in entries[2]]
    assert sorted(found) == sorted(public)
