"""Codes of an authenticator app: each opens the desk once, also when several processes serve it."""

import time
from typing import Final

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.db import transaction

from araz.language.digits import ascii_digits

_LAST: Final = "last_counter"


def written_code(text: str) -> str:
    """Return a code as the app shows it, whatever digits and spaces it was typed with."""
    return "".join(ascii_digits(text).split())


@transaction.atomic
def take_code(factor: Authenticator, code: str) -> bool:
    """Note that a right code was used; whether it is newer than the last one (RFC 6238, 5.2)."""
    row = Authenticator.objects.select_for_update().get(pk=factor.pk)
    secret = decrypt(row.data["secret"])
    fresh = [
        counter
        for counter in yield_hotp_counters_from_time()
        if format_hotp_value(hotp_value(secret, counter)) == code and counter > row.data.get(_LAST, 0)
    ]
    if not fresh:
        return False
    row.data = {**row.data, _LAST: max(fresh)}
    row.save(update_fields=["data"])
    return True


def code_now(secret: str) -> str:
    """Return the code that an app with this secret shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD)))
