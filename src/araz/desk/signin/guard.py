"""Stands before every page of the desk: nobody gets past who hasn't used a second factor in this session.

What is open is listed here; a page that somebody adds anywhere is closed from the start.
"""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from araz.desk.signin.factors import has_passed, is_enrolling

SPOKEN: Final = ("en",)  # languages in which the pages of signing in are written
OPEN: Final = frozenset({"signin_enter", "account_login", "account_logout", "mfa_authenticate", "mfa_login_webauthn"})
STEPS: Final = frozenset({"signin_passphrase", "mfa_activate_totp", "mfa_add_webauthn"})
_SIGN_IN_PAGES: Final = ("signin_", "account_", "mfa_")
_NUMBERS: Final = ("127.0.0.1", "[::1]")
_WAGTAILS_OWN: Final = ("wagtailadmin_login", "wagtailadmin_password_reset")


class SecondFactorGuard:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: list[Any], _kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name.startswith(_SIGN_IN_PAGES):
            if request.method == "GET" and (address := _where_passkeys_work(request)):
                return redirect(address)
            translation.activate(_spoken(translation.get_language()))
        if name.startswith(_WAGTAILS_OWN):
            return redirect("account_login")
        if name in OPEN or has_passed(request):
            return None
        if is_enrolling(request):
            return None if name in STEPS else redirect(next_step(request.user))
        return _send_to_sign_in(request)


def next_step(account: Any) -> str:
    """Return the page that setting up goes on with, by its name."""
    return "mfa_activate_totp" if account.has_usable_password() else "signin_passphrase"


def _send_to_sign_in(request: HttpRequest) -> HttpResponseBase:
    if request.user.is_authenticated:
        logout(request)  # a session without a second factor is worth nothing
        messages.error(request, gettext("Setting up took too long. Ask for a new link."))
    if not request.accepts("text/html"):
        return HttpResponse(
            gettext("You are not signed in. Sign in, then do that again."), status=403, content_type="text/plain"
        )
    query = f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else ""
    return redirect(reverse("account_login") + query)


def _where_passkeys_work(request: HttpRequest) -> str:
    """Return this page's address by the desk's name, for one who came by this machine's number; passkeys refuse numbers."""
    host, _, port = request.get_host().rpartition(":")
    if settings.ARAZ_DESK_HOST != "localhost" or host not in _NUMBERS:
        return ""
    return f"http://localhost:{port}{request.get_full_path()}"


def _spoken(code: str | None) -> str:
    return code if code in SPOKEN else SPOKEN[0]
