"""Who gets where: each address of the desk is tried by each role and compared with the table in matrix.txt.

A new address fails until somebody has thought about it and put it in. Marks: y opened (the form, the list, or the
sentence that something is missing), - refused, 0 not there at all. Whoever has no account or no second factor gets
nowhere: test_guard.py tries that with the same addresses. What the buttons of a story do is tried in tests/desk/ways.
"""

from pathlib import Path
from typing import Any, Final

import pytest
from django.test import Client

from araz.desk.models import Byline, FrontOrder, PaperSettings, Place, Topic
from araz.desk.roles import ROLES
from araz.desk.signin.guard import OPEN
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.addresses import address, numbers, patterns, route
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database
TABLE: Final = Path(__file__).with_name("matrix.txt")
_NOT_ALLOWED, _NOT_THERE, _WRONG_METHOD = 403, 404, 405
_HOME: Final = ("/admin/", "")
_SIGNS_OUT: Final = "logout"


@pytest.fixture
def real(newsroom: Newsroom, staff: Staff) -> dict[str, str]:
    story = newsroom.public_story(owner=staff.writer)
    parts: dict[str, Any] = {
        "byline": Byline.objects.create(name={"az": "Leyla Bulaqlı"}),
        "topic": Topic.objects.create(name={"az": "Su"}),
        "place": Place.objects.create(name={"az": "Bakı"}),
        "frontorder": FrontOrder.objects.create(locale=story.locale),
    }
    section, settings = newsroom.sections["az/news"], PaperSettings.objects.get()
    a_setting = "/admin/settings/<slug:app_name>/<slug:model_name>/"
    a_page = "/admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/"
    return numbers(story, parts, staff.writer) | {
        a_setting: "/admin/settings/desk/papersettings/",
        f"{a_setting}<int:pk>/": f"/admin/settings/desk/papersettings/{settings.pk}/",
        a_page: f"/admin/pages/add/desk/storypage/{section.pk}/",
        "/admin/pages/<int:parent_page_id>/add_subpage/": f"/admin/pages/{section.pk}/add_subpage/",
        "/admin/bulk/<str:app_label>/<str:model_name>/<str:action>/": (
            f"/admin/bulk/wagtailcore/page/publish/?id={story.pk}"
        ),
    }


def expected() -> dict[str, str]:
    lines = [line.split() for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {path: marks for marks, path in lines}


def tried(client: Client, real: dict[str, str]) -> dict[str, str]:
    """The mark of each address, by its route."""
    marks: dict[str, str] = {}
    for where, pattern in patterns():
        name = route(where)
        beginning = max((each for each in real if name.startswith(each)), key=len, default="")
        known = real.get(beginning, "1")
        path = (
            known if name == beginning and known.startswith("/") else address(where, known if known.isdigit() else "1")
        )
        if pattern.name in OPEN or _SIGNS_OUT in path or "failwhale" in path:
            continue
        marks.setdefault(name, _mark(client, path))
    return marks


def _mark(client: Client, path: str) -> str:
    answer: Any = client.get(path)
    if answer.status_code == _WRONG_METHOD:
        answer = client.post(path)
    if answer.status_code == _NOT_THERE:
        return "0"
    is_sent_home = answer.status_code == 302 and answer["Location"] in _HOME and path != "/"
    return "-" if answer.status_code == _NOT_ALLOWED or is_sent_home else "y"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_where_the_table_says_and_nowhere_else(staff: Staff, real: dict[str, str], role: str):
    client = Client(raise_request_exception=False)
    sign_in(client, getattr(staff, role))
    column = ROLES.index(role)
    table = {path: marks[column] for path, marks in expected().items()}
    found = tried(client, real)
    assert {path: mark for path, mark in found.items() if table.get(path) != mark} == {}, "put it into matrix.txt"
    assert set(table) == set(found), "an address of the table is gone"


def test_only_administrators_get_to_accounts_deeds_and_settings():
    for path, marks in expected().items():
        if path.startswith(("/admin/users/", "/admin/groups/", "/admin/deeds/", "/admin/sites/", "/admin/erasing/")):
            assert set(marks[:3]) <= {"-", "0"}, path
