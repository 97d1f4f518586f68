"""The way from the desk's account menu to the account's own passphrase, passkeys and codes."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from wagtail import hooks


@hooks.register("register_account_menu_item")  # type: ignore[untyped-decorator]  # Wagtail has no types
def way_in(_request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("mfa_index"),
        "label": gettext("Your way in"),
        "help_text": gettext("Passphrase, code app, passkeys and recovery codes."),
    }
