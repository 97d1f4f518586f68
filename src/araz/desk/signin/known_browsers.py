"""Which browsers may send large files: those in which somebody is signed in, or was until lately."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import parse_cookie

from araz.desk.signin.session_times import ENDED


def is_known(cookies: str) -> bool:
    """Whether a browser with these cookies is such a one. For a thread of its own, outside any request."""
    key = parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME, "")
    try:
        row = Session.objects.filter(session_key=key).first() if key else None
    finally:
        connection.close()  # which Django does at the end of a request
    content = row.get_decoded() if row else {}
    return SESSION_KEY in content or ENDED in content  # strangers have sessions too, while they sign in
