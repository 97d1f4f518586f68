"""The front page is arranged in a browser, and seen before it is public."""

from typing import Any

import pytest
from playwright.sync_api import expect

from araz.desk.models import FrontOrder
from tests.desk.conftest import Newsroom
from tests.desk.test_preview import hand_over

pytestmark = [
    pytest.mark.database,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_lead_and_sections_are_chosen_and_the_preview_shows_them(
    newsroom: Newsroom, staff: Any, open_screen: Any, settings: Any
):
    newsroom.public_story(title="Birinci xəbər")
    newsroom.public_story(title="İkinci xəbər")
    hand_over(settings.ARAZ_SITE_FOLDER)
    screen = open_screen(staff.administrator)
    desk = screen.open("/admin/snippets/desk/frontorder/add/")
    desk.locator("#id_locale").select_option(label="Azərbaycanca")

    desk.locator("#panel-lead-content [data-chooser-action-choose]").click()
    desk.get_by_role("link", name="Birinci xəbər").click()
    expect(desk.locator("#panel-lead-content")).to_contain_text("Birinci xəbər")
    desk.locator("#id_chosen_sections-ADD").click()
    desk.locator("#id_chosen_sections-0-section").select_option(label="Xəbərlər")
    desk.locator("#id_headlines").fill("1")

    desk.get_by_role("button", name="Toggle preview").click()
    preview = desk.frame_locator("iframe#w-preview-iframe")
    expect(preview.locator(".lead h2")).to_have_text("Birinci xəbər")
    expect(preview.locator(".second h3")).to_have_text("İkinci xəbər")
    assert not FrontOrder.objects.exists(), "a preview is not public"
    assert screen.faults == []
    assert screen.elsewhere == []
