"""Letting a held story out, with the mouse."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from araz.desk import held_back
from araz.desk.models import Waiver
from tests.desk.conftest import Newsroom, Staff
from tests.desk.screens.conftest import Screen

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

FOUND = [
    ("block 3", "e-mail", "a" * 32, "1" * 32),
    ("headline", "word", "b" * 32, "2" * 32),
    ("picture file", "metadata", "c" * 32, "3" * 32),
]


def look(page: Page, name: str) -> None:
    """Keep a picture of the page, where somebody asked for one."""
    if folder := os.environ.get("ARAZ_SCREENS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def test_what_is_no_secret_in_a_story_is_let_out_there_and_nothing_else(
    newsroom: Newsroom, staff: Staff, open_screen: Callable[..., Screen]
):
    story = newsroom.public_story(title="Körpünün üstündə qar")
    held_back.tell(
        {story.public_id: FOUND, "az/index.html": [("page", "account", "d" * 32, "4" * 32)]}, words_checked=False
    )
    screen = open_screen(staff.editor)
    page = screen.open("/admin/held-back/")
    look(page, "held-back")
    address = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="an e-mail address"))
    address.get_by_role("button", name="No secret in this story").click()
    page.get_by_text("1 finding is let out").wait_for()
    assert set(Waiver.objects.values_list("digest", flat=True)) == {"a" * 32}
    page = screen.open(f"/admin/pages/{story.pk}/edit/")
    page.get_by_text("This story is held back.").wait_for()
    look(page, "held-back-in-editor")
    assert (screen.faults, screen.elsewhere) == ([], [])
