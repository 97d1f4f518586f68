"""The editor in a browser: what it starts, keeps and shows."""

from typing import Any

import pytest
from django.urls import reverse

from araz.desk.models import Byline
from tests.desk.conftest import Newsroom

pytestmark = [
    pytest.mark.database,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


def editor_of(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_choosers_dates_and_panels_work_without_a_script_in_the_page(newsroom: Newsroom, staff: Any, open_screen: Any):
    Byline.objects.create(name={"az": "Leyla Bulaqlı"})
    page = newsroom.story(owner=staff.writer)
    screen = open_screen(staff.administrator)
    editor = screen.open(editor_of(page))
    assert editor.locator("script:not([src]):not([type])").count() == 0

    editor.get_by_role("button", name="Add byline").click()
    editor.get_by_role("button", name="Choose byline").click()
    editor.get_by_role("link", name="Leyla Bulaqlı").click()
    editor.locator("#id_named-0-byline-title", has_text="Leyla Bulaqlı").wait_for()
    assert editor.locator("[name='named-0-byline']").input_value() == str(Byline.objects.get().pk)
    assert screen.faults == []
    assert screen.elsewhere == []
