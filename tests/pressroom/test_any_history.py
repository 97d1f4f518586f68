"""Whatever happened, and in whatever order: the tree is what a full build of the edition gives."""

import pytest

from araz.edition.old_addresses import DRAWERS
from araz.presses.website import redirects
from tests.newsroom.archive import history
from tests.pressroom.conftest import tree_of


def _differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def _publish_one_by_one(site, seed: int, stories: int, changes: int) -> None:
    edition, room = site
    for row in history(seed, stories, changes):
        edition.append([row])
        if room.press_new().resetting:
            room.reset_now()


@pytest.mark.parametrize("seed", [1, 2])
def test_publishing_one_by_one_gives_the_tree_of_a_full_build(site, full_build, seed):
    _publish_one_by_one(site, seed, stories=120, changes=80)
    assert _differences(tree_of(site[1].tree.root), full_build()) == []


def test_every_old_address_leads_to_a_page_that_is_there_whatever_happened(site):
    edition, room = site
    _publish_one_by_one(site, 4, stories=100, changes=150)
    tree = tree_of(room.tree.root)
    with edition.reader() as reader:
        printed = {path: target for drawer in DRAWERS for path, target in redirects.redirects_in(reader, drawer)}
    assert len(printed) > 300
    assert [(path, target) for path, target in printed.items() if target not in tree] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12])
def test_fifteen_hundred_stories_and_four_hundred_changes_give_the_tree_of_a_full_build(site, full_build, seed):
    _publish_one_by_one(site, seed, stories=1500, changes=400)
    assert _differences(tree_of(site[1].tree.root), full_build()) == []


def test_handing_over_in_any_portions_gives_the_same_tree(site, full_build):
    edition, room = site
    rows = list(history(3, 60, 40))
    while rows:
        portion, rows = rows[: 1 + len(rows) // 3], rows[1 + len(rows) // 3 :]
        edition.append(portion)
        if room.press_new().resetting:
            room.reset_now()
    assert _differences(tree_of(room.tree.root), full_build()) == []
