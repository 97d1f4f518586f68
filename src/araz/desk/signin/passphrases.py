"""What a passphrase must be: long, and not one that everybody uses. Nothing else (NIST SP 800-63B, 3.1.1.2)."""

import unicodedata
from typing import Any, Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

SHORTEST: Final = 12
LONGEST: Final = 200  # hashing endless ones would be a way to keep the machine busy
_SENTENCES: Final = {
    "password_too_short": gettext_lazy("That is too short. Take at least 12 characters: four or five words do well."),
    "password_too_common": gettext_lazy(
        "That is on the lists that attackers try first. Take words that belong to nobody."
    ),
    "password_too_similar": gettext_lazy("That is too close to the account's name. Take something else."),
}


def normal(passphrase: str) -> str:
    """Return the passphrase in one form, since keyboards write the same letter (ə, گ, é) in different ways."""
    return unicodedata.normalize("NFKC", passphrase)


def check_passphrase(passphrase: str, account: Any) -> None:
    """Refuse a bad one. Raises ValidationError with sentences that say what to do."""
    try:
        validate_password(passphrase, account)
    except ValidationError as error:
        raise ValidationError(
            [_SENTENCES.get(each.code or "", gettext("Take another one.")) for each in error.error_list]
        ) from error
