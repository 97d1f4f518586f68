"""Power cuts, full disks and lost writes: running again repairs all of them, and nothing called printed is missing."""

import errno
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from araz.edition.names import StoryId
from araz.edition.store import Edition
from tests.newsroom.archive import history
from tests.pressroom.conftest import built_anew, site_in, tree_of
from tests.pressroom.publisher import BEGUN, CHANGES, STORIES, publish

HERE = Path(__file__).parents[2]


def _start(site: Path, media: Path, seed: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.pressroom.publisher", str(site), str(media), str(seed)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE)


def _kill_at_random_moments(site: Path, media: Path, seed: int, kills: int) -> int:
    """Run the publisher over and over, killing it each time; return the last number that it called printed."""
    chance, printed = random.Random(seed), 0
    for _ in range(kills):
        process = _start(site, media, seed)
        assert process.stdout
        assert process.stdout.readline().strip() == BEGUN
        time.sleep(chance.random() * 0.3)
        process.kill()
        out, _ = process.communicate()
        whole = [int(line) for line in out.splitlines(keepends=True) if line.endswith("\n")]
        printed = max([printed, *whole])
    return printed


def _after_a_last_run(tmp_path: Path, seed: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    publish(tmp_path / "site", tmp_path / "media", seed)
    tree = tree_of(tmp_path / "site" / "public")
    return tree, built_anew(tmp_path / "site" / "edition.db", tmp_path / "anew", tmp_path / "media")


@pytest.mark.parametrize("kills", [4, pytest.param(50, marks=pytest.mark.slow)])
def test_a_publisher_killed_at_random_moments_leaves_nothing_that_a_restart_does_not_mend(tmp_path: Path, kills: int):
    printed = _kill_at_random_moments(tmp_path / "site", tmp_path / "media", 5, kills)
    edition = Edition.open(tmp_path / "site" / "edition.db", may_make=True)
    with edition.reader() as reader:
        assert reader.number() >= printed
    edition.close()
    tree, anew = _after_a_last_run(tmp_path, 5)
    assert tree == anew


def test_an_edition_without_its_last_lines_gets_them_again_byte_for_byte(tmp_path: Path):
    edition, room = site_in(tmp_path / "site", tmp_path / "media")
    rows = list(history(6, 30, 20))
    edition.append(rows[:-10])
    room.press_new()
    room.reset_now()
    shutil.copy(tmp_path / "site" / "edition.db", tmp_path / "earlier.db")
    shutil.copy(tmp_path / "site" / "edition.db-wal", tmp_path / "earlier.db-wal")
    for row in rows[-10:]:
        edition.append([row])
        room.press_new()
    with edition.reader() as reader:
        before = list(reader.record())
    tree = tree_of(room.tree.root)
    room.close()
    edition.close()
    for name in ("edition.db", "edition.db-wal", "edition.db-shm"):
        (tmp_path / "site" / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "earlier.db", tmp_path / "site" / "edition.db")
    shutil.copy(tmp_path / "earlier.db-wal", tmp_path / "site" / "edition.db-wal")

    edition, room = site_in(tmp_path / "site", tmp_path / "media")
    assert room.press_new().resetting, "a ledger that knows more than the edition must not be believed"
    assert edition.last_outbox() == rows[-11].number
    edition.append(rows)
    room.press_new()
    room.reset_now()
    with edition.reader() as reader:
        assert list(reader.record()) == before
    assert tree_of(room.tree.root) == tree
    room.close()
    edition.close()


def test_cut_off_frames_of_the_write_ahead_log_cost_only_the_last_rows(tmp_path: Path):
    edition, room = site_in(tmp_path / "site", tmp_path / "media")
    rows = list(history(7, 10, 5))
    for row in rows:
        edition.append([row])
    log = (tmp_path / "site" / "edition.db-wal").read_bytes()
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(tmp_path / "site" / "edition.db", copy / "edition.db")
    (copy / "edition.db-wal").write_bytes(log[: int(len(log) * 0.8)])
    cut = Edition.open(copy / "edition.db")
    assert cut.last_outbox() < rows[-1].number
    assert cut.append(rows) == len(rows)
    with cut.reader() as one, edition.reader() as other:
        assert list(one.record()) == list(other.record())
    cut.close()
    room.close()
    edition.close()


@pytest.mark.parametrize("after_files", [0, 1, 3, 8, 15])
def test_a_full_disk_at_any_file_says_so_and_is_mended_when_there_is_room(
    tmp_path: Path, monkeypatch, after_files: int
):
    edition, room = site_in(tmp_path / "site", tmp_path / "media")
    rows = list(history(8, 20, 10))
    edition.append(rows[:-3])
    room.press_new()
    room.reset_now()
    edition.append(rows[-3:])
    written = 0
    really_write = os.write

    def write_until_full(handle: int, data: memoryview) -> int:
        nonlocal written
        if written >= after_files:
            really_write(handle, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        written += 1
        return really_write(handle, data)

    monkeypatch.setattr(os, "write", write_until_full)
    with pytest.raises(OSError, match="No space left"):
        room.press_new()
    monkeypatch.undo()
    room.press_new()
    assert tree_of(room.tree.root) == built_anew(
        tmp_path / "site" / "edition.db", tmp_path / "anew", tmp_path / "media"
    )
    room.close()
    edition.close()


def test_a_disk_that_takes_a_page_in_small_parts_gets_the_whole_page(tmp_path: Path, monkeypatch):
    edition, room = site_in(tmp_path / "site", tmp_path / "media")
    edition.append(list(history(8, 10, 0)))
    really_write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: really_write(handle, data[:1000]))
    room.press_new()
    room.reset_now()
    monkeypatch.undo()
    assert tree_of(room.tree.root) == built_anew(
        tmp_path / "site" / "edition.db", tmp_path / "anew", tmp_path / "media"
    )
    room.close()
    edition.close()


def test_the_histories_of_these_tests_hold_stories_and_changes():
    deeds = {row.deed for row in history(5, STORIES, CHANGES)}
    assert {"publish", "correct", "withdraw", "arrange"} <= deeds


def test_a_story_that_was_called_printed_is_on_disk(tmp_path: Path):
    edition, room = site_in(tmp_path / "site", tmp_path / "media")
    room.press_new()
    room.reset_now()
    rows = list(history(9, 10, 0))
    edition.append(rows)
    if room.press_new().resetting:
        room.reset_now()
    with edition.reader() as reader:
        paths = [reader.path(StoryId(row.subject)) for row in rows if row.deed == "publish"]
    assert paths
    assert all((room.tree.root / path).is_file() for path in paths)
    room.close()
    edition.close()


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system")
def test_on_a_file_system_of_twenty_megabytes_a_full_disk_is_mended_at_every_step(tmp_path: Path):
    small = tmp_path / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", str(small)], check=True)
    try:
        _fill_again_and_again(small, tmp_path)
    finally:
        subprocess.run(["umount", str(small)], check=True)


def _fill_again_and_again(small: Path, tmp_path: Path) -> None:
    """Publish while a ballast leaves ever less room, then make room and compare."""
    rows = list(history(10, 60, 30))
    edition, room = site_in(small / "site", tmp_path / "media")
    edition.append(rows[:60])
    room.press_new()
    room.reset_now()
    refused = 0
    for number, row in enumerate(rows[60:]):
        _fill(small / "ballast", leave=(number * 7 % 10) * 4096)
        try:
            edition.append([row])
            room.press_new()
        except (OSError, sqlite3.OperationalError):
            refused += 1
        (small / "ballast").unlink()
        edition.append(rows[: 61 + number])
        room.press_new()
        if room.needs_resetting():
            room.reset_now()
    room.close()
    edition.close()
    assert refused >= 10
    assert tree_of(small / "site" / "public") == built_anew(
        small / "site/edition.db", tmp_path / "anew", tmp_path / "media"
    )


def _fill(ballast: Path, leave: int) -> None:
    """Take all room but so many bytes."""
    free = shutil.disk_usage(ballast.parent).free
    with ballast.open("wb") as file:
        file.write(b"\0" * max(0, free - leave))
