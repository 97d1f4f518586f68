"""The tree is the architecture: small modules, named after what they hold, in layers without circles."""

from pathlib import Path

import grimp
import pytest

from tests.house.tree import SOURCE, modules, named

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
    return grimp.build_graph("araz", cache_dir=None, exclude_type_checking_imports=True)


def test_no_packages_import_each_other_in_a_circle(graph: grimp.ImportGraph):
    assert graph.nominate_cycle_breakers("araz") == set()


def test_only_the_desk_has_modules_that_know_each_other(graph: grimp.ImportGraph):
    """There a model shows itself (Wagtail's `serve_preview`, its panels), by what in turn asks for other models."""
    assert [circle for circle in _circles(graph) if not all(name.startswith("araz.desk.") for name in circle)] == []


def test_no_modules_read_each_other_in_a_circle(graph: grimp.ImportGraph):
    """What a function imports when it is called does not count, since it closes no circle while modules are read."""
    for importer, imported in _late_imports(graph):
        graph.remove_import(importer=importer, imported=imported)
    assert _circles(graph) == [], "move what both need into a module of its own, below them"


def _late_imports(graph: grimp.ImportGraph) -> list[tuple[str, str]]:
    pairs = [(importer, imported) for importer in graph.modules for imported in _imported_by(graph, importer)]
    return [pair for pair in pairs if all(_is_late(pair[0], line) for line in _lines_of(graph, *pair))]


def _imported_by(graph: grimp.ImportGraph, module: str) -> set[str]:
    return graph.find_modules_directly_imported_by(module)


def _lines_of(graph: grimp.ImportGraph, importer: str, imported: str) -> list[int]:
    return [each["line_number"] for each in graph.get_import_details(importer=importer, imported=imported)]


def _is_late(module: str, line: int) -> bool:
    path = SOURCE.parent.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return file.read_text(encoding="utf-8").splitlines()[line - 1].startswith(" ")


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
