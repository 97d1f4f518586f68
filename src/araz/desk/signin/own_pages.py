"""allauth's pages in the desk's dress: signing in, confirming it, and looking after one's own factors."""

from typing import Any

from allauth.account.views import LoginView, LogoutView, ReauthenticateView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import DeactivateTOTPView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy

from araz.desk.signin.forms import CodeForm, ConfirmCodeForm, ConfirmPassphraseForm, SignInForm


class SignInView(LoginView):
    template_name = "desk/signin/sign_in.html"
    form_class = SignInForm


class SignOutView(LogoutView):
    template_name = "desk/signin/sign_out.html"


class SecondFactorView(AuthenticateView):
    """Asks for what the account has: a code, a passkey, or either."""

    template_name = "desk/signin/second_factor.html"
    form_class = CodeForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        types = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        context["has_app"] = Authenticator.Type.TOTP in types
        context["has_passkey"] = Authenticator.Type.WEBAUTHN in types
        return context


class ConfirmByPassphraseView(ReauthenticateView):
    template_name = "desk/signin/confirm.html"
    form_class = ConfirmPassphraseForm


class ConfirmByCodeView(ReauthenticateByCodeView):
    template_name = "desk/signin/confirm.html"
    form_class = ConfirmCodeForm


class ConfirmByPasskeyView(ReauthenticateWebAuthnView):
    template_name = "desk/signin/confirm_by_passkey.html"


class OwnSignInView(IndexView):
    template_name = "desk/signin/own.html"


class NewCodesView(GenerateRecoveryCodesView):
    template_name = "desk/signin/new_codes.html"


class RemoveAppView(DeactivateTOTPView):
    template_name = "desk/signin/remove.html"


class RemovePasskeyView(RemoveWebAuthnView):
    template_name = "desk/signin/remove.html"
    success_url = reverse_lazy("mfa_index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if not get_adapter().can_delete_authenticator(self.object):
            context["refusal"] = get_adapter().error_messages["cannot_delete_authenticator"]
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.get_object()):
            return redirect(self.request.path)  # the page says why
        response: HttpResponse = super().form_valid(form)
        return response
