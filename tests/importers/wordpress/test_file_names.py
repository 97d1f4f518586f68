"""What names of uploaded files say, and whether they may be said."""

import pytest

from araz.importers.wordpress.file_names import is_file_name, names_file, says_no_more
from araz.language.slugs import words_of

STORY = "Göl komissiyasının hesabatı: گزارش دریاچه"


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("report", "2019/05/report.pdf"),
        ("Report_Final", "2019/05/report-final.pdf"),
        ("report.pdf", "2019/05/other.pdf"),
        ("rəy son", "2019/05/rey-son-2.pdf"),
        ("https://old.example/x", "2019/05/report.pdf"),
        ("", "2019/05/report.pdf"),
        ("…", "2019/05/report.pdf"),
    ],
)
def test_a_title_that_wordpress_made_of_the_files_name_is_none(title: str, path: str):
    assert names_file(title, path, "az")


def test_a_title_that_somebody_wrote_is_one():
    assert not names_file("Report of the commission", "2019/05/report.pdf", "en")
    assert not names_file("گزارش", "2019/05/report.pdf", "fa")


def test_words_of_a_link_are_a_name_unless_they_are_the_files_own_as_it_is():
    assert not is_file_name("File block PDF", "2018/11/file_block.pdf")
    assert is_file_name("file_block", "2018/11/file_block.pdf")
    assert is_file_name("file_block.PDF", "2018/11/file_block.pdf")


@pytest.mark.parametrize(
    ("path", "is_known"),
    [
        ("/wp-content/uploads/2019/05/hesabat-2019.pdf", True),
        ("/wp-content/uploads/2019/05/gol-hesabati.pdf", True),
        ("/wp-content/uploads/2019/05/GOL_komissiya_v2.pdf", True),
        ("/wp-content/uploads/2019/05/گزارش.pdf", True),
        ("/wp-content/uploads/2019/05/gol-leyla.pdf", False),
        ("/wp-content/uploads/leyla/gol.pdf", False),
        ("/wp-content/uploads/2019/05/ko.pdf", False),  # the beginning of a word, too short for a stem
    ],
)
def test_a_files_name_may_only_say_what_readers_of_the_story_read(path: str, is_known: bool):
    assert says_no_more(path, set(words_of(STORY, "az")), "az") == is_known
