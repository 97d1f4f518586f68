"""Whatever happened, and in whatever order: the volumes are those that a full build of the edition gives."""

from pathlib import Path

import pytest

from araz.edition.store import Edition
from araz.presses.volume import VolumePress
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.archive import history
from tests.pressroom.conftest import tree_of


def _press(folder: Path) -> VolumePress:
    return VolumePress(FolderMediaStore(folder / "media"))


@pytest.mark.parametrize("seed", [1, 2])
def test_volumes_that_were_bound_one_by_one_are_those_of_a_full_build(tmp_path: Path, seed: int):
    for folder in ("grown", "anew"):
        (tmp_path / folder).mkdir()
    edition = Edition.open(tmp_path / "edition.db", may_make=True)
    with Pressroom(edition, _press(tmp_path), tmp_path / "grown") as room:
        for row in history(seed, 60, 60):
            edition.append([row])
            if room.press_new().resetting:
                room.reset_now()
    with Pressroom(edition, _press(tmp_path), tmp_path / "anew") as room:
        room.reset_now()
    edition.close()
    grown, anew = tree_of(tmp_path / "grown/public"), tree_of(tmp_path / "anew/public")
    assert sorted(path for path in grown.keys() | anew.keys() if grown.get(path) != anew.get(path)) == []
    assert len(anew) > 60
