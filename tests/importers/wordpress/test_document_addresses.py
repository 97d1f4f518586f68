"""How pages write the address of a document: whatever the host, the scheme, the viewer around it."""

from pathlib import Path
from urllib.parse import quote

import pytest

from araz.edition.blocks import File
from araz.importers.wordpress.documents import Documents, Naming
from araz.importers.wordpress.export import Item, Site
from araz.importers.wordpress.findings import Finding
from araz.importers.wordpress.languages import Languages
from araz.importers.wordpress.pictures import MediaFolder
from araz.importers.wordpress.survey import Survey
from araz.importers.wordpress.terms import Terms

UPLOADS = "https://old.example/wp-content/uploads"
REPORT = f"{UPLOADS}/2019/05/report.pdf"


class OneKind:
    """A shelf to which all documents are alike."""

    def take(self, file: Path, title: str) -> File | None:
        return File(hash="0" * 32, title=title, size=1, pages=1)

    def number_of(self, content: str) -> int | None:
        return None


def documents_of(folder: Path, *attachments: Item, site: str = "https://old.example") -> Documents:
    """Return those of a site with files in May 2019."""
    for name in ("2019/05/report.pdf", "2019/05/گزارش.pdf", "2019/05/BIG.PDF"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"%PDF-1.7")
    terms = Terms()
    survey = Survey(terms, Languages(terms, {}))
    survey.take(Site(address=site), _nobody)
    for item in attachments:
        survey.take(item, _nobody)
    survey.settle()
    return Documents(survey, MediaFolder(folder), OneKind())


def _nobody(finding: Finding) -> None:
    """Nothing is asked about findings here."""


def attachment(path: str = "2019/05/report.pdf", address: str = REPORT, title: str = "The report") -> Item:
    meta = {"_wp_attached_file": path} if path else {}
    link = "https://old.example/about-the-report/"
    return Item(
        number=30, kind="attachment", state="attachment", title=title, link=link, attachment_address=address, meta=meta
    )


def found(documents: Documents, address: str) -> str:
    """Return by which name the document of an address comes; nothing if the address leads to none."""
    naming = Naming(words="words", headline="Headline", language="en", mended=str)
    document = documents.find(address, naming)
    return document.title if document and document.block else ""


@pytest.mark.parametrize(
    "address",
    [
        REPORT,
        "http://www.old.example/wp-content/uploads/2019/05/report.pdf",
        "//old.example/wp-content/uploads/2019/05/report.pdf",
        "/wp-content/uploads/2019/05/report.pdf",
        f"{REPORT}?x=1#page=3",
        f" {REPORT} ",
        quote(REPORT, safe=""),
        f"https://docs.google.com/viewer?url={quote(REPORT, safe='')}&embedded=true",
        f"http://docs.google.com/gview?embedded=true&url={REPORT}",
        f"https://drive.google.com/viewerng/viewer?url={REPORT}",
        f"https://old.example/wp-content/plugins/pdfjs-viewer/web/viewer.php?file={REPORT}",
        "https://old.example/?attachment_id=30",
        "/?p=30",
        "https://old.example/about-the-report/",
    ],
)
def test_an_address_of_a_document_is_known_however_it_is_written(tmp_path: Path, address: str):
    assert found(documents_of(tmp_path, attachment()), address) == "The report"


@pytest.mark.parametrize(
    "address",
    [
        "https://new.example/wp-content/uploads/2019/05/report.pdf",
        f"https://docs.google.com/viewer?url={REPORT.replace('old', 'new')}",
        "https://new.example/?attachment_id=30",
        "https://old.example/?attachment_id=31",
        "https://old.example/report.pdf",
        "https://old.example/2019/05/report/",
        f"{UPLOADS}/2019/05/report.pdf.zip",
        "http://[",
        "mailto:report.pdf",
        "",
    ],
)
def test_another_address_is_none_of_a_document(tmp_path: Path, address: str):
    documents = documents_of(tmp_path, attachment())
    assert found(documents, address) == ""
    assert documents.missing == set()


def test_a_file_of_which_the_export_says_nothing_is_called_as_the_link_says(tmp_path: Path):
    documents = documents_of(tmp_path)
    assert found(documents, f"{UPLOADS}/2019/05/{quote('گزارش')}.pdf") == "words"
    assert found(documents, f"{UPLOADS}/2019/05/BIG.PDF") == "words"


def test_files_of_a_site_at_wordpress_com_lie_at_a_name_of_their_own(tmp_path: Path):
    documents = documents_of(tmp_path, site="https://lake.wordpress.com")
    assert found(documents, "https://lake.files.wordpress.com/2019/05/report.pdf") == "words"
    assert found(documents, "https://other.files.wordpress.com/2019/05/report.pdf") == ""


def test_a_document_at_the_attachments_own_host_is_ours(tmp_path: Path):
    on_another = "https://files.example/wp-content/uploads/2019/05/report.pdf"
    documents = documents_of(tmp_path, attachment(address=on_another))
    assert found(documents, on_another) == "The report"


@pytest.mark.parametrize("path", ["", "/some/path/public_html/wp-content/uploads/2019/05/report.pdf"])
def test_an_attachment_that_says_its_path_in_an_older_way_or_not_at_all_is_found(tmp_path: Path, path: str):
    assert found(documents_of(tmp_path, attachment(path=path)), "/?attachment_id=30") == "The report"


def test_a_text_that_stays_as_it_came_is_looked_through_for_its_documents_in_time_that_grows_with_it(tmp_path: Path):
    documents = documents_of(tmp_path, attachment())
    documents.learn_shown(f'<img src="data:{"x" * 2_000_000}"><a href="{REPORT}">a</a>')
    assert documents.shown == {30}


def test_what_has_no_file_is_counted_once_and_each_time(tmp_path: Path):
    documents = documents_of(tmp_path)
    for _ in range(3):
        assert found(documents, f"{UPLOADS}/2020/01/gone.pdf") == ""
    assert (documents.missing, documents.failures) == ({"2020/01/gone.pdf"}, 3)
