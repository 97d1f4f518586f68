"""`araz press` and `araz deliver`."""

import json
from pathlib import Path

from araz.edition.store import Edition
from tests.cli.conftest import araz
from tests.edition.conftest import a_story
from tests.newsroom.outbox import HandOutbox


def publish_one_more(folder: Path, outbox: HandOutbox) -> None:
    outbox.publish(a_story(id="k3v9q2ab", group="g7777778", slug="ikinci"))
    edition = Edition.open(folder / "sites/main/edition.db")
    edition.append(outbox.rows)
    edition.close()


def add_delivery(folder: Path, target: Path) -> None:
    (folder / "araz.toml").write_text(f'[[deliveries]]\nname = "stick"\nfolder = "{target}"\n')


def test_the_first_run_prints_the_whole_paper(folder: Path):
    result = araz("press", "website", folder)
    assert result.exit_code == 0
    assert "Edition 3 is printed" in result.stdout
    assert (folder / "sites/main/public/az/2026/11/gece-zali.html").is_file()


def test_a_later_run_prints_what_is_new(folder: Path, outbox: HandOutbox):
    araz("press", "website", folder)
    publish_one_more(folder, outbox)
    report = json.loads(araz("press", "website", folder, "--json").stdout)
    assert (report["edition"], report["deeds"], report["resetting"]) == (4, 1, False)
    assert 0 < report["written"] < 15


def test_a_dry_run_says_what_would_be_printed_and_prints_nothing(folder: Path):
    result = araz("press", "website", folder, "--dry-run")
    assert "Would print the whole paper anew, up to edition 3" in result.stdout
    assert not list((folder / "sites/main/public").rglob("*.html"))


def test_quiet_says_nothing(folder: Path):
    result = araz("press", "website", folder, "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_an_unknown_press_is_refused_with_those_that_there_are(folder: Path):
    result = araz("press", "webiste", folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There are: search, volume, website" in result.stderr


def test_a_folder_that_is_no_newsroom_is_refused_with_what_to_do(tmp_path: Path):
    result = araz("press", "website", tmp_path)
    assert result.exit_code == 1
    assert "araz new" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_delivery_brings_what_is_printed_and_then_only_what_is_new(folder: Path, tmp_path: Path, outbox: HandOutbox):
    stick = tmp_path / "stick"
    stick.mkdir()
    add_delivery(folder, stick)
    araz("press", "website", folder)
    first = json.loads(araz("deliver", "stick", folder, "--json").stdout)
    assert (stick / "az/index.html").read_bytes() == (folder / "sites/main/public/az/index.html").read_bytes()
    publish_one_more(folder, outbox)
    araz("press", "website", folder)
    planned = json.loads(araz("deliver", "stick", folder, "--json", "--dry-run").stdout)
    done = json.loads(araz("deliver", "stick", folder, "--json").stdout)
    assert planned["files"] == done["files"] < first["files"]
    assert (stick / "az/2026/11/ikinci.html").is_file()


def test_a_place_that_is_not_there_is_told_and_made_by_nobody(folder: Path, tmp_path: Path):
    add_delivery(folder, tmp_path / "unplugged")
    araz("press", "website", folder)
    result = araz("deliver", "stick", folder)
    assert result.exit_code == 1
    assert "Plug the disk in" in result.stderr
    assert not (tmp_path / "unplugged").exists()


def test_an_unknown_delivery_is_refused_with_those_that_there_are(folder: Path, tmp_path: Path):
    add_delivery(folder, tmp_path)
    result = araz("deliver", "stik", folder)
    assert result.exit_code == 1
    assert "There are: stick" in result.stderr


def test_the_finished_files_can_be_listed_for_another_program(folder: Path):
    araz("press", "website", folder)
    public = folder / "sites/main/public"
    (public / "half.html.unfinished").write_text("half a pa")
    listed = araz("status", "--files", folder).stdout.splitlines()
    assert sorted(listed) == sorted(
        path.relative_to(public).as_posix()
        for path in public.rglob("*")
        if path.is_file() and path.suffix != ".unfinished"
    )
