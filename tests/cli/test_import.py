"""`araz import wordpress` refuses in one sentence, and nothing has changed then."""

from pathlib import Path

import pytest

from tests.importers.wordpress.conftest import (
    Mover,
    mover,  # noqa: F401 — a fixture
)
from tests.importers.wordpress.old_paper import write_export


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_export(tmp_path / "old.xml")


def test_a_file_that_is_not_there_is_named(mover: Mover, tmp_path: Path):  # noqa: F811
    done = mover.call(tmp_path / "nothing.xml")
    assert done.returncode in (1, 2)  # click's own for a wrong argument
    assert "nothing.xml" in done.stderr


def test_a_folder_that_is_no_newsroom_is_refused(mover: Mover, export: Path, tmp_path: Path):  # noqa: F811
    (tmp_path / "elsewhere").mkdir()
    done = mover.machine.call("import", "wordpress", export, "--newsroom", tmp_path / "elsewhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is no newsroom" in done.stderr or "not a newsroom" in done.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("text", ["", "<html><body>Not found</body></html>", "a diary", '{"posts": []}'])
def test_a_file_that_is_no_export_is_refused(mover: Mover, tmp_path: Path, text: str):  # noqa: F811
    file = tmp_path / "other.xml"
    file.write_text(text)
    sentence = mover.refused(file)
    assert sentence.startswith("other.xml")
    assert sentence.count("\n") == 1


def test_a_map_that_is_wrong_is_refused_with_its_line(mover: Mover, export: Path, tmp_path: Path):  # noqa: F811
    table = tmp_path / "map.toml"
    table.write_text('[authors]\n"mehriban82" = {kind = "opinon"}\n')
    sentence = mover.refused(export, map=table)
    assert sentence.startswith("map.toml, line 2: ")
    assert sentence.count("\n") == 1


def test_a_map_that_is_not_there_is_named_and_nothing_comes(mover: Mover, export: Path, tmp_path: Path):  # noqa: F811
    assert "missing.toml" in mover.refused(export, map=tmp_path / "missing.toml")
