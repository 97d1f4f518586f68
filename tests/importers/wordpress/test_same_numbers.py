"""Numbers that several items have, and files that do not say of which site they are."""

from dataclasses import replace
from pathlib import Path

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import SITE, WORDS, a_post, write_export


def test_of_two_stories_with_one_number_the_first_comes_and_the_second_is_told(mover: Mover, tmp_path: Path):
    one, other = a_post(5, title="Birinci"), a_post(5, title="İkinci", content="<p>Başqa söz</p>")
    link = a_post(6, title="Üçüncü", content=f'<p>{WORDS["az"]} <a href="{SITE}/?p=5">oxu</a></p>')
    file = write_export(tmp_path / "old.xml", (one, link, other))
    report = mover.bring(file)
    assert (report["imported"], report["left_out"]) == (2, 1)
    (told,) = (finding for finding in report["findings"] if finding["kind"] == "left out")
    assert "has its number" in told["what"]
    assert Path(mover.page_with("Birinci")).name in mover.pages()[mover.page_with("Üçüncü")]
    again = mover.bring(file)
    assert (again["imported"], again["updated"], again["unchanged"]) == (0, 0, 2)


def test_uploads_without_numbers_are_all_accounted_for(mover: Mover, tmp_path: Path):
    upload = replace(a_post(0, kind="attachment", status="inherit"), link=f"{SITE}/a/")
    uploads = tuple(replace(upload, title=f"Fayl {number}", link=f"{SITE}/{number}/") for number in range(3))
    report = mover.bring(write_export(tmp_path / "old.xml", (a_post(5), *uploads)))
    assert (report["imported"], report["left_out"]) == (1, 3)


def test_blocks_with_one_number_are_all_accounted_for(mover: Mover, tmp_path: Path):
    blocks = (a_post(4, kind="wp_block", title="Bir"), a_post(4, kind="wp_block", title="İki"))
    report = mover.bring(write_export(tmp_path / "old.xml", (a_post(5), *blocks)))
    assert (report["imported"], report["merged"]) == (1, 2)


def test_a_first_file_that_does_not_say_its_site_is_of_the_site_of_the_second(mover: Mover, tmp_path: Path):
    one = write_export(tmp_path / "one.xml", (a_post(5, content=f'<p><a href="{SITE}/?p=6">irəli</a></p>'),))
    one.write_text(one.read_text().replace(f">{SITE}<", "><"))
    other = write_export(tmp_path / "other.xml", (a_post(6),))
    report = mover.bring(one, other)
    assert report["imported"] == 2
    assert Path(mover.page_with("Göl haqqında 6")).name in mover.pages()[mover.page_with("Göl haqqında 5")]
