"""Lets time pass for the sessions that there are."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from araz.desk.signin.session_store import SessionStore
from araz.desk.signin.session_times import BEGAN, USED, ends_at


def later(seconds: int) -> None:
    """Let all sessions be as old as they will be then."""
    for row in Session.objects.all():
        content = row.get_decoded()
        if SESSION_KEY in content:
            content |= {BEGAN: content[BEGAN] - seconds, USED: content[USED] - seconds}
            row.session_data, row.expire_date = SessionStore().encode(content), ends_at(content)
            row.save()
