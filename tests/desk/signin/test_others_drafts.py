"""What somebody who only writes learns of others' drafts: that they are there, and their headlines. Nothing of their texts."""

from typing import Any

import pytest
from django.test import Client
from wagtail.search import index

from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database
WORD = "Vulkanizator"


@pytest.fixture
def draft(newsroom: Newsroom, staff: Staff) -> Any:
    page = newsroom.story(owner=staff.editor, title="Gizli", standfirst=f"{WORD} gəldi.")
    page.save_revision(user=staff.editor)
    index.insert_or_update_object(page)  # a task of the worker
    return page


@pytest.fixture
def writer(staff: Staff) -> Client:
    client = Client()
    sign_in(client, staff.writer)
    return client


@pytest.mark.parametrize("query", [f"search={WORD}", f"search={WORD}&search_operator=or", f"standfirst={WORD} gəldi."])
def test_the_api_of_the_menu_searches_in_no_texts(draft: Any, writer: Client, query: str):
    answer = writer.get(f"/admin/api/main/pages/?{query}")
    assert (answer.status_code, "not an operation or a recognised field" in answer.json()["message"]) == (400, True)


def test_the_menu_goes_on_to_list_what_is_below_a_section(draft: Any, writer: Client):
    answer = writer.get(f"/admin/api/main/pages/?child_of={draft.get_parent().pk}&for_explorer=1&fields=parent")
    assert [page["title"] for page in answer.json()["items"]] == ["Gizli"]
    assert WORD not in answer.content.decode()


@pytest.mark.parametrize("path", ["/admin/pages/search/results/", "/admin/choose-page/search/"])
def test_the_desks_searches_look_at_headlines(draft: Any, writer: Client, path: str):
    assert "Gizli" in writer.get(f"{path}?q=Gizli").content.decode()
    assert "Gizli" not in writer.get(f"{path}?q={WORD}").content.decode()
