"""What lies in the repository: nothing of a machine, and licences beside what others made."""

import re
from pathlib import Path

import pytest

from tests.house.tree import files, named

# Folders in which people and build machines keep their working copies, on Linux, macOS and Windows.
_MACHINE_PATH = re.compile(rb"(?<![\w.~/-])/(?:home|root|Users|work|builds|workspace|tmp)/[\w.-]+|[A-Z]:\\\\?Users")
_ADDRESS = re.compile(r"https?://\S+")
_WHERE_PACKAGES_COME_FROM = re.compile(
    r"^\s*(?:--)?(?:extra-)?(?:index-url|find-links|registry)\s*[ =]\s*\S+", re.MULTILINE
)
FONTS = (".woff2", ".woff", ".ttf", ".otf")
IN_BROWSERS = (".js", ".css", ".mjs")
_OF_OTHERS = re.compile(rb"@license|@preserve|sourceMappingURL|/\*!|Copyright", re.IGNORECASE)


def test_no_file_holds_a_path_of_the_machine_on_which_it_was_made():
    found = {named(path): match.group() for path in files() if (match := _MACHINE_PATH.search(path.read_bytes()))}
    assert found == {}


def test_lock_files_hold_no_addresses():
    locks = files(".lock", "package-lock.json")
    assert locks
    assert {named(path): _ADDRESS.findall(path.read_text(encoding="utf-8")) for path in locks} == {
        named(path): [] for path in locks
    }


def test_no_file_says_from_where_packages_are_fetched():
    """That is for each machine to know: many stand behind a mirror, or have no network at all."""
    settings = files(".toml", ".cfg", ".ini", ".conf", ".npmrc", ".sh", ".lock", ".in", "check", "start", "run")
    found = [named(path) for path in settings if _WHERE_PACKAGES_COME_FROM.search(path.read_text(encoding="utf-8"))]
    assert found == []


def _licences_beside(path: Path) -> str:
    """What LICENSES.md beside the file says; a licence that it names must lie there too."""
    table = path.parent / "LICENSES.md"
    return table.read_text(encoding="utf-8") if table.is_file() else ""


@pytest.mark.parametrize("font", files(*FONTS), ids=named)
def test_every_font_has_its_licence_beside_it(font: Path):
    row = next((line for line in _licences_beside(font).splitlines() if font.stem in line), "")
    assert row, f"name {font.stem} in LICENSES.md beside it"
    licence = row.strip(" |").rpartition("|")[2].strip()
    assert "SIL OPEN FONT LICENSE" in (font.parent / licence).read_text(encoding="utf-8").upper()


def test_every_script_and_style_that_others_made_has_its_licence_beside_it():
    theirs = [path for path in files(*IN_BROWSERS) if _OF_OTHERS.search(path.read_bytes())]
    assert [named(path) for path in theirs if path.name not in _licences_beside(path)] == []
