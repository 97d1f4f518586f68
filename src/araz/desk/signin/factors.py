"""The second factor: who has one, who has used it in this session, and who may be about to set one up."""

import time
from typing import Any, Final

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpRequest

from araz.desk.signin.own_sessions import end_all

ENROLMENT_S: Final = 30 * 60  # how long a used link lets one set things up
BY_LINK: Final = "link"
FACTORS: Final = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(account: Any) -> bool:
    """Whether the account has an app or a passkey. Recovery codes alone are not a factor: they run out."""
    return bool(Authenticator.objects.filter(user_id=account.pk, type__in=FACTORS).exists())


def anybody_is_set_up() -> bool:
    """Whether the newsroom has an account with a second factor."""
    return bool(Authenticator.objects.filter(type__in=FACTORS).exists())


def has_passed(request: HttpRequest) -> bool:
    """Whether this session belongs to an account with a second factor, and was opened with it."""
    if not request.user.is_authenticated or not has_second_factor(request.user):
        return False
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def came_by_link(request: HttpRequest, account: Any) -> bool:
    """Whether the account was opened by its one-time link in this session, not long ago."""
    return any(
        record["method"] == BY_LINK and time.time() - record["at"] < ENROLMENT_S
        for record in get_authentication_records(request, account)
    )


def is_enrolling(request: HttpRequest) -> bool:
    """Whether this session may set up the account's first second factor."""
    account = request.user
    return account.is_authenticated and not has_second_factor(account) and came_by_link(request, account)


@transaction.atomic
def begin_anew(account: Any) -> None:
    """Take passphrase, passkeys, app and recovery codes from the account. Its sessions end; a link opens it anew."""
    Authenticator.objects.filter(user_id=account.pk).delete()
    account.set_unusable_password()  # a new chance value, by which all sessions lose their seal
    account.save(update_fields=["password"])
    end_all(account)


def may_remove(factor: Authenticator) -> bool:
    """Whether the account keeps a whole way in without this factor: a passkey alone, or a passphrase with an app."""
    others = Authenticator.objects.filter(user_id=factor.user_id, type__in=FACTORS).exclude(pk=factor.pk)
    if others.filter(type=Authenticator.Type.WEBAUTHN).exists():
        return True
    return bool(factor.user.has_usable_password() and others.exists())
