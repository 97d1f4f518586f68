"""Pages of Wagtail that this desk does not have."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents import get_document_model

from tests.desk.conftest import Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database


@pytest.mark.parametrize("path", ["", "add/", "multiple/add/", "chooser/", "edit/1/"])
def test_documents_are_neither_shown_nor_taken(staff: Staff, client: Client, path: str):
    sign_in(client, staff.administrator)
    assert client.get(f"/admin/documents/{path}").status_code == 404
    upload: dict[str, Any] = {"title": "a", "file": SimpleUploadedFile("minutes.docx", b"by somebody")}
    assert client.post(f"/admin/documents/{path}", upload).status_code == 404
    assert not get_document_model().objects.exists()


def test_the_menu_does_not_offer_documents(staff: Staff, client: Client):
    sign_in(client, staff.administrator)
    assert "/admin/documents/" not in client.get("/admin/").content.decode().replace("/admin/api/main/documents/", "")


@pytest.mark.parametrize("part", ["byline", "frontorder", "place", "topic"])
def test_nothing_new_is_made_where_one_chooses(staff: Staff, client: Client, part: str):
    sign_in(client, staff.administrator)
    for answer in (client.get, client.post):
        assert answer(f"/admin/snippets/choose/desk/{part}/create/").status_code == 404
