"""The files for web servers beside the tree: there when a paper has moved, and written when something changed."""

from pathlib import Path

import msgspec

from araz.edition.store import Edition
from araz.pressroom.maps import CADDY, NGINX
from araz.pressroom.pressroom import Pressroom
from tests.newsroom.moved import moved_paper
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import drawn, library, shown, tiny_paper
from tests.pressroom.conftest import tree_of

Site = tuple[Edition, Pressroom]


def print_all(site: Site, outbox: HandOutbox) -> None:
    edition, room = site
    edition.append(outbox.rows)
    if room.press_new().resetting:
        room.reset_now()
    room.write_maps()


def marks(folder: Path) -> tuple[int, ...]:
    """Another one for each writing."""
    return tuple((folder / name).stat().st_ino for name in (CADDY, NGINX))


def test_a_paper_that_never_moved_gets_none(site: Site, tmp_path: Path):
    print_all(site, tiny_paper(tmp_path / "media"))
    assert not list((tmp_path / "site").glob("redirects*"))


def test_they_lie_beside_the_tree_and_have_every_old_address(site: Site, tmp_path: Path):
    print_all(site, moved_paper(tmp_path / "media"))
    for name in (CADDY, NGINX):
        lines = (tmp_path / "site" / name).read_text(encoding="utf-8")
        for old in ("/2019/05/kitabxana", "/?p=17", "/1398/02/کتابخانه"):
            assert f'\t"{old}" "/az/2026/11/kitabxana.html"' in lines
        assert "leyla" not in lines
        assert name not in tree_of(tmp_path / "site/public")


def test_they_are_written_when_an_old_address_came_or_went_and_never_else(site: Site, tmp_path: Path):
    outbox = moved_paper(tmp_path / "media")
    print_all(site, outbox)
    folder = tmp_path / "site"
    before = marks(folder)
    stored = msgspec.structs.replace(library(shown(drawn())), headline="Düzəliş")
    story = msgspec.structs.replace(stored, old_addresses=("/2019/05/kitabxana",))
    outbox.correct(story)
    print_all(site, outbox)
    assert marks(folder) != before
    assert "/?p=17" not in (folder / CADDY).read_text(encoding="utf-8")
    before = marks(folder)
    outbox.correct(msgspec.structs.replace(story, headline="Yenə düzəliş"))
    print_all(site, outbox)
    assert marks(folder) == before


def test_a_paper_that_gave_up_its_last_old_address_keeps_files_that_lead_nowhere(site: Site, tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    story = library(shown(drawn()))
    outbox.correct(msgspec.structs.replace(story, old_addresses=("/old",)))
    print_all(site, outbox)
    outbox.correct(story)
    print_all(site, outbox)
    for name in (CADDY, NGINX):  # a web server that imports them must find them
        assert "kitabxana" not in (tmp_path / "site" / name).read_text(encoding="utf-8")
