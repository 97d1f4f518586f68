"""Links that open an account once: the way in for a new editor, and for one who has lost the passphrase."""

import secrets
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from araz.desk.signin.models import OneTimeLink

LINK_LASTS: Final = timedelta(minutes=10)
_TOKEN_BYTES: Final = 24  # 192 bits


def make_link(account: Any) -> str:
    """Return the path of a new link for the account. Its older link stops working."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with transaction.atomic():
        OneTimeLink.objects.filter(expires_at__lte=timezone.now()).delete()
        OneTimeLink.objects.update_or_create(
            account=account, defaults={"digest": _digest(token), "expires_at": timezone.now() + LINK_LASTS}
        )
    return reverse("signin_enter", args=[token])


def is_alive(token: str) -> bool:
    """Whether the link would still open its account. Asking doesn't use it."""
    return _living(token).exists()


@transaction.atomic
def use_link(token: str) -> Any | None:
    """Return the link's account and end the link; nothing if it is used, too old or replaced."""
    account = get_user_model().objects.filter(onetimelink__in=_living(token), is_active=True).first()
    ended, _ = _living(token).delete()  # of two at the same moment, the database lets one delete it
    return account if ended else None


def _living(token: str) -> QuerySet[OneTimeLink]:
    return OneTimeLink.objects.filter(digest=_digest(token), expires_at__gt=timezone.now())


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
