"""Exports that were cut up by their bytes."""

from pathlib import Path

import pytest

from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Finding
from araz.importers.wordpress.reading import read_export
from tests.importers.wordpress.old_paper import write_export


def read(*files: Path) -> tuple[list[tuple[int, str]], list[str]]:
    """The numbers and texts of the items, and what was told."""
    found: list[Finding] = []
    entries = list(read_export(files, found.append))
    told = [f"{finding.kind}: {finding.file}: {finding.what}" for finding in found if finding.kind != "dropped"]
    return [(entry.number, entry.content) for entry in entries if isinstance(entry, Item)], told


def cut_up(file: Path, size: int) -> list[Path]:
    data, parts = file.read_bytes(), []
    for number, start in enumerate(range(0, len(data), size)):
        parts.append(file.with_name(f"x{number:03}"))
        parts[-1].write_bytes(data[start : start + size])
    return parts


@pytest.mark.parametrize("size", [1499, 2000, 3001, 4096, 7777])
def test_parts_of_one_file_are_one_wherever_it_was_cut(size: int, tmp_path: Path):
    whole = write_export(tmp_path / "old.xml")
    items, told = read(whole)
    parts = cut_up(whole, size)
    found, told_of_parts = read(*parts)
    assert found == items
    assert all(
        f"{parts[0].name} to {parts[-1].name}" in what for what in told_of_parts if "one that was cut up" in what
    )
    assert len(told_of_parts) >= len(told)
    assert not any("cut off" in what or "no beginning" in what for what in told_of_parts)
    whole.unlink()
    joined = tmp_path / "old.xml"
    joined.write_bytes(b"".join(part.read_bytes() for part in parts))
    assert read(joined) == (items, told)


def test_a_whole_file_or_another_sort_of_file_after_a_cut_one_is_read_alone(tmp_path: Path):
    whole = write_export(tmp_path / "old.xml")
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole.read_bytes()[:5000])
    items, told = read(cut, whole)
    assert len(items) == len(read(whole)[0])
    assert any("cut off" in what for what in told)
    assert not any("one that was cut up" in what for what in told)


def test_a_part_alone_says_what_to_give(tmp_path: Path):
    parts = cut_up(write_export(tmp_path / "old.xml"), 5000)
    _, told = read(parts[1])
    assert any(
        what.startswith("doubtful: x001: The file has no beginning") and "in their order" in what for what in told
    )
