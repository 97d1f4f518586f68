"""The search follows what readers can read already, in a process of its own; nobody has to ask for it."""

import json
from pathlib import Path

from tests.server.processes import Machine, served, until
from tests.server.test_running import publish


def words_of(tree: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in (tree / "az/search").rglob("*.js"))


def test_a_story_is_found_soon_after_it_can_be_read_and_status_knows_how_far_the_search_has_come(
    machine: Machine, newsroom: Path
):
    tree = newsroom / "sites/main/public"
    assert "kitabxana" in words_of(tree), "the sample has its search from the beginning"
    with served(machine, newsroom) as place:
        _, path = publish(machine, newsroom, "Qumral kəpənək göründü")
        until(lambda: place.read(path).status == 200)
        until(lambda: "Qumral kəpənək göründü" in words_of(tree))
        assert place.read("/assets/search.js").status == 200
        page = place.read("/az/search.html?q=k%C9%99p%C9%99n%C9%99k")
        assert page.status == 200
        assert "script-src 'self'" in page.headers["content-security-policy"]

        def has_followed() -> bool:
            told = json.loads(machine.call("status", newsroom, "--json").stdout)
            following = {press["name"]: press for press in told["following"]}
            return bool(following["search"]["edition"] == told["edition"] and not following["search"]["resetting"])

        until(has_followed)


def test_a_search_that_was_thrown_away_is_built_again_by_a_running_newsroom(machine: Machine, newsroom: Path):
    tree = newsroom / "sites/main/public"
    before = words_of(tree)
    for file in (newsroom / "sites/main").glob("ledger.db*"):
        file.unlink()
    for file in (tree / "az/search").rglob("*.js"):
        file.unlink()
    with served(machine, newsroom):
        until(lambda: words_of(tree) == before)
