"""A copy of the uploads as it comes from a hoster."""

from pathlib import Path

from araz.edition.blocks import Picture
from araz.importers.wordpress.attachments import Attachment, Attachments
from araz.importers.wordpress.pictures import MediaFolder, Pictures


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


def test_the_picture_of_a_documents_first_page_lies_beside_the_document(tmp_path: Path):
    for name in ("report.pdf", "report-pdf.jpg", "report-pdf-212x300.jpg"):
        (tmp_path / name).write_bytes(b"x")
    attachments = Attachments()
    attachments.add(Attachment(number=30, address="https://old.example/report.pdf", path="report.pdf"), parent=0)
    shelf = Seeing()
    pictures = Pictures(attachments, MediaFolder(tmp_path), shelf)
    pictures.find("", 30)
    pictures.find("https://old.example/wp-content/uploads/report-pdf-212x300.jpg", 30)
    assert shelf.seen == ["report-pdf.jpg"]


class Seeing:
    """A shelf that only notes what it is given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def take(self, file: Path, title: str) -> Picture | None:
        self.seen.append(file.name)
        return Picture(hash="0" * 32, width=1, height=1)
