"""People at the desk who press buttons, and what came out of the door by it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from araz.desk.models import Outbox
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in


@dataclass(frozen=True)
class Said:
    """What the desk answered."""

    status: int
    text: str  # the whole page, its messages included

    def __contains__(self, sentence: str) -> bool:
        return sentence in self.text


@dataclass
class Somebody:
    """An account at the desk."""

    client: Client

    def look(self, name: str, *arguments: Any) -> Said:
        answer = self.client.get(reverse(name, args=arguments), follow=True)
        return Said(answer.status_code, _read(answer))

    def press(self, name: str, *arguments: Any, query: str = "", **fields: Any) -> Said:
        """Send a form to the address of that name and go where it leads."""
        answer = self.client.post(reverse(name, args=arguments) + query, fields, follow=True)
        return Said(answer.status_code, _read(answer))

    def send(self, name: str, page: Any, form: dict[str, str]) -> Said:
        """Send a story's form."""
        answer = self.client.post(reverse(name, args=[page.pk]), form, follow=True)
        return Said(answer.status_code, _read(answer))

    def call(self, page: Any, action: str, **data: Any) -> Said:
        """Ask the desk's API for one of its actions."""
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        answer = self.client.post(address, data, content_type="application/json")
        return Said(answer.status_code, _read(answer))

    def press_for_all(self, kind: str, action: str, *things: Any, **fields: Any) -> Said:
        """Tick things in a list and press one of the buttons that appear."""
        app, model = kind.split(".")
        chosen = "&".join(f"id={thing.pk}" for thing in things)
        return self.press("wagtail_bulk_action", app, model, action, query=f"?{chosen}&next=/admin/", **fields)


def _read(answer: Any) -> str:
    return unescape(answer.content.decode()) if not answer.streaming else ""


@pytest.fixture
def at_desk(newsroom: Newsroom, staff: Staff) -> Callable[[Any], Somebody]:
    def sit_down(account: Any) -> Somebody:
        client = Client()
        sign_in(client, account)
        return Somebody(client)

    return sit_down


@pytest.fixture
def chief(at_desk: Callable[[Any], Somebody], staff: Staff) -> Somebody:
    """An administrator: nothing but the door itself stands in the way."""
    return at_desk(staff.administrator)


@pytest.fixture
def editor(at_desk: Callable[[Any], Somebody], staff: Staff) -> Somebody:
    """Who writes what another publishes."""
    return at_desk(staff.editor)


@contextmanager
def comes_out(*expected: str) -> Iterator[list[Outbox]]:
    """Exactly these deeds, in this order, are written in the block: "publish", or "arrange topic" for a part."""
    last = Outbox.objects.order_by("-number").values_list("number", flat=True).first() or 0
    rows: list[Outbox] = []
    yield rows
    rows += Outbox.objects.filter(number__gt=last).order_by("number")
    found = [row.deed if row.deed != "arrange" else f"arrange {row.subject.split('/')[0]}" for row in rows]
    assert found == list(expected)


def nothing_comes_out() -> Any:
    return comes_out()
