"""Documents that readers can take with them: brought in, shown, and not taken away from under a public story."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pikepdf import Dictionary, Name, Page, Pdf
from wagtail.models import ReferenceIndex

from araz.desk.models import DeskDocument
from araz.typesetting.pictures import FolderMediaStore
from tests.desk.conftest import Newsroom, Staff
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database

NEW = "wagtailsnippets_desk_deskdocument:add"


def a_report(words: str = "Hesabat") -> bytes:
    """A page with a line on it, and what a program wrote about itself."""
    with Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        page = Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, 200, 100],
            Resources=Dictionary(Font=Dictionary(F1=font)),
            Contents=pdf.make_stream(f"BT /F1 12 Tf 10 50 Td ({words}) Tj ET".encode()),
        )
        pdf.pages.append(Page(pdf.make_indirect(page)))
        pdf.docinfo[Name.Author] = "PLANTED AUTHOR"
        file = BytesIO()
        pdf.save(file)
        return file.getvalue()


def bring(somebody: Somebody, content: bytes, title: str = "Hesabat") -> Any:
    upload = SimpleUploadedFile("PLANTED name.pdf", content, content_type="application/pdf")
    return somebody.client.post(reverse(NEW), {"title": title, "file": upload})


@pytest.fixture
def writer(at_desk: Callable[[Any], Somebody], staff: Staff) -> Somebody:
    return at_desk(staff.writer)


def test_a_writer_brings_a_document_and_is_told_what_it_said(newsroom: Newsroom, writer: Somebody, settings: Any):
    with nothing_comes_out():
        answer = bring(writer, a_report())
    document = DeskDocument.objects.get()
    kept = FolderMediaStore(settings.ARAZ_MEDIA).document(document.content_hash).read_bytes()
    assert "PLANTED AUTHOR" in answer.content.decode()
    assert "no program can see" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert (document.pages, document.size) == (1, len(kept))
    assert b"PLANTED" not in kept


def test_the_preview_leads_to_the_document_at_the_desk(newsroom: Newsroom, writer: Somebody):
    bring(writer, a_report())
    document = DeskDocument.objects.get()
    place = f"f/{document.content_hash[:2]}/{document.content_hash}.pdf"
    answer = writer.client.get(reverse("desk_readers_file", args=[place]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Security-Policy"].startswith("sandbox ")
    assert answer.content.startswith(b"%PDF-1.7")


def test_the_same_document_is_not_brought_twice(newsroom: Newsroom, writer: Somebody):
    bring(writer, a_report())
    again = bring(writer, a_report(), title="Another name").content.decode()
    assert "here already, as “Hesabat”" in again
    assert DeskDocument.objects.count() == 1


def test_a_document_in_a_public_story_stays_and_another_may_go(newsroom: Newsroom, chief: Somebody, writer: Somebody):
    bring(writer, a_report())
    document = DeskDocument.objects.get()
    page = newsroom.public_story(body=[("file", {"document": document, "title": "", "language": ""})])
    ReferenceIndex.create_or_update_for_object(page)  # a task of the worker
    delete = reverse("wagtailsnippets_desk_deskdocument:delete", args=[document.pk])
    with nothing_comes_out():
        refused = chief.client.post(delete, follow=True).content.decode()
    assert "Readers find this document in the story" in refused
    page.body = []
    with comes_out("correct"):
        page.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(page)
    chief.client.post(delete)
    assert not DeskDocument.objects.exists()
