"""Strings that name a package of ours are imports that import-linter does not see. All that cross a border stand here."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.utils.module_loading import import_string

from tests.house.tree import ROOT, SOURCE

# From which package to what, and in which module it is said.
ACROSS = {
    "server/settings.py": {
        "araz.desk",  # INSTALLED_APPS
        "araz.desk.people.apps.PeopleConfig",
        "araz.desk.signin.guard.SecondFactorGuard",  # MIDDLEWARE
        "araz.desk.refusals.RefusalMiddleware",
        "araz.desk.signin.adapters.AccountRules",  # ACCOUNT_ADAPTER
        "araz.desk.signin.adapters.FactorRules",  # MFA_ADAPTER
        "araz.desk.signin.session_store",  # SESSION_ENGINE
        "araz.desk.signin.session_pages.form_refused",  # CSRF_FAILURE_VIEW
        "desk.DeskImage",  # WAGTAILIMAGES_IMAGE_MODEL
        "araz.desk.uploads.forms.PictureForm",  # WAGTAILIMAGES_IMAGE_FORM_BASE
        "araz.desk.uploads.in_memory.InMemory",  # FILE_UPLOAD_HANDLERS
        "araz.desk.searching.sqlite",  # WAGTAILSEARCH_BACKENDS
        "araz.desk.searching.postgresql",
    },
    "server/urls.py": {"araz.desk.signin.urls"},
    "server/press_host.py": {"araz.cli"},
    "server/erasing/agreed.py": {"araz.cli"},
    "server/backup/drill.py": {"araz.cli"},
    "server/backup/manifest.py": {"araz.desk.migrations"},  # which of them this Araz has, without starting Django
}
# A press of low priority and a drill's restore are processes of their own: the command is started, as a person would, and nothing is imported.
STARTED = {
    ("server/press_host.py", "araz.cli"),
    ("server/erasing/agreed.py", "araz.cli"),
    ("server/backup/drill.py", "araz.cli"),
}

_NAME = re.compile(r"(araz|desk|reception)(\.\w+)+")
_FILES = (".db", ".toml", ".log", ".lock")


def _strings(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        text = node.value if isinstance(node, ast.Constant) else ""
        if isinstance(text, str) and _NAME.fullmatch(text) and not text.endswith(_FILES):
            yield text


def _package(dotted: str) -> str:
    """`desk` of `araz.desk.models` and of `desk.StoryPage`."""
    return dotted.removeprefix("araz.").split(".")[0]


def _across() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for module in sorted(SOURCE.rglob("*.py")):
        path = module.relative_to(SOURCE)
        if "migrations" in path.parts:
            continue
        strings = {text for text in _strings(module) if _package(text) != path.parts[0]}
        if strings:
            found[path.as_posix()] = strings
    return found


def test_every_string_that_names_another_package_is_listed_here():
    assert _across() == ACROSS


def test_listed_strings_lead_down_the_layers_like_imports():
    height = _heights()
    upwards = {
        (module, text)
        for module, texts in ACROSS.items()
        for text in texts
        if height[_package(text)] >= height[module.split("/")[0]]
    }
    assert upwards == STARTED


def _heights() -> dict[str, int]:
    """How high each package stands in import-linter's contract."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(each["layers"] for each in project["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    return {name: -place for place, layer in enumerate(layers) for name in re.findall(r"\w+", layer)}


@pytest.mark.parametrize("text", sorted({text for texts in ACROSS.values() for text in texts}))
def test_listed_strings_name_something_that_there_is(text: str):
    if text.startswith("araz."):
        assert _find(text)
    else:
        assert apps.get_model(text)


def _find(dotted: str) -> object:
    try:
        return import_module(dotted)
    except ModuleNotFoundError:
        return import_string(dotted)
