"""Wrong tries slow an account and never lock it."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from araz.desk.signin import slowing
from araz.desk.signin.codes import code_now
from araz.desk.signin.links import make_link
from araz.desk.signin.models import WrongTries
from araz.desk.signin.slowing import FORGOTTEN_AFTER, begin_try, take_as_right
from tests.desk.signin.signed_in import give_app

pytestmark = pytest.mark.database
PASSPHRASE = "dörd gözəl yaşıl armud"


@pytest.fixture
def account(staff: Any) -> Any:
    give_app(staff.editor)
    staff.editor.set_password(PASSPHRASE)
    staff.editor.save()
    return staff.editor


@dataclass
class Clock:
    """It stands still until it is told that time passes: a wait of one second must not end while a page is being made."""

    moment: datetime = field(default_factory=timezone.now)

    def now(self) -> datetime:
        return self.moment

    def passes(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(slowing, "timezone", clock)
    return clock


def seconds_asked() -> int:
    """How long one has to wait now; 0 if the try was heard."""
    try:
        begin_try("passphrase", "desk-7f3k")
    except ValidationError as refusal:
        found = re.search(r"Wait (\d+) second", str(refusal.message))
        assert found
        return int(found[1])
    return 0


def test_each_wrong_try_doubles_the_wait_up_to_a_minute(db: None, clock: Clock):
    waits = []
    for _ in range(9):
        assert seconds_asked() == 0
        waits.append(seconds_asked())
        clock.passes(waits[-1])
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_tries_that_come_too_soon_do_not_lengthen_the_wait(db: None, clock: Clock):
    assert [seconds_asked() for _ in range(5)] == [0, 1, 1, 1, 1]
    clock.passes(1)
    assert [seconds_asked() for _ in range(5)] == [0, 2, 2, 2, 2]


def test_a_right_try_clears_the_slate(db: None):
    seconds_asked()
    take_as_right("passphrase", "desk-7f3k")
    assert WrongTries.objects.count() == 0
    assert seconds_asked() == 0


def test_others_do_not_wait_and_names_are_not_kept(db: None):
    seconds_asked()
    begin_try("passphrase", "desk-other")
    begin_try("code", "desk-7f3k")
    assert "desk" not in str(list(WrongTries.objects.values()))


def test_an_hour_later_all_is_forgotten(db: None, clock: Clock):
    seconds_asked()
    clock.passes(FORGOTTEN_AFTER.total_seconds() + 2)
    begin_try("passphrase", "desk-other")
    assert WrongTries.objects.count() == 1


def test_the_right_passphrase_is_not_heard_before_its_time(account: Any, clock: Clock):
    client = Client()
    form = {"login": account.username.upper(), "password": "not this one"}
    assert "belong together" in client.post("/accounts/login/", form).content.decode()
    form = {"login": account.username, "password": PASSPHRASE}
    early = client.post("/accounts/login/", form)
    assert "Too many wrong tries. Wait 1 second, then try again." in early.content.decode()
    clock.passes(1)
    assert client.post("/accounts/login/", form)["Location"] == "/accounts/login/second-factor/"


def test_a_name_that_nobody_has_is_slowed_in_the_same_way(client: Client, staff: Any):
    form = {"login": "nobody", "password": "not this one"}
    answers = [client.post("/accounts/login/", form).content.decode() for _ in range(2)]
    assert "belong together" in answers[0]
    assert "Wait 1 second" in answers[1]


def test_wrong_codes_are_slowed_too(client: Client, account: Any, clock: Clock):
    client.post(make_link(account))
    secret = give_app(account)
    right = code_now(secret)
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    assert "That code is wrong" in client.post("/accounts/login/second-factor/", {"code": wrong}).content.decode()
    assert "Wait 1 second" in client.post("/accounts/login/second-factor/", {"code": right}).content.decode()
    clock.passes(1)
    assert client.post("/accounts/login/second-factor/", {"code": right})["Location"] == "/admin/"


def test_an_account_under_attack_is_opened_by_its_link_all_the_same(client: Client, account: Any):
    for _ in range(3):
        client.post("/accounts/login/", {"login": account.username, "password": "not this one"})
    client.post(make_link(account))
    code = code_now(give_app(account))
    assert client.post("/accounts/login/second-factor/", {"code": code})["Location"] == "/admin/"
