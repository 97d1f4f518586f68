from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from araz.edition.store import Edition
from araz.presses.search import SearchPress
from araz.presses.search.parting import Parting
from araz.presses.website import WebsitePress
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def site_in(folder: Path, media: Path) -> tuple[Edition, Pressroom]:
    folder.mkdir(exist_ok=True)
    edition = Edition.open(folder / "edition.db", may_make=True)
    return edition, Pressroom(edition, WebsitePress(FolderMediaStore(media)), folder)


# So that a few hundred stories come to every sort of segment.
SMALL_SEGMENTS = Parting(of_newest_year=3, of_closed_years=6, of_a_shard=2)


def search_in(edition: Edition, folder: Path, media: Path) -> Pressroom:
    """A second press in the same site."""
    return Pressroom(edition, SearchPress(FolderMediaStore(media), SMALL_SEGMENTS), folder)


def search_built_anew(edition_file: Path, folder: Path, media: Path) -> dict[str, bytes]:
    """What a full build of the search alone gives, in a folder of its own."""
    folder.mkdir()
    edition = Edition.open(edition_file)
    with search_in(edition, folder, media) as room:
        room.reset_now()
    edition.close()
    return tree_of(folder / "public")


def print_all(*rooms: Pressroom) -> None:
    for room in rooms:
        if room.press_new().resetting:
            room.reset_now()


def built_anew(edition_file: Path, folder: Path, media: Path) -> dict[str, bytes]:
    """What a full build of an edition gives, in a folder of its own."""
    folder.mkdir()
    edition = Edition.open(edition_file)
    with Pressroom(edition, WebsitePress(FolderMediaStore(media)), folder) as room:
        room.reset_now()
    edition.close()
    return tree_of(folder / "public")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Edition, Pressroom]]:
    edition, room = site_in(tmp_path / "site", tmp_path / "media")
    yield edition, room
    room.close()
    edition.close()


@pytest.fixture
def full_build(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    return lambda: built_anew(tmp_path / "site" / "edition.db", tmp_path / "anew", tmp_path / "media")
