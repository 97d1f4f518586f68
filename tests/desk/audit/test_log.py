"""The log of deeds: a chain in which nothing can be changed unseen, and in which no text, address or minute stands."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from araz.desk.audit import DEEDS, head, note
from araz.desk.audit.log import KEPT, first_fault, prune
from araz.desk.audit.models import AuditChain, AuditLine

pytestmark = pytest.mark.database


@pytest.fixture
def some_deeds(staff: Any) -> list[AuditLine]:
    AuditLine.objects.all().delete()
    AuditChain.objects.all().delete()
    note("published", staff.publisher, "7k2m9q4x1c0f")
    note("account-made", staff.administrator, staff.writer.get_username())
    note("backup-made")
    return list(AuditLine.objects.order_by("number"))


def test_each_line_names_the_one_before_and_the_head_is_the_newest(some_deeds: list[AuditLine]):
    assert [line.number for line in some_deeds] == [1, 2, 3]
    assert (head().number, head().hash) == (3, some_deeds[-1].hash)
    assert len({line.hash for line in some_deeds}) == 3
    assert first_fault() is None


def test_a_line_says_who_and_what_and_the_hour(staff: Any, some_deeds: list[AuditLine]):
    made = some_deeds[1]
    assert (made.account, made.deed, made.about) == (
        staff.administrator.get_username(),
        "account-made",
        staff.writer.get_username(),
    )
    assert (made.hour.minute, made.hour.second, made.hour.microsecond) == (0, 0, 0)
    assert some_deeds[2].account == "", "the host's shell"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda: AuditLine.objects.filter(number=2).update(account="desk-0000"), 2),
        (lambda: AuditLine.objects.filter(number=2).update(hour=datetime(2026, 1, 1, tzinfo=UTC)), 2),
        (lambda: AuditLine.objects.filter(number=2).delete(), 2),
        (lambda: AuditLine.objects.filter(number=1).delete(), 1),
        (lambda: AuditLine.objects.filter(number=3).delete(), 3),
    ],
    ids=["another account", "another hour", "one taken out", "the first taken out", "the last taken out"],
)
def test_what_was_changed_is_found(some_deeds: list[AuditLine], change: Any, fault: int):
    change()
    assert first_fault() == fault


def test_a_chain_made_up_anew_has_another_head(some_deeds: list[AuditLine], staff: Any):
    kept_elsewhere = head()
    AuditLine.objects.all().delete()
    AuditChain.objects.all().delete()
    note("published", staff.publisher, "7k2m9q4x1c0f")
    note("account-made", staff.administrator, staff.writer.get_username())
    note("backup-made")
    assert first_fault() is None
    assert head().number == kept_elsewhere.number
    assert head() != kept_elsewhere


def test_after_ninety_days_lines_go_and_the_rest_can_still_be_checked(some_deeds: list[AuditLine], staff: Any):
    with_age = datetime.now(UTC) + KEPT + timedelta(hours=2)
    note("words-changed", staff.administrator)
    prune(datetime.now(UTC))
    assert AuditLine.objects.count() == 4, "none of them is old"
    before = head()
    prune(with_age)
    assert AuditLine.objects.count() == 0
    assert (head(), first_fault()) == (before, None)
    note("upgraded")
    assert (AuditLine.objects.get().number, first_fault()) == (5, None)
    AuditLine.objects.all().update(deed="restored")
    assert first_fault() == 5


@pytest.mark.parametrize("text", ["Bənd uçdu", "a headline", "ayla@paper.example", "/srv/paper", "x" * 61])
def test_texts_and_addresses_are_refused(staff: Any, text: str):
    with pytest.raises(ValueError, match="made names and numbers only"):
        note("published", staff.publisher, text)


def test_a_deed_that_nobody_can_read_is_refused(staff: Any):
    with pytest.raises(ValueError, match="not a deed that is noted"):
        note("danced", staff.publisher)


def test_a_deed_that_was_not_done_is_not_noted(staff: Any):
    before = head()
    with transaction.atomic():
        note("erased", staff.administrator, "7k2m9q4x1c0f")
        transaction.set_rollback(True)
    assert head() == before


def test_names_of_deeds_fit_their_column():
    assert all(len(deed) <= 40 for deed in DEEDS)
