"""Sessions of the desk: eight hours after signing in they end, or after half an hour in which nobody did anything.

A session is a row with the account and how it signed in, signed. It holds no address and no browser. The finest time in it is
a minute, which half an hour needs.
"""

from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.contrib.sessions.models import Session

from araz.desk.signin.session_times import MINUTE_S, ends_at


class SessionStore(db.SessionStore):
    """Django's, with an end of our own in each row. Django finds it by this name."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        row = super().create_model_instance(_to_the_minute(data))
        row.expire_date = ends_at(data)
        return row


def _to_the_minute(data: dict[str, Any]) -> dict[str, Any]:
    """Return the content without the seconds that allauth notes when somebody shows a factor."""
    shown = data.get(AUTHENTICATION_METHODS_SESSION_KEY)
    if not isinstance(shown, list):
        return data
    coarse = [{**each, "at": int(each["at"]) // MINUTE_S * MINUTE_S} for each in shown]
    return {**data, AUTHENTICATION_METHODS_SESSION_KEY: coarse}
