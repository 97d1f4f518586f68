"""A copy of the uploads as it comes from a hoster."""

from pathlib import Path

from araz.importers.wordpress.pictures import MediaFolder


def test_links_that_lead_to_themselves_or_out_of_the_folder_are_no_pictures(tmp_path: Path):
    uploads = tmp_path / "uploads" / "2024"
    uploads.mkdir(parents=True)
    (uploads / "a.jpg").symlink_to(uploads / "b.jpg")
    (uploads / "b.jpg").symlink_to(uploads / "a.jpg")
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (uploads / "c.jpg").symlink_to(tmp_path / "secret.jpg")
    (uploads / "d.jpg").write_bytes(b"x")
    folder = MediaFolder(tmp_path / "uploads")
    assert [folder.find(f"2024/{name}.jpg") for name in "abcd"] == [None, None, None, uploads / "d.jpg"]
    assert folder.find("2024/d-300x200.jpg") == uploads / "d.jpg"
    assert folder.find("2024/\0.jpg") is folder.find("../secret.jpg") is None
