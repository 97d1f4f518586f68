"""The uploads are often complete only at the second or third try: what comes later is used, and what is there is kept."""

from dataclasses import replace
from pathlib import Path

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import POSTS, write_export, write_media


def pictures_on(mover: Mover, headline: str) -> int:
    return mover.pages()[mover.page_with(headline)].count("<img")


def test_a_picture_that_is_found_at_the_second_try_comes_to_its_story(mover: Mover, tmp_path: Path):
    export, uploads = write_export(tmp_path / "old.xml"), tmp_path / "uploads"
    mover.bring(export)
    assert pictures_on(mover, "Göl haqqında 12") == 0
    report = mover.bring(export, media=write_media(uploads))
    assert (report["imported"], report["updated"]) == (0, 1)
    assert pictures_on(mover, "Göl haqqında 12") > 0
    report = mover.bring(export, media=uploads)
    assert (report["updated"], report["merged"]) == (0, 1)


def test_a_story_that_changed_keeps_its_pictures_when_the_uploads_are_not_given(mover: Mover, tmp_path: Path):
    uploads = write_media(tmp_path / "uploads")
    mover.bring(write_export(tmp_path / "old.xml"), media=uploads)
    before = pictures_on(mover, "Göl haqqında 12")
    newer = tuple(replace(post, title="Göl yenə") if post.number == 12 else post for post in POSTS)
    export = write_export(tmp_path / "newer.xml", newer)
    report = mover.bring(export)
    assert report["updated"] == 0
    assert any("Give all uploads with --media" in finding["what"] for finding in report["findings"])
    assert pictures_on(mover, "Göl haqqında 12") == before
    assert mover.bring(export, media=uploads)["updated"] == 1
    assert pictures_on(mover, "Göl yenə") == before
