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


def test_a_file_or_folder_that_is_not_there_is_named(mover: Mover, export: Path, tmp_path: Path):  # noqa: F811
    assert "nothing.xml. Give the file" in mover.refused(tmp_path / "nothing.xml")
    assert "uploads. Give a copy" in mover.refused(export, media=tmp_path / "uploads")
    assert "Give the file" in mover.refused(tmp_path)  # a folder is no file


@pytest.mark.parametrize("name", ["media", "map", "json", ""])
def test_what_tells_of_the_old_sites_people_may_not_lie_in_the_newsroom(mover: Mover, export: Path, name: str):  # noqa: F811
    (mover.folder / "old").mkdir()
    if name:
        place = mover.folder / "old" if name == "media" else mover.folder / "old" / "file"
        sentence = mover.refused(export, **{name: place})
    else:
        sentence = mover.refused(write_export(mover.folder / "old" / "old.xml"))
    assert "inside the newsroom's folder" in sentence


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


@pytest.mark.parametrize("option", ["json", "map"])
def test_a_report_or_a_map_that_can_not_be_made_is_refused_before_anything_is_read(
    mover: Mover,  # noqa: F811
    export: Path,
    tmp_path: Path,
    option: str,
):
    (tmp_path / "one").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "one")
    for place in (tmp_path / "nowhere" / "file", tmp_path / "one"):
        sentence = mover.refused(export, **{option: place})
        assert f"--{option} names a file that can't be made" in sentence
        assert sentence.count("\n") == 1
    assert "Give the file" in mover.refused(tmp_path / "one")
