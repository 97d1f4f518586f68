"""Forms of what stands on many pages: they say before anything is saved what would keep it from being printed."""

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from wagtail.admin.forms.models import WagtailAdminModelForm

from araz.contracts import Hit
from araz.desk.held_back import accounts_and_emails
from araz.desk.held_words import SHOWN, in_words
from araz.desk.proof_key import proof_key
from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets
from araz.pressroom.holds import ANYWHERE

_LOOKED: Final = "looked"  # hashes of what was told already: who saves again has seen it


class LookedThrough(forms.BaseForm):
    """Tells at the field what was found in it. The same form sent again is saved: it is only not printed until it is let out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[_LOOKED] = forms.CharField(required=False, widget=forms.HiddenInput)

    def _post_clean(self) -> None:
        """Look through what is in order otherwise, so that no other fault is told in the place of this one."""
        super()._post_clean()  # type: ignore[misc]  # every form has it, and Django's types don't say so
        told = set(self.cleaned_data.pop(_LOOKED, "").split())
        accounts, emails = accounts_and_emails()
        proofreader = Proofreader(Secrets(accounts=accounts, emails=emails), key=proof_key(settings.SECRET_KEY))
        for name, value in list(self.cleaned_data.items()):
            if self._is_public(name):
                continue
            for hit in proofreader.read("\n".join(_texts(value))):
                digest = proofreader.digest(ANYWHERE, hit)
                if digest not in told:
                    told.add(digest)
                    self.add_error(name, _sentence(hit))
        # So that the form is shown with what was told.
        self.data = _with(self.data, self.add_prefix(_LOOKED), " ".join(sorted(told)))

    def _is_public(self, name: str) -> bool:
        """Whether the field says on purpose where somebody can be reached."""
        return name == "contact" and self.cleaned_data.get("kind") == "open"


def _with(data: Any, name: str, value: str) -> Any:
    changed = data.copy()  # what was sent can't be changed itself
    changed[name] = value
    return changed


class PartForm(LookedThrough, WagtailAdminModelForm):
    pass


def _sentence(hit: Hit) -> str:
    what = in_words(hit.kind)
    if hit.kind in SHOWN:
        what = gettext("{what} ({value})").format(what=what, value=hit.value)
    return gettext(
        "Here stands {what}. It was not saved. Take it out, or readers won't get what you changed. If it is no secret, save"
        " again: then it waits under “Held back” until an administrator lets it out, and readers have this as it was before."
    ).format(what=what)


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (text for each in value.values() for text in _texts(each))
        case _:
            return
