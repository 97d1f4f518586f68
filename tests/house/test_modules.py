"""The tree is the architecture: small modules, named after what they hold, in layers without circles."""

from pathlib import Path

import grimp
import pytest

from tests.house.tree import modules, named

MOST_LINES = 400
NOT_A_NAME = {"util", "utils", "helper", "helpers", "common", "misc", "core", "base", "tools"}


def test_no_module_is_longer_than_four_hundred_lines():
    long = {named(path): lines for path in modules() if (lines := _lines(path)) > MOST_LINES}
    assert long == {}, "look for the seam and split along it"


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_or_package_has_a_name_that_only_fills_up():
    words = {name: set(Path(name).with_suffix("").parts) for name in map(named, modules())}
    assert [name for name, parts in words.items() if parts & NOT_A_NAME] == []


@pytest.fixture
def graph() -> grimp.ImportGraph:
    """All imports: those inside functions, and those for type checkers alone, too."""
    return grimp.build_graph("araz", cache_dir=None)


def test_no_packages_import_each_other_in_a_circle(graph: grimp.ImportGraph):
    assert graph.nominate_cycle_breakers("araz") == set()


def test_no_modules_know_each_other_in_a_circle(graph: grimp.ImportGraph):
    assert _circles(graph) == [], "move what both need into a module of its own, below them"


def _circles(graph: grimp.ImportGraph) -> list[set[str]]:
    """The sets of modules of which each can be reached from each other."""
    rest, circles = set(graph.modules), []
    while rest:
        module = rest.pop()
        circle = {module} | (graph.find_upstream_modules(module) & graph.find_downstream_modules(module))
        rest -= circle
        if len(circle) > 1:
            circles.append(circle)
    return circles
