"""What happens when a session ends while a form is open: whose it was is remembered, and what is sent is kept for its owner.

A page with scripts keeps its text by itself: autosave is answered with a sentence. A form that is sent nevertheless, or from a
browser without scripts, is sealed with a key that only that browser has, and offered to be sent again once the same account
has signed in. Only the end by time does this: a session that somebody ended on purpose keeps nothing.
"""

from base64 import b64decode, b64encode
from typing import Any, Final

import msgspec
import pyrage
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from araz.desk.signin.session_times import BEGAN, ENDED, ENDED_AT, is_by_itself, this_minute

LARGEST_BYTES: Final = 4 * 1024 * 1024
KEPT_S: Final = 3600
SENT_AGAIN: Final = "form_sent_again"  # the field by which a form that comes back is known
_SEALED, _SEALED_AT = "sealed", "sealed_at"
_COOKIE: Final = "__Host-sealed" if settings.SESSION_COOKIE_SECURE else "sealed"


class KeptForm(msgspec.Struct, frozen=True):
    """A form as it was sent."""

    path: str
    fields: list[tuple[str, str]]


def remember_whose(request: HttpRequest) -> None:
    """Note in a new session, which opens nothing, whose session has just ended in this browser."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if request.user.is_authenticated or not key or not request.session.is_empty():
        return
    row = Session.objects.filter(session_key=key, expire_date__lte=timezone.now()).first()
    content = row.get_decoded() if row else {}
    if row is not None and BEGAN in content and SESSION_KEY in content:
        request.session[ENDED] = content[SESSION_KEY]
        request.session[ENDED_AT] = this_minute()
        row.delete()


def keep_form(request: HttpRequest) -> str:
    """Seal the form that was sent to a page of the desk; return the key, or nothing if it can't be kept."""
    if ENDED not in request.session or request.method != "POST" or is_by_itself(request):
        return ""
    fields = [
        (name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values
    ]
    content = msgspec.json.encode(KeptForm(request.get_full_path(), fields))
    if len(content) > LARGEST_BYTES:
        return ""
    key = pyrage.x25519.Identity.generate()
    request.session[_SEALED] = b64encode(pyrage.encrypt(content, [key.to_public()])).decode()
    request.session[_SEALED_AT] = this_minute()
    return str(key)


def give_key(response: HttpResponseBase, key: str) -> None:
    response.set_cookie(
        _COOKIE, key, max_age=KEPT_S, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Strict"
    )


def kept_form(request: HttpRequest) -> KeptForm | None:
    """Return the form that this browser has sent too late, if it is kept and this browser has the key."""
    try:
        key = pyrage.x25519.Identity.from_str(request.COOKIES.get(_COOKIE, ""))
        opened = pyrage.decrypt(b64decode(request.session.get(_SEALED, "")), [key])
    except (pyrage.IdentityError, pyrage.DecryptError):
        return None
    return msgspec.json.decode(opened, type=KeptForm)


def forget_form(request: HttpRequest) -> None:
    for name in (_SEALED, _SEALED_AT):
        request.session.pop(name, None)


def forget_when_done(request: HttpRequest) -> None:
    """Throw a kept form away when it has come back, or after an hour."""
    if _SEALED not in request.session:
        return
    is_back = request.method == "POST" and SENT_AGAIN in request.POST
    if is_back or this_minute() - request.session.get(_SEALED_AT, 0) > KEPT_S:
        forget_form(request)


def come_back(request: HttpRequest, account: Any) -> bool:
    """Whether the account that signs in now is the one whose session ended here. Another one's things are thrown away."""
    is_same = bool(request.session.get(ENDED) == str(account.pk))
    for name in (ENDED, ENDED_AT):
        request.session.pop(name, None)
    if not is_same:
        forget_form(request)
    return is_same
