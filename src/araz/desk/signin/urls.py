"""The addresses of signing in. allauth looks some of them up, so they keep its names; what isn't here is closed."""

from allauth.mfa.webauthn.views import login_webauthn
from django.urls import path

from araz.desk.signin import own_pages, session_pages, views

urlpatterns = [
    path("enter/<str:token>/", views.EnterView.as_view(), name="signin_enter"),
    path("accounts/passphrase/", views.PassphraseView.as_view(), name="signin_passphrase"),
    path("accounts/app/", views.AppView.as_view(), name="mfa_activate_totp"),
    path("accounts/passkey/", views.PasskeyView.as_view(), name="mfa_add_webauthn"),
    path("accounts/recovery-codes/", views.CodesView.as_view(), name="mfa_view_recovery_codes"),
    path("accounts/login/", own_pages.SignInView.as_view(), name="account_login"),
    path("accounts/login/passkey/", login_webauthn, name="mfa_login_webauthn"),
    path("accounts/login/second-factor/", own_pages.SecondFactorView.as_view(), name="mfa_authenticate"),
    path("accounts/logout/", own_pages.SignOutView.as_view(), name="account_logout"),
    path("accounts/", own_pages.OwnSignInView.as_view(), name="mfa_index"),
    path("accounts/sessions/", session_pages.SessionsView.as_view(), name="signin_sessions"),
    path("accounts/kept/", session_pages.KeptFormView.as_view(), name="signin_kept"),
    path("accounts/recovery-codes/new/", own_pages.NewCodesView.as_view(), name="mfa_generate_recovery_codes"),
    path("accounts/app/remove/", own_pages.RemoveAppView.as_view(), name="mfa_deactivate_totp"),
    path("accounts/passkey/<int:pk>/remove/", own_pages.RemovePasskeyView.as_view(), name="mfa_remove_webauthn"),
    path("accounts/confirm/", own_pages.ConfirmByPassphraseView.as_view(), name="account_reauthenticate"),
    path("accounts/confirm/code/", own_pages.ConfirmByCodeView.as_view(), name="mfa_reauthenticate"),
    path("accounts/confirm/passkey/", own_pages.ConfirmByPasskeyView.as_view(), name="mfa_reauthenticate_webauthn"),
]
