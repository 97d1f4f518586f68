"""What the desk still had to tell somebody who has gone is told to nobody else in the same browser, and leaves its cookie."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import user_logged_out
from django.http import HttpRequest


def connect() -> None:
    user_logged_out.connect(_gone, dispatch_uid="araz.desk.signin.left_messages")


def forget_messages(request: HttpRequest) -> None:
    """Throw away what waits to be told: headlines, for instance, or names of accounts."""
    for _message in messages.get_messages(request):
        pass  # a message that was looked at is gone


def _gone(request: HttpRequest | None, **_about: Any) -> None:
    if request is not None:
        forget_messages(request)
