"""`araz proofread` and `araz words`."""

import json
import zipfile
from pathlib import Path

import pytest

from araz.leaks.word_list import WordsSealed, opened
from tests.cli.conftest import araz


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "key"
    file.write_text("uzun bir keçid sözü\n", encoding="utf-8")
    monkeypatch.setenv("ARAZ_WORDS_KEY_FILE", str(file))
    return file


def sealed(folder: Path, tmp_path: Path, *words: str) -> None:
    (tmp_path / "list.txt").write_text("# adlar\n" + "\n".join(words), encoding="utf-8")
    result = araz("words", "seal", tmp_path / "list.txt", folder)
    assert result.exit_code == 0, result.output


def test_a_sealed_list_shows_its_words_to_who_has_the_key_and_its_file_says_nothing(
    folder: Path, tmp_path: Path, key: Path
):
    sealed(folder, tmp_path, "Gizlinov", "Leyla Saxlanmazova", "Ali")
    assert araz("words", "show", folder).stdout.splitlines() == ["Gizlinov", "Leyla Saxlanmazova", "Ali"]
    assert b"Gizlinov" not in (folder / "words.age").read_bytes()
    assert (folder / "words.age").stat().st_mode & 0o077 == 0


def test_words_that_are_too_short_to_be_searched_are_counted(folder: Path, tmp_path: Path, key: Path):
    (tmp_path / "list.txt").write_text("Ali\nGizlinov\n", encoding="utf-8")
    report = json.loads(araz("words", "seal", tmp_path / "list.txt", folder, "--json").stdout)
    assert report == {"words": 2, "short": 1}


def test_another_key_opens_nothing(folder: Path, tmp_path: Path, key: Path):
    sealed(folder, tmp_path, "Gizlinov")
    with pytest.raises(WordsSealed, match="does not open the list"):
        opened(folder / "words.age", "another one")
    key.write_text("another one")
    result = araz("words", "show", folder)
    assert result.exit_code == 1
    assert "does not open the list" in result.stderr


def test_a_list_is_not_sealed_without_a_passphrase(folder: Path, tmp_path: Path):
    (tmp_path / "list.txt").write_text("Gizlinov")
    result = araz("words", "seal", tmp_path / "list.txt", folder)
    assert result.exit_code == 1
    assert "ARAZ_WORDS_KEY_FILE" in result.stderr
    assert not (folder / "words.age").exists()


def test_a_press_holds_a_story_with_a_word_and_without_the_key_says_that_words_are_not_checked(
    folder: Path, tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
):
    sealed(folder, tmp_path, "Kitabxananın")
    page = folder / "sites/main/public/az/2026/11/gece-zali.html"
    assert araz("press", "website", folder).exit_code == 0
    assert not page.exists()
    monkeypatch.delenv("ARAZ_WORDS_KEY_FILE")
    result = araz("press", "website", folder, "--resetting")
    assert "words are not checked" in result.stderr
    assert not page.exists()  # what is held for a word stays held


def test_a_tree_is_searched_for_patterns_outside_a_newsroom(tmp_path: Path):
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "a.html").write_text('<p>10.20.30.40</p><a href="b.html">b</a><a href="c.html#x">c</a>')
    (tree / "c.html").write_text("<p>Qar</p>")
    result = araz("proofread", tree, "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == 3
    assert report["found"] == [{"path": "a.html", "kind": "network address", "count": 1}]
    assert report["dead_links"] == [{"page": "a.html", "link": "b.html"}]
    assert (report["files"], report["words_checked"]) == (2, False)
    assert "10.20.30.40" not in result.output


def test_a_file_is_searched_for_the_newsrooms_words(folder: Path, tmp_path: Path, key: Path):
    sealed(folder, tmp_path, "Gizlinov")
    with zipfile.ZipFile(tmp_path / "a.epub", "w") as book:
        book.writestr(zipfile.ZipInfo("a.xhtml"), "<p>Gizlinovun sözü</p>")
    result = araz("proofread", tmp_path / "a.epub", "--newsroom", folder)
    assert result.exit_code == 3
    assert "a.epub: word" in result.stdout
    assert "Words of the list were searched for." in result.stdout
    assert "Gizlinov" not in result.output


def test_the_printed_paper_is_clean(folder: Path):
    for press in ("website", "search", "volume"):
        assert araz("press", press, folder).exit_code == 0
    result = araz("proofread", folder / "sites/main/public")
    assert "Nothing was found." in result.stdout, result.stdout
    assert result.exit_code == 0
