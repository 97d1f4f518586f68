"""What the desk shows of signing in: that a session has ended, and the way from the desk's account menu to the account's own passphrase, passkeys and codes."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail import hooks


@hooks.register("register_account_menu_item")  # type: ignore[untyped-decorator]  # Wagtail has no types
def way_in(_request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("mfa_index"),
        "label": gettext("Your way in"),
        "help_text": gettext("Passphrase, code app, passkeys and recovery codes."),
    }


@hooks.register("insert_global_admin_js")  # type: ignore[untyped-decorator]
def signed_out() -> SafeString:
    return format_html(
        '<script src="{}" data-sentence="{}" data-link="{}" data-address="{}"></script>',
        static("desk/signed_out.js"),
        gettext("You were signed out. What you wrote is still in this page; leave it open."),
        gettext("Sign in in another tab, come back here, and save."),
        reverse("account_login"),
    )
