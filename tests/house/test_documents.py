"""Links lead somewhere, and every setting, command and press is written about."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from click import Command, Context, Group, Option

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


def _commands() -> dict[str, Command]:
    """The commands as one types them, down to those of a group."""
    context = Context(main)
    found: dict[str, Command] = {}
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command
        below = command.commands if isinstance(command, Group) else {}
        found |= {f"{name} {each}": below[each] for each in below} or {name: command}
    return found


@pytest.mark.parametrize(("name", "command"), sorted(_commands().items()))
def test_every_command_is_documented_with_its_options(name: str, command: Command):
    rows = [row for row in _operators("settings.md").splitlines() if re.match(rf"\| .*`araz {name}\b", row)]
    assert rows
    options = [each for each in command.params if isinstance(each, Option) and not each.hidden]
    assert [each.opts[0] for each in options if not any(f"`{each.opts[0]}" in row for row in rows)] == []


def test_every_page_is_named_on_the_first_one():
    first = DOCS / "README.md"
    named_there = {(DOCS / link).resolve() for link, _ in _LINK.findall(first.read_text(encoding="utf-8"))}
    pages = {page for page in DOCS.rglob("*.md") if page.parent.name != "decisions"} - {first}
    assert sorted(named(page) for page in pages - named_there) == []


def test_every_decision_is_named_on_their_page():
    listed = DOCS / "decisions" / "README.md"
    text = listed.read_text(encoding="utf-8")
    assert [page.name for page in sorted(listed.parent.glob("0*.md")) if f"]({page.name})" not in text] == []


def test_every_folder_of_the_program_is_named_with_what_it_holds():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named_there = {
        name for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE) for name in re.findall(r"`(.*?)/`", row)
    }
    packages = {init.parent.relative_to(SOURCE) for init in SOURCE.rglob("__init__.py")}
    holding = {"presses", "deliveries", "importers"}  # one folder for each of a kind, and nothing else
    wanted = {path.as_posix() for path in packages if 0 < len(path.parts) <= 2} - holding
    assert sorted(wanted - named_there) == []


@pytest.mark.parametrize("name", sorted(PRESSES))
def test_every_press_has_its_folder_its_tests_and_its_page(name: str):
    assert (SOURCE / "presses" / name / "__init__.py").is_file()
    assert list((ROOT / "tests" / "presses" / name).glob("test_*.py"))
    assert (DOCS / "presses" / f"{name}.md").is_file()
