"""The list of everybody's stories, for those who may change them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Revision

from araz.desk.models import StoryPage
from araz.desk.roles import give_role
from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

HEADLINES = ("Yazılan", "Baxışda olan", "Geri qayıdan", "Sabahkı", "Dərc olunan", "Geri götürülən", "Gətirilən")


@pytest.fixture
def read(client: Client) -> Callable[[Any, str], str]:
    def reading(account: Any, query: str = "") -> str:
        sign_in(client, account)
        answer = client.get(f"/admin/all-stories/{query}")
        assert answer.status_code == 200
        return " ".join(answer.content.decode().split())

    return reading


@pytest.fixture
def at_every_step(newsroom: Newsroom, staff: Any) -> dict[str, StoryPage]:
    """A story of the writer's at each step, and a draft that nobody owns and nobody has opened, as an import leaves them."""
    pages = {headline: newsroom.story(owner=staff.writer, title=headline) for headline in HEADLINES[:-1]}
    for page in pages.values():
        page.save_revision(user=staff.writer)
    pages["Baxışda olan"].get_workflow().start(pages["Baxışda olan"], staff.writer)
    sent_back = pages["Geri qayıdan"].get_workflow().start(pages["Geri qayıdan"], staff.writer)
    sent_back.current_task_state.reject(user=staff.editor, comment="Mənbəni yaz.")
    Revision.objects.filter(pk=pages["Sabahkı"].latest_revision_id).update(
        approved_go_live_at=datetime.now(UTC) + timedelta(days=1)
    )
    for headline in ("Dərc olunan", "Geri götürülən"):
        pages[headline].get_latest_revision().publish()
    StoryPage.objects.get(pk=pages["Geri götürülən"].pk).unpublish()
    return pages | {"Gətirilən": newsroom.story(owner=None, title="Gətirilən")}


def among(shown: str) -> list[str]:
    return [headline for headline in HEADLINES if headline in shown]


@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_an_editor_sees_the_stories_of_everybody_and_of_nobody(at_every_step: Any, staff: Any, read: Any, role: str):
    shown = read(getattr(staff, role))
    assert among(shown) == list(HEADLINES)
    assert staff.writer.username in shown
    assert "belongs to nobody" in shown


def test_what_was_brought_in_stands_after_what_was_worked_on(at_every_step: Any, staff: Any, read: Any):
    shown = read(staff.editor)
    assert max(shown.index(headline) for headline in HEADLINES) == shown.index("Gətirilən")


@pytest.mark.parametrize(
    ("step", "headlines"),
    [
        ("draft", ["Yazılan", "Gətirilən"]),
        ("in review", ["Baxışda olan"]),
        ("sent back", ["Geri qayıdan"]),
        ("scheduled", ["Sabahkı"]),
        ("public", ["Dərc olunan"]),
        ("withdrawn", ["Geri götürülən"]),
        ("no such step", list(HEADLINES)),
    ],
)
def test_the_list_can_be_narrowed_to_one_step(
    at_every_step: Any, staff: Any, read: Any, step: str, headlines: list[str]
):
    assert among(read(staff.editor, f"?step={step}")) == headlines


def test_the_list_can_be_narrowed_to_a_language_and_then_to_a_section(newsroom: Newsroom, staff: Any, read: Any):
    newsroom.story("az/news", title="Xəbər")
    newsroom.story("az/culture", title="Mahnı")
    newsroom.story("azb/news", title="سو خبری")
    culture = newsroom.sections["az/culture"].pk

    def found(query: str) -> list[str]:
        shown = read(staff.editor, query)
        return [title for title in ("Xəbər<", "Mahnı<", "سو خبری<") if title in shown]

    assert found("") == ["Xəbər<", "Mahnı<", "سو خبری<"]
    assert found("?language=az") == ["Xəbər<", "Mahnı<"]
    assert found(f"?language=az&section={culture}") == ["Mahnı<"]
    assert found(f"?language=azb&section={culture}") == ["سو خبری<"]  # which has no such section
    assert found(f"?language=az&section={culture}&step=public") == []


def test_a_link_keeps_what_was_chosen_before(newsroom: Newsroom, staff: Any, read: Any):
    culture = newsroom.sections["az/culture"].pk
    shown = read(staff.editor, f"?step=draft&language=az&section={culture}")
    assert f'href="?step=public&amp;language=az&amp;section={culture}"' in shown
    assert 'href="?step=draft&amp;language=azb"' in shown  # whose sections are others


def test_an_editor_of_one_section_sees_that_section(newsroom: Newsroom, staff: Any, read: Any):
    give_role(staff.editor, "editor", [newsroom.sections["az/culture"]])
    newsroom.story("az/news", title="Xəbər haqqında")
    newsroom.story("az/culture", title="Mahnı haqqında")
    shown = read(staff.again(staff.editor), "?language=az")
    assert "Mahnı haqqında" in shown
    assert "Xəbər haqqında" not in shown
    assert "Xəbərlər" not in shown


def test_a_writer_has_no_such_list(newsroom: Newsroom, staff: Any, client: Client):
    newsroom.story(owner=staff.editor, title="Başqasının")
    sign_in(client, staff.writer)
    assert "/admin/all-stories/" not in client.get("/admin/").content.decode()
    refused = client.get("/admin/all-stories/", follow=True).content.decode()
    assert "you do not have permission" in refused
    assert "Başqasının" not in refused


def test_the_stories_come_a_portion_at_a_time(newsroom: Newsroom, staff: Any, read: Any):
    for number in range(30):
        newsroom.story(title=f"Körpü {number:02}")
    first, second = read(staff.editor), read(staff.editor, "?p=2")
    assert ("Körpü 29" in first, "Körpü 00" in first) == (True, False)
    assert ("Körpü 29" in second, "Körpü 00" in second) == (False, True)
