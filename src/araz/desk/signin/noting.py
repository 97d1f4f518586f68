"""Notes changes of second factors in the log of deeds, and ends the account's other sessions when one is taken away."""

from typing import Any

from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from araz.desk.audit import note
from araz.desk.signin.own_sessions import end_others


def connect() -> None:
    signals.authenticator_added.connect(_added, dispatch_uid="araz.desk.signin.added")
    signals.authenticator_removed.connect(_removed, dispatch_uid="araz.desk.signin.removed")
    signals.authenticator_reset.connect(_reset, dispatch_uid="araz.desk.signin.reset")
    signals.authenticator_used.connect(_used, dispatch_uid="araz.desk.signin.used")


def _added(user: Any, authenticator: Authenticator, **_about: Any) -> None:
    is_factor = authenticator.type != Authenticator.Type.RECOVERY_CODES
    note("factor-added" if is_factor else "recovery-codes-made", user)


def _removed(request: HttpRequest, user: Any, authenticator: Authenticator, **_about: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:  # those go by themselves with the last factor
        note("factor-removed", user)
    end_others(user, request.session.session_key)


def _reset(user: Any, **_about: Any) -> None:
    note("recovery-codes-made", user)


def _used(user: Any, authenticator: Authenticator, **_about: Any) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        note("recovery-code-used", user)
