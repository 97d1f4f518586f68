"""Where old addresses lead, as the tree says it."""

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.edition.names import StoryId
from araz.edition.old_addresses import drawer_of, read_address
from araz.edition.paper import Topic
from araz.edition.store import Edition
from araz.presses.website import WebsitePress
from araz.presses.website.redirects import body_of, target_in
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.moved import LEADS, LEADS_AWAY, NOWHERE, moved_paper
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import SU, drawn, library, shown, tiny_paper
from tests.presses.website.conftest import print_tree


def target(tree: Path, address: str) -> str:
    file = tree / f"redirects/{drawer_of(address)}.js"
    return target_in(file.read_bytes(), address) if file.is_file() else ""


@pytest.fixture
def outbox(tmp_path: Path) -> HandOutbox:
    return moved_paper(tmp_path / "media")


def test_every_old_address_leads_to_a_page_that_is_there(tmp_path: Path, outbox: HandOutbox):
    tree = print_tree(outbox, tmp_path / "site", tmp_path / "media")
    expected = {read_address(address): path for address, path in LEADS.items()}
    assert {address: target(tree, address) for address in expected} == expected
    assert all((tree / path).is_file() for path in expected.values())
    assert target(tree, "/forum") == LEADS_AWAY[1]
    assert [address for address in NOWHERE if target(tree, read_address(address))] == []


def test_a_paper_that_never_moved_has_no_such_files_and_a_page_that_asks_for_none(tiny_tree: Path):
    assert not (tiny_tree / "redirects").exists()
    assert "<script" not in (tiny_tree / "404.html").read_text(encoding="utf-8")


def test_the_page_for_missing_addresses_has_its_script_from_the_first_old_address_to_the_last(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    (tmp_path / "site").mkdir()
    edition = Edition.open(tmp_path / "site/edition.db", may_make=True)
    edition.append(outbox.rows)
    page = tmp_path / "site/public/404.html"
    with Pressroom(edition, WebsitePress(FolderMediaStore(tmp_path / "media")), tmp_path / "site") as room:
        room.reset_now()
        script = '<script src="/assets/old-addresses.js" defer></script>'
        seen = [script in page.read_text(encoding="utf-8")]
        for addresses in (("/tag/su",), ("/tag/su", "/tag/water"), ("/tag/water",), ()):
            edition.append([outbox.arrange(Topic(id=SU, slug="su", name={"az": "Su"}, old_addresses=addresses))])
            room.press_new()
            seen.append(script in page.read_text(encoding="utf-8"))
    edition.close()
    assert seen == [False, True, True, True, False]


@given(
    st.sets(st.text("/abß آ!~-", min_size=1, max_size=8).map(lambda name: f"/{name}x"), max_size=40),
    st.text(max_size=9),
)
def test_every_line_of_a_drawer_is_found_and_nothing_else(paths: set[str], other: str):
    leads = {path: f"az/{place}.html" for place, path in enumerate(sorted(paths, key=str.encode))}
    printed = body_of(leads.items())
    assert {path: target_in(printed, path) for path in paths} == leads
    assert target_in(printed, f"/{other}") == leads.get(f"/{other}", "")


def test_they_are_scripts_that_only_say_data(tmp_path: Path, outbox: HandOutbox):
    tree = print_tree(outbox, tmp_path / "site", tmp_path / "media")
    for file in (tree / "redirects").iterdir():
        first, *lines, last = file.read_text(encoding="utf-8").splitlines()
        assert (first, last) == ("var arazOldAddresses={", "};")
        paths = [line[1:].partition('"')[0] for line in lines]
        assert paths == sorted(paths, key=str.encode)
        assert all(re.fullmatch(r'"/[^"\\]*":"[!-~]+",', line) for line in lines)


def test_the_script_is_small_and_asks_nobody_else(tiny_tree: Path):
    script = (tiny_tree / "assets/old-addresses.js").read_text(encoding="utf-8")
    assert len(script) <= 4000
    assert "//" not in re.sub(r"(?m)//.*$", "", script)
    assert not re.search("Storage|cookie|fetch|XMLHttp|import", script)


def test_publishing_one_story_writes_the_drawers_of_its_own_old_addresses_alone(tmp_path: Path, outbox: HandOutbox):
    (tmp_path / "site").mkdir()
    edition = Edition.open(tmp_path / "site/edition.db", may_make=True)
    edition.append(outbox.rows)
    with Pressroom(edition, WebsitePress(FolderMediaStore(tmp_path / "media")), tmp_path / "site") as room:
        room.reset_now()
        late = msgspec.structs.replace(
            library(shown(drawn())),
            id=StoryId("zzzzzzzy"),
            slug="gec",
            body=(),
            picture=None,
            topics=(),
            old_addresses=("/gec", "/?p=99"),
        )
        edition.append([outbox.publish(late)])
        written = [path for path in room.press_new().written if path.startswith("redirects/")]
        assert sorted(written) == sorted({f"redirects/{drawer_of(path)}.js" for path in ("/gec", "/?p=99")})
        edition.append([outbox.correct(msgspec.structs.replace(late, headline="Düzəliş"))])
        assert [path for path in room.press_new().written if path.startswith("redirects/")] == []
    edition.close()
