"""What is reported when somebody changed the database by hand."""

from typing import Any

import pytest

from araz.desk.models import Outbox, StoryPage
from araz.desk.reconciliation import differences
from tests.desk.conftest import Newsroom

pytestmark = pytest.mark.database


def test_a_newsroom_that_only_used_the_door_has_no_differences(newsroom: Newsroom):
    newsroom.public_story()
    newsroom.story(title="Qaralama").save_revision()
    withdrawn = newsroom.public_story(title="Geri götürülən")
    withdrawn.unpublish()
    edited = newsroom.public_story(title="Düzəldilən")
    edited.standfirst = "Hələ yox."
    edited.save_revision()
    assert differences() == []


@pytest.mark.parametrize(
    ("state", "by_hand", "sentence"),
    [
        ("draft", {"live": True}, "was never handed over"),
        ("public", {"live": False}, "but readers have it"),
        ("withdrawn", {"live": True}, "readers were told that it is withdrawn"),
        ("public", {"live_revision": None}, "in a version that readers have not"),
    ],
)
def test_a_change_by_hand_is_reported_and_left_alone(
    newsroom: Newsroom, state: str, by_hand: dict[str, Any], sentence: str
):
    page = newsroom.story() if state == "draft" else newsroom.public_story()
    if state == "withdrawn":
        page.unpublish()
    rows = Outbox.objects.count()
    StoryPage.objects.filter(pk=page.pk).update(**by_hand)
    (found,) = differences()
    assert page.public_id in found
    assert sentence in found
    assert Outbox.objects.count() == rows


def test_a_long_report_is_cut(newsroom: Newsroom):
    for number in range(22):
        newsroom.story(title=f"Xəbər {number}")
    StoryPage.objects.update(live=True)
    assert len(differences()) == 20
