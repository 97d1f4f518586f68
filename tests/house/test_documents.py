"""Links lead somewhere, and every setting, command and press is written about."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from click import Context

from araz.cli.main import main
from araz.pressroom.catalogue import PRESSES
from araz.server.newsroom import NewsroomSettings
from tests.house.tree import ROOT, SOURCE, files, named

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_MENTION = re.compile(r"\bdocs/[\w/.-]+\.md\b")


@pytest.mark.parametrize("page", files(".md"), ids=named)
def test_links_between_documents_lead_somewhere(page: Path):
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    links = [link for pair in _LINK.findall(text) for link in pair if link]
    assert [link for link in links if not re.match(r"[a-z]+:", link) and not _leads(page, link)] == []


def _leads(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists() or ROOT not in target.resolve().parents:
        return False
    return not anchor or anchor in _anchors(target)


def _anchors(page: Path) -> set[str]:
    """The names that headings get: in lower case, without marks, hyphens for spaces."""
    headings = re.findall(r"^#+\s+(.*)$", _FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_documents_that_code_and_settings_name_are_there():
    texts = files(".py", ".md", ".toml", ".sql", ".html", ".css", ".sh")
    named_in = {(named(path), name) for path in texts for name in _MENTION.findall(path.read_text(encoding="utf-8"))}
    assert sorted((path, name) for path, name in named_in if not (ROOT / name).is_file()) == []


DOCS = ROOT / "docs"


def _operators(*names: str) -> str:
    return "\n".join((DOCS / "operators" / name).read_text(encoding="utf-8") for name in names)


@pytest.mark.parametrize("key", [field.name for field in fields(NewsroomSettings)])
def test_every_setting_is_documented(key: str):
    assert f"`{key}`" in _operators("settings.md")


@pytest.mark.parametrize("name", sorted(main.list_commands(Context(main))))
def test_every_command_is_documented(name: str):
    assert re.search(rf"\baraz {name}\b", _operators("settings.md", "running.md"))


@pytest.mark.parametrize("name", sorted(PRESSES))
def test_every_press_has_its_folder_its_tests_and_its_page(name: str):
    assert (SOURCE / "presses" / name / "__init__.py").is_file()
    assert list((ROOT / "tests" / "presses" / name).glob("test_*.py"))
    assert (DOCS / "presses" / f"{name}.md").is_file()
