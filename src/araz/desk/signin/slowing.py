"""Whoever is wrong waits before the next try is heard: 1 s, 2 s, 4 s, up to a minute. No account is ever locked."""

from datetime import timedelta
from math import ceil
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from araz.desk.signin.models import WrongTries

LONGEST_S: Final = 60
FORGOTTEN_AFTER: Final = timedelta(hours=1)


def begin_try(secret: str, account: str) -> None:
    """Begin a try of an account's secret ("passphrase", "code"). It counts as wrong until it is taken as right.

    So of many tries at the same moment one is heard. Raises ValidationError while the account has to wait.
    """
    if seconds := _seconds_to_wait(_key(secret, account)):
        sentence = ngettext(
            "Too many wrong tries. Wait %(seconds)d second, then try again.",
            "Too many wrong tries. Wait %(seconds)d seconds, then try again.",
            seconds,
        )
        raise ValidationError(sentence % {"seconds": seconds}, code="wait")


def take_as_right(secret: str, account: str) -> None:
    """Forget the account's wrong tries."""
    WrongTries.objects.filter(key=_key(secret, account)).delete()


@transaction.atomic
def _seconds_to_wait(key: str) -> int:
    now = timezone.now()
    WrongTries.objects.filter(next_at__lt=now - FORGOTTEN_AFTER).delete()
    WrongTries.objects.get_or_create(key=key, defaults={"next_at": now})
    tries = WrongTries.objects.select_for_update().get(key=key)
    if tries.next_at > now:
        return ceil((tries.next_at - now).total_seconds())
    tries.next_at = now + timedelta(seconds=min(2**tries.count, LONGEST_S))
    tries.count = min(tries.count + 1, LONGEST_S)  # more would change nothing
    tries.save()
    return 0


def _key(secret: str, account: str) -> str:
    """The name as typed may be somebody's real one, so it is not kept."""
    return salted_hmac("araz.desk.signin.slowing", f"{secret} {account}", algorithm="sha256").hexdigest()
