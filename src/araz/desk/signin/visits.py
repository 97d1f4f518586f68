"""When somebody was at the desk is not kept. Django and allauth note it; here it is taken out again."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_used
from django.contrib.auth import get_user_model


def connect() -> None:
    authenticator_used.connect(_forget_use, dispatch_uid="araz.desk.signin.visits")


def forget_visit(account: Any) -> None:
    """Take out the moment of signing in, which would say who works when."""
    get_user_model().objects.filter(pk=account.pk).update(last_login=None)
    account.last_login = None


def _forget_use(authenticator: Authenticator, **_about: Any) -> None:
    Authenticator.objects.filter(pk=authenticator.pk).update(last_used_at=None)
    authenticator.last_used_at = None
