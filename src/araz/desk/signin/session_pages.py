"""Two pages about sessions: one's own ones, and a form that came after its session had ended."""

from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
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
