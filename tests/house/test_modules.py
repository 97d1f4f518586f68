"""The tree is the architecture: small modules, named after what they hold, in layers without circles."""

from pathlib import Path

import grimp
import pytest

from tests.house.tree import modules, named

MOST_LINES = 400
NOT_A_NAME = {"util", "utils", "helper", "helpers", "common", "misc", "core", "base", "tools"}

# Wagtail asks a page to show itself (`serve_preview`), and showing it needs what stands around it: other pages.
MODELS_THAT_SHOW_THEMSELVES = {
    "araz.desk.preview",
    "araz.desk.models.pages",
    "araz.desk.models.paper",
    "araz.desk.models.story",
}


def test_no_module_is_longer_than_four_hundred_lines():
    long = {named(path): lines for path in modules() if (lines := _lines(path)) > MOST_LINES}
    assert long == {}, "look for the seam and split along it"


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_or_package_has_a_name_that_only_fills_up():
    words = {
        named(path): set(path.relative_to(path.anchor).with_suffix("").parts) for path in modules() if _is_ours(path)
    }
    assert [name for name, parts in words.items() if parts & NOT_A_NAME] == []


def _is_ours(path: Path) -> bool:
    return "src" in path.parts or "tests" in path.parts


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("araz", cache_dir=None, exclude_type_checking_imports=True)


def test_no_packages_import_each_other_in_a_circle(graph: grimp.ImportGraph):
    """Below `desk` the folders are no layers, so only modules count there (next test)."""
    assert graph.nominate_cycle_breakers("araz") == set()
    packages = {"araz." + name for name in ("edition", "typesetting", "presses", "pressroom", "deliveries", "language")}
    assert [package for package in packages if graph.nominate_cycle_breakers(package)] == []


def test_no_modules_import_each_other_in_a_circle(graph: grimp.ImportGraph):
    circles = [circle for circle in _circles(graph) if not circle <= MODELS_THAT_SHOW_THEMSELVES]
    assert circles == [], "move what both need into a module of its own, below them"


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
