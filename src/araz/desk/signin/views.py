"""The pages of getting in: the link, and the steps of setting an account up."""

from textwrap import wrap
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.internal.flows import add_authenticator
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib.auth import logout, update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View
from django.views.generic.edit import FormView

from araz.desk.audit import note
from araz.desk.signin import links
from araz.desk.signin.codes import take_code
from araz.desk.signin.factors import BY_LINK, begin_anew, has_second_factor
from araz.desk.signin.forms import AppForm, ChoosePassphraseForm, PasskeyForm
from araz.desk.signin.guard import next_step
from araz.desk.signin.own_sessions import end_others

_reauthenticated = method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
_not_kept = method_decorator(never_cache, name="dispatch")


@_not_kept
class EnterView(View):
    """A one-time link. Looking at it doesn't use it: programs that preview links look, people press the button."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        return self._page(request) if links.is_alive(token) else self._dead(request)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        account = links.use_link(token)
        return self._dead(request) if account is None else enter(request, account)

    def _page(self, request: HttpRequest) -> HttpResponse:
        return render(request, "desk/signin/enter.html")

    def _dead(self, request: HttpRequest) -> HttpResponse:
        return render(request, "desk/signin/dead_link.html", status=410)


def enter(request: HttpRequest, account: Any) -> HttpResponse:
    """Let the account in that a link has opened: to its second factor, or to setting one up."""
    logout(request)  # whoever sat here before
    if not has_second_factor(account):
        begin_anew(account)  # what somebody else may have begun with an older link
    record_authentication(request, account, method=BY_LINK)
    goal = "wagtailadmin_home" if has_second_factor(account) else next_step(account)
    response: HttpResponse = perform_login(request, account, redirect_url=reverse(goal))
    return response


@_reauthenticated
@_not_kept
class PassphraseView(FormView[ChoosePassphraseForm]):
    """The first step of setting up; later, the way to change the passphrase."""

    template_name = "desk/signin/passphrase.html"
    form_class = ChoosePassphraseForm

    @method_decorator(sensitive_post_parameters("passphrase", "again"))
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "account": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(enrolling=not has_second_factor(self.request.user), **kwargs)

    def form_valid(self, form: ChoosePassphraseForm) -> HttpResponse:
        account: Any = self.request.user
        account.set_password(form.cleaned_data["passphrase"])
        account.save()
        update_session_auth_hash(self.request, account)  # other sessions of the account lose their seal
        end_others(account, self.request.session.session_key)
        note("passphrase-chosen", account)
        return redirect("mfa_index" if has_second_factor(account) else "mfa_activate_totp")


@_reauthenticated
@_not_kept
class AppView(ActivateTOTPView):
    """A code app, the first or one in place of another."""

    template_name = "desk/signin/app.html"
    form_class = AppForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return FormView.dispatch(self, request, *args, **kwargs)  # allauth would refuse a second app

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["enrolling"] = not has_second_factor(self.request.user)
        context["key"] = " ".join(wrap(context["form"].secret, 4))  # for those who type it
        return context

    @transaction.atomic
    def form_valid(self, form: AppForm) -> HttpResponse:
        account = self.request.user
        old, _ = Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.TOTP).delete()
        if old:  # whoever signed in with the old phone is out
            end_others(account, self.request.session.session_key)
        response: HttpResponse = super().form_valid(form)
        factor = Authenticator.objects.get(user_id=account.pk, type=Authenticator.Type.TOTP)
        take_code(factor, form.cleaned_data["code"])
        post_authentication(self.request, factor)
        self.request.session.cycle_key()  # it opens the desk from now on, so nobody may know it from before
        return response


@_not_kept
class PasskeyView(AddWebAuthnView):
    """A passkey: beside the passphrase, or instead of it."""

    template_name = "desk/signin/passkey.html"
    form_class = PasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        account = self.request.user
        context["js_data"] = {"creation_options": auth.begin_registration(account, True)}
        context["enrolling"] = not has_second_factor(account)
        context["alone"] = not account.has_usable_password()
        return context

    @transaction.atomic
    def form_valid(self, form: PasskeyForm) -> HttpResponse:
        factor, codes = add_authenticator(
            self.request, name=form.cleaned_data["name"], credential=form.cleaned_data["credential"]
        )
        post_authentication(self.request, factor, passwordless=True)
        self.request.session.cycle_key()  # as above
        return redirect("mfa_view_recovery_codes" if codes else "mfa_index")


@_not_kept
class CodesView(ViewRecoveryCodesView):
    """The recovery codes, shown once."""

    template_name = "desk/signin/codes.html"
