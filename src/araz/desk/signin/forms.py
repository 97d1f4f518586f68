"""The forms of signing in, each a few lines on top of allauth's."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext, gettext_lazy

from araz.desk.signin.codes import take_code, written_code
from araz.desk.signin.passphrases import LONGEST, check_passphrase, normal
from araz.desk.signin.slowing import begin_try, take_as_right


class PassphraseField(forms.CharField):
    """Takes everything that can be typed, spaces too."""

    def __init__(self, autocomplete: str, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": autocomplete, "dir": "auto"})
        super().__init__(widget=widget, strip=False, max_length=LONGEST, **options)

    def clean(self, value: Any) -> str:
        return normal(super().clean(value))


class SignInForm(LoginForm):
    password = PassphraseField("current-password", label=gettext_lazy("Passphrase"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = self.fields["login"]
        name.label = gettext_lazy("Account")
        name.help_text = gettext_lazy("Like desk-7f3k. It stood on the page where you set the account up.")
        name.widget.attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "dir": "ltr"}


class ConfirmPassphraseForm(ReauthenticateForm):
    password = PassphraseField("current-password", label=gettext_lazy("Passphrase"))


class ChoosePassphraseForm(forms.Form):
    passphrase = PassphraseField(
        "new-password",
        label=gettext_lazy("Passphrase"),
        help_text=gettext_lazy(
            "At least 12 characters. Four or five words that have nothing to do with each other are easy to keep in mind."
        ),
    )
    again = PassphraseField("new-password", label=gettext_lazy("The same once more"))

    def __init__(self, *args: Any, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._account = account

    def clean_passphrase(self) -> str:
        passphrase: str = self.cleaned_data["passphrase"]
        check_passphrase(passphrase, self._account)
        return passphrase

    def clean(self) -> dict[str, Any]:
        first, second = self.cleaned_data.get("passphrase"), self.cleaned_data.get("again")
        if first and second and first != second:
            self.add_error("again", gettext("The two differ. Write the same one twice."))
        return self.cleaned_data


def _ask_for_digits(form: forms.Form, help_text: Any) -> None:
    code = form.fields["code"]
    code.label, code.help_text = gettext_lazy("Code"), help_text
    code.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false", "dir": "ltr"}


class _OnceOnly:
    """A code of an app is taken once, and wrong ones make the account wait. Recovery codes are by allauth."""

    cleaned_data: dict[str, Any]
    authenticator: Authenticator
    user: Any

    def clean_code(self) -> str:
        begin_try("code", self.user.get_username())
        self.cleaned_data["code"] = written_code(self.cleaned_data["code"])
        code: str = super().clean_code()  # type: ignore[misc]  # stands before one of allauth's forms
        if self.authenticator.type == Authenticator.Type.TOTP and not take_code(self.authenticator, code):
            raise get_adapter().validation_error("incorrect_code")
        take_as_right("code", self.user.get_username())
        return code


class CodeForm(_OnceOnly, AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_digits(self, gettext_lazy("Six digits from the app, or one of your recovery codes."))


class ConfirmCodeForm(_OnceOnly, ReauthenticateByCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_digits(self, gettext_lazy("Six digits from the app, or one of your recovery codes."))


class AppForm(ActivateTOTPForm):
    """The first code of a new app proves that the app has the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_digits(self, gettext_lazy("The six digits that the app shows now."))

    def clean_code(self) -> str:
        self.cleaned_data["code"] = written_code(self.cleaned_data["code"])
        code: str = super().clean_code()
        return code


class PasskeyForm(AddWebAuthnForm):
    """Every passkey is one that asks for a finger, a face or a PIN, so that it is enough alone."""

    passwordless = None  # takes allauth's tick box away

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = self.fields["name"]
        name.label = gettext_lazy("A name for it")
        name.help_text = gettext_lazy("Only you see it. “Phone” or “blue key” is enough.")
        name.max_length = 40
        name.widget.attrs = {"maxlength": "40", "autocomplete": "off", "dir": "auto"}

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        cleaned: dict[str, Any] = super().clean()
        return cleaned
