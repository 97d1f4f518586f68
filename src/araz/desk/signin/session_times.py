"""When a session ends, and what counts as somebody being there."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from django.contrib.auth import SESSION_KEY, user_logged_in
from django.http import HttpRequest

LONGEST_S: Final = 8 * 3600
IDLE_S: Final = 30 * 60
MINUTE_S: Final = 60
ENDED_KEPT_S: Final = 24 * 3600  # how long a browser is remembered to have had a session that ended
BEGAN: Final = "began"  # minute of signing in, in seconds since 1970
USED: Final = "used"  # last minute in which somebody did something
ENDED: Final = "ended"  # the account whose session ended in this browser
ENDED_AT: Final = "ended_at"

# What pages of the desk ask for by themselves, while nobody may be sitting there: whether another has the story open too, and
# how the preview looks now. Leaving a page counts as little. Everything else is asked for because somebody did something;
# also autosave, which sends nothing unless somebody has written.
BY_ITSELF: Final = frozenset(
    {"ping", "release", "preview_on_add", "preview_on_edit", "wagtailadmin_javascript_catalog"}
)


def this_minute() -> int:
    return int(time.time()) // MINUTE_S * MINUTE_S


def ends_at(session: Mapping[str, Any]) -> datetime:
    """Return the moment at which a session with this content ends."""
    if SESSION_KEY in session:
        end = min(session.get(BEGAN, 0) + LONGEST_S, session.get(USED, 0) + IDLE_S)
    elif ENDED in session:
        end = session[ENDED_AT] + ENDED_KEPT_S
    else:  # somebody who is signing in
        end = this_minute() + IDLE_S
    return datetime.fromtimestamp(end, UTC)


def connect() -> None:
    user_logged_in.connect(_begin, dispatch_uid="araz.desk.signin.began")


def _begin(request: HttpRequest, **_about: Any) -> None:
    request.session[BEGAN] = request.session[USED] = this_minute()


def is_by_itself(request: HttpRequest) -> bool:
    """Whether a page asked for this and not a person."""
    return request.resolver_match is not None and request.resolver_match.url_name in BY_ITSELF


def note_use(request: HttpRequest) -> None:
    """Have the session last on, unless a page asked by itself."""
    if not is_by_itself(request) and request.session.get(USED) != this_minute():
        request.session[USED] = this_minute()
