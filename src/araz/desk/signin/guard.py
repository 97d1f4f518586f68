"""Stands before every page of the desk: nobody gets past who hasn't used a second factor in this session.

What is open is listed here; a page that somebody adds anywhere is closed from the start.
"""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from araz.desk.signin.ended import forget_when_done, give_key, keep_form, remember_whose
from araz.desk.signin.factors import has_passed, is_enrolling
from araz.desk.signin.session_times import ENDED, is_by_itself, note_use

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
        name = _name(request)
        if _is_about_signing_in(request):
            if request.method == "GET" and (address := _where_passkeys_work(request)):
                return redirect(address)
            translation.activate(_spoken(translation.get_language()))
        if name.startswith(_WAGTAILS_OWN):
            return redirect("account_login")
        remember_whose(request)
        if name in OPEN:
            return None
        if has_passed(request):
            note_use(request)
            forget_when_done(request)
            return None
        if is_enrolling(request):
            return None if name in STEPS else redirect(next_step(request.user))
        return _send_to_sign_in(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Ask once more who somebody is. allauth would keep the form meanwhile, readable in the session: passphrase, address and all."""
        if not isinstance(exception, ReauthenticationRequired):
            return None
        ways = get_adapter().get_reauthentication_methods(request.user)
        address = ways[0]["url"] if ways else reverse("account_login")
        if request.method == "POST":
            messages.error(request, gettext("Nothing was changed. Say once more who you are, then write it again."))
        return redirect(f"{address}?{urlencode({'next': request.get_full_path()})}")


def next_step(account: Any) -> str:
    """Return the page that setting up goes on with, by its name."""
    return "mfa_activate_totp" if account.has_usable_password() else "signin_passphrase"


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _is_about_signing_in(request: HttpRequest) -> bool:
    """Forms of these pages hold passphrases and codes, which are kept nowhere."""
    return _name(request).startswith(_SIGN_IN_PAGES)


def _send_to_sign_in(request: HttpRequest) -> HttpResponseBase:
    if request.user.is_authenticated:
        logout(request)  # a session without a second factor is worth nothing
        messages.error(request, gettext("Setting up took too long. Ask for a new link."))
    if is_by_itself(request) or not request.accepts("text/html") or "X-Requested-With" in request.headers:
        return _tell_program(request)
    goal = request.get_full_path() if request.method == "GET" else ""
    key = "" if _is_about_signing_in(request) else keep_form(request)
    if key:
        goal = reverse("signin_kept")
    elif ENDED in request.session and request.method == "GET":
        messages.error(request, gettext("You were signed out. Sign in to go on."))
    response = redirect(reverse("account_login") + (f"?{urlencode({'next': goal})}" if goal else ""))
    if key:
        messages.error(request, gettext("You were signed out before this arrived. It is kept: sign in, then save it."))
        give_key(response, key)
    return response


def _tell_program(request: HttpRequest) -> HttpResponseBase:
    """Answer autosave so that the editor shows the sentence and goes on trying; others with the sentence alone."""
    if request.accepts("application/json") and request.method == "POST":
        sentence = gettext(
            "You were signed out. What you wrote is still in this page. "
            "Sign in in another tab, come back here, and save."
        )
        known = (
            "locked"  # of the reasons that Wagtail's script shows with their sentence, the one that holds for a while
        )
        refusal = {"success": False, "error_code": known, "error_message": sentence, "signed_out": True}
        return JsonResponse(refusal, status=403)
    return HttpResponse(
        gettext("You are not signed in. Sign in, then do that again."), status=403, content_type="text/plain"
    )


def _where_passkeys_work(request: HttpRequest) -> str:
    """Return this page's address by the desk's name, for one who came by this machine's number; passkeys refuse numbers."""
    host, _, port = request.get_host().rpartition(":")
    if settings.ARAZ_DESK_HOST != "localhost" or host not in _NUMBERS:
        return ""
    return f"http://localhost:{port}{request.get_full_path()}"


def _spoken(code: str | None) -> str:
    return code if code in SPOKEN else SPOKEN[0]
