"""Pages about sessions: one's own ones, a form that came too late, and one that was opened by somebody else."""

from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.generic import View

from araz.desk.audit import note
from araz.desk.signin.ended import SENT_AGAIN, forget_form, kept_form
from araz.desk.signin.own_sessions import end_all, end_session, sessions_of


@method_decorator(never_cache, name="dispatch")
class SessionsView(View):
    """Lists one's own sessions by the hour in which they began; ends one, or all."""

    def get(self, request: HttpRequest) -> HttpResponse:
        found = sessions_of(request.user, request.session.session_key)
        return render(request, "desk/signin/sessions.html", {"sessions": found})

    def post(self, request: HttpRequest) -> HttpResponse:
        if "everywhere" in request.POST:
            return self._sign_out_everywhere(request, request.user)
        end_session(request.user, request.POST.get("session", ""))
        return redirect("signin_sessions")

    def _sign_out_everywhere(self, request: HttpRequest, account: Any) -> HttpResponse:
        note("sessions-ended", account)
        logout(request)
        end_all(account)
        return redirect("account_login")


@method_decorator(never_cache, name="dispatch")
class KeptFormView(View):
    """Shows that a form is kept, and sends it again when its owner says so."""

    def get(self, request: HttpRequest) -> HttpResponse:
        form = kept_form(request)
        if form is None:
            return redirect("wagtailadmin_home")
        return render(request, "desk/signin/kept.html", {"form": form, "sent_again": SENT_AGAIN})

    def post(self, request: HttpRequest) -> HttpResponse:
        forget_form(request)
        return redirect("wagtailadmin_home")


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the secret of this browser's session: of an older session, of another account, or of a false page."""
    sentence = gettext(
        "This page was opened before somebody else signed in here, or before you signed out. Nothing was saved. "
        "Copy what you wrote, load the page again, and put it in."
    )
    if not request.accepts("text/html"):
        refusal = {"success": False, "error_code": "locked", "error_message": sentence}
        return JsonResponse(refusal, status=403)
    return render(request, "desk/signin/refused.html", {"sentence": sentence}, status=403)
