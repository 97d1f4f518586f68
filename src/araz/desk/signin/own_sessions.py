"""The sessions of an account: listed by the hour in which they began, and ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from araz.desk.signin.session_times import BEGAN, ENDED

_HOUR_S: Final = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSession:
    handle: str  # names the session in a form; opens nothing
    hour: datetime  # in which it began
    is_this: bool


def sessions_of(account: Any, this_key: str | None) -> list[OwnSession]:
    """Return the account's sessions that haven't ended, this one first, then the newest."""
    found = [
        OwnSession(
            handle=_handle(row.session_key),
            hour=datetime.fromtimestamp(content.get(BEGAN, 0) // _HOUR_S * _HOUR_S, UTC),
            is_this=row.session_key == this_key,
        )
        for row, content in _rows_of(account)
        if row.expire_date > timezone.now() and SESSION_KEY in content
    ]
    return sorted(found, key=lambda session: (not session.is_this, -session.hour.timestamp()))


def end_session(account: Any, handle: str) -> None:
    """End the account's session of that handle, if there still is one."""
    for row, _ in _rows_of(account):
        if constant_time_compare(_handle(row.session_key), handle):
            row.delete()


def end_others(account: Any, this_key: str | None) -> None:
    """End the account's sessions, but not this one; and those that are half-way or ended by themselves, with forms kept of them."""
    for row, _ in _rows_of(account):
        if row.session_key != this_key:
            row.delete()


def end_all(account: Any) -> None:
    end_others(account, None)


def _rows_of(account: Any) -> Iterator[tuple[Session, dict[str, Any]]]:
    """There are as many rows as people at work, so all are looked at; none names its account in a column."""
    for row in Session.objects.all():
        content = row.get_decoded()
        if str(account.pk) in (content.get(SESSION_KEY), content.get(ENDED)) or _is_half_way(content, account):
            yield row, content


def _is_half_way(content: dict[str, Any], account: Any) -> bool:
    """Whether somebody has given the account's passphrase or link there, and its second factor not yet."""
    begun = content.get(LOGIN_SESSION_KEY)
    return isinstance(begun, dict) and begun.get("user_pk") == user_pk_to_url_str(account)


def _handle(key: str) -> str:
    return salted_hmac("araz.desk.signin.own_sessions", key, algorithm="sha256").hexdigest()[:20]
