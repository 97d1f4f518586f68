"""How allauth is told the desk's rules: no sign-up, no mail, no address, no way in without a second factor."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, gettext_lazy

from araz.desk.signin.ended import come_back
from araz.desk.signin.factors import came_by_link, has_second_factor, may_remove
from araz.desk.signin.left_messages import forget_messages
from araz.desk.signin.slowing import begin_try, take_as_right
from araz.desk.signin.visits import forget_visit


class AccountRules(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": gettext_lazy(
            "Name and passphrase don't belong together. Look at both and try again."
        ),
        "incorrect_password": gettext_lazy("That is not your passphrase. Try again."),
        "incorrect_code": gettext_lazy(
            "That code is wrong, too old or used already. Wait for the next one and try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # accounts are made by administrators

    def is_safe_url(self, url: str) -> bool:
        return url_has_allowed_host_and_scheme(url, {self.request.get_host()}, require_https=self.request.is_secure())

    def pre_login(self, request: HttpRequest, user: Any, **_kwargs: Any) -> HttpResponse | None:
        """Refuse a closed account; and one without a second factor, unless its link has just been used."""
        if user.is_active and (has_second_factor(user) or came_by_link(request, user)):
            return None
        clear_login(request)
        messages.error(
            request,
            gettext("This account isn't set up, or it was closed. Ask an administrator for a new link."),
        )
        return redirect("account_login")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any | None:
        """Look at the passphrase, unless the account has to wait. Raises ValidationError."""
        name = credentials["username"].casefold()
        begin_try("passphrase", name)
        user = super().authenticate(request, **credentials)
        if user is not None:
            take_as_right("passphrase", name)
        return user

    def login(self, request: HttpRequest, user: Any) -> None:
        """Begin a session. Pages that the account left open when its last one ended here can still send their forms."""
        form_secret = request.META.get("CSRF_COOKIE")
        super().login(request, user)
        is_same = come_back(request, user)
        if is_same and form_secret:
            request.META.update(CSRF_COOKIE=form_secret, CSRF_COOKIE_NEEDS_UPDATE=False)
        if not is_same:
            forget_messages(request)
        forget_visit(user)

    def is_reauthentication_required(self, *, app: str, **_kwargs: Any) -> bool:
        return not came_by_link(self.request, self.request.user)

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Pass on what went wrong. The pages themselves say what went well."""
        if level >= messages.ERROR:
            super().add_message(request, level, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Refuse: an account has no address, and nothing here may ever send one a message."""
        raise RuntimeError("The desk sends no mail.")


class FactorRules(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountRules.error_messages["incorrect_code"],
        "cannot_delete_authenticator": gettext_lazy(
            "This is your only way in, so it stays. Add another one first, then remove this one."
        ),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return may_remove(authenticator)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the desk's one address, whichever name it was called by."""
        return {"id": settings.ARAZ_DESK_HOST, "name": settings.MFA_TOTP_ISSUER}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # allauth's word
        """Return the name that a new passkey has unless its owner writes another one."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey {number}").format(number=number)

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code as an element to stand in a page."""
        svg: str = super().build_totp_svg(url)
        return svg[svg.index("<svg") :]
