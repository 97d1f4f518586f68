"""Who gets where: each address of the desk is tried by each role and compared with the table in matrix.txt.

Twice: opened (GET), and with an empty form (POST), which is taken back afterwards. A new address fails until somebody has thought
about it and put it in. Addresses about a story are tried with somebody else's and with one of the account's own. Marks: y opened or
heard (the form, the list, a sentence, or the deed), - refused, 0 not there at all, . nothing of that kind, ! a fault of Wagtail's, which
takes for granted what an empty form doesn't have. Whoever has no account or no
second factor gets nowhere: test_guard.py tries that with the same addresses. What the buttons of a story do is tried in
tests/desk/ways. `ARAZ_NEW_MATRIX=1` writes the table anew, to be read line by line.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from django.db import transaction
from django.test import Client

from araz.desk.roles import ROLES, make_account
from araz.desk.signin.guard import OPEN
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.addresses import address, patterns, route
from tests.desk.signin.real_things import ABOUT_STORIES, OWN, STORY, Stories, Things, about, things
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database
TABLE: Final = Path(__file__).with_name("matrix.txt")
_NOT_ALLOWED, _NOT_THERE, _WRONG_METHOD, _SENT_ON, _FAULT = 403, 404, 405, 302, 500
_HOME: Final = ("/admin/", "")
_SIGN_IN: Final = "/accounts/login/"
_SIGNS_OUT: Final = "logout"
_NO_PERMISSION: Final = "you do not have permission"

Marks = tuple[str, str]  # opened, heard


def expected() -> dict[str, tuple[str, str]]:
    """The marks of all roles, opened and heard, by the route."""
    lines = [line.split(maxsplit=2) for line in TABLE.read_text("utf-8").splitlines() if line[:1] not in ("", "#")]
    return {path: (opened, heard) for opened, heard, path in lines}


def to_try(newsroom: Newsroom, staff: Staff, account: Any) -> Iterator[tuple[str, str]]:
    """Yield each address of the desk, its route in the table before it."""
    known = things(newsroom, staff, account)
    others, own = Stories.of(make_account("writer"), newsroom), Stories.of(account, newsroom)
    about_others, about_own = (about(stories.public, account) for stories in (others, own))
    done = set()
    for where, pattern in patterns():
        name = route(where)
        if name in done or pattern.name in OPEN or _SIGNS_OUT in name or "failwhale" in name:
            continue
        done.add(name)
        if name in known.addresses:
            yield name, known.addresses[name]
        elif name in about_others:
            yield name, about_others[name]
            yield name + OWN, about_own[name]
        elif name.startswith(ABOUT_STORIES) and any(number in name for number in STORY):
            for stories, mark in ((others, ""), (own, OWN)):
                yield name + mark, address(where, _values(known, name) | stories.numbers_at(name))
        else:
            yield name, address(where, _values(known, name))


def _values(known: Things, name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for beginning in sorted((each for each in known.numbers if name.startswith(each)), key=len):
        found |= known.numbers[beginning]
    return found


def tried(client: Client, path: str) -> Marks:
    opened = _mark(client.get(path), path)
    cookies = dict(client.cookies)
    with transaction.atomic():
        heard = _mark(client.post(path), path)
        transaction.set_rollback(True)
    for name in set(client.cookies) - set(cookies):
        del client.cookies[name]
    client.cookies.update(cookies)
    return opened, heard


def _mark(answer: Any, path: str) -> str:
    status = answer.status_code
    if status == _WRONG_METHOD:
        return "."
    if status == _NOT_THERE:
        return "0"
    if status >= _FAULT:
        return "!"
    sent_to = answer["Location"].partition("?")[0] if status == _SENT_ON else None
    is_sent_away = sent_to == _SIGN_IN or (sent_to in _HOME and path != "/" and _is_told_no(answer))
    return "-" if status == _NOT_ALLOWED or is_sent_away else "y"


def _is_told_no(answer: Any) -> bool:
    """Whether the next page says that this was not allowed."""
    told = [str(message) for message in getattr(answer.wsgi_request, "_messages", ())]
    return any(_NO_PERMISSION in sentence for sentence in told)


@pytest.mark.filterwarnings(
    "ignore:Exception ignored in. <function Spooled"
)  # Wagtail leaves a thumbnail in memory open
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_where_the_table_says_and_nowhere_else(newsroom: Newsroom, staff: Staff, role: str):
    client = Client(raise_request_exception=False)
    account = getattr(staff, role)
    sign_in(client, account)
    found = {name: tried(client, path) for name, path in to_try(newsroom, staff, account)}
    column = ROLES.index(role)
    if "ARAZ_NEW_MATRIX" in os.environ:
        _write_column(column, found)
    table = {path: (opened[column], heard[column]) for path, (opened, heard) in expected().items()}
    assert {path: marks for path, marks in found.items() if table.get(path) != marks} == {}, "put it into matrix.txt"
    assert set(table) == set(found), "an address of the table is gone"


def _write_column(column: int, found: dict[str, Marks]) -> None:
    """Put one role's marks into the table."""
    head = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("#")]
    before, lines = expected(), []
    for path, marks in sorted(found.items()):
        rows = [list(row) for row in before.get(path, ("?" * len(ROLES),) * 2)]
        for row, mark in zip(rows, marks, strict=True):
            row[column] = mark
        lines.append("  ".join(["".join(row) for row in rows] + [path]))
    TABLE.write_text("\n".join([*head, *lines]) + "\n", "utf-8")


def test_only_administrators_get_to_accounts_deeds_and_settings():
    for path, marks in expected().items():
        if path.startswith(("/admin/users/", "/admin/groups/", "/admin/deeds/", "/admin/sites/", "/admin/erasing/")):
            assert {mark for of_roles in marks for mark in of_roles[:3]} <= {"-", "0", "."}, path
