"""The buttons and pages by which what was found is let out, and taken back."""

from datetime import UTC, datetime
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from araz.desk import letting_out
from araz.desk.deciding import Decider
from araz.desk.held_groups import findings_for
from araz.desk.held_samples import samples_of_kind
from araz.desk.held_words import in_words
from araz.desk.hooks.below_held_back import BelowHeldBack
from araz.desk.hooks.desk_list import DeskList
from araz.desk.let_out import decisions_in_words
from araz.desk.models.held import LettingOut

_NOTHING: Final = _("Nothing was let out. Tick what is no secret; for secrets ask an administrator.")


@require_POST
def waive_here(request: HttpRequest) -> HttpResponse:
    """Let out what is ticked, where it is, as far as the account may."""
    done = letting_out.waive(request.user, request.POST.getlist("digest"), _today())
    told = ngettext(
        "{count} finding is let out. The story is printed within seconds if nothing else is found in it.",
        "{count} findings are let out. Stories are printed within seconds if nothing else is found in them.",
        done,
    )
    return _back(request, told.format(count=f"{done:,}") if done else "")


@require_POST
def waive_everywhere(request: HttpRequest) -> HttpResponse:
    """Let out one thing wherever it stands."""
    stories = letting_out.waive_everywhere(request.user, request.POST.get("thing", ""), _today())
    told = ngettext(
        "It is no secret from now on, in {count} story and in those to come. What nothing else is found in is printed now.",
        "It is no secret from now on, in {count} stories and in those to come. What nothing else is found in is printed now.",
        stories,
    )
    return _back(request, told.format(count=f"{stories:,}") if stories else "")


class Imported(BelowHeldBack, WagtailAdminTemplateMixin, TemplateView):
    """Samples of one kind in what was brought in, and the button for all of it."""

    page_title = _("Let out what was brought in")
    header_icon = "warning"
    template_name = "desk/held/imported.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.kind = (request.POST if request.method == "POST" else request.GET).get("kind", "")
        self.decider = Decider(request.user)
        if not self.decider.may_waive_imported(self.kind):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        findings = findings_for(self.decider).filter(kind=self.kind, held__is_imported=True)
        newest = findings.order_by("-pk").first()
        return super().get_context_data(**kwargs) | {
            "kind": self.kind,
            "what": in_words(self.kind),
            "stories": findings.values("held").distinct().count(),
            "samples": samples_of_kind(findings, self.decider),
            "upto": newest.pk if newest else 0,
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        upto = request.POST.get("upto", "")
        if not request.POST.get("looked") or not upto.isdigit():
            messages.error(request, gettext("Nothing was let out. Look at the samples and tick that you did."))
            return redirect(f"{reverse('desk_waive_imported')}?{request.POST.urlencode()}")
        stories = letting_out.waive_imported(request.user, self.kind, int(upto), _today())
        told = ngettext(
            "This was let out in {count} story that was brought in. It is printed now, if nothing else is found in it.",
            "This was let out in {count} stories that were brought in. They are printed now, if nothing else is found in them.",
            stories,
        )
        return _back(request, told.format(count=f"{stories:,}") if stories else "")


class LetOut(BelowHeldBack, DeskList):
    """What was decided to be no secret, and the way to take that back."""

    page_title = _("Let out")
    header_icon = "check"
    address = "desk_let_out"
    template_name = "desk/held/let_out.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if Decider(request.user).writes_only:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        return LettingOut.objects.all()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "decisions": decisions_in_words(list(context["page_obj"].object_list), Decider(self.request.user))
        }


@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Take a decision back: what it let out is held again."""
    number = request.POST.get("decision", "")
    taken = letting_out.take_back(request.user, int(number)) if number.isdecimal() and len(number) < 19 else None
    if taken:
        told = ngettext(
            "Taken back. The story is held again within seconds; whoever copied it meanwhile has it.",
            "Taken back. The stories are held again, some hundred in a second; whoever copied one meanwhile has it.",
            taken.stories,
        )
        messages.success(request, told)
    else:
        messages.error(request, gettext("Nothing was taken back. Somebody else may have done it, or only others may."))
    return redirect("desk_let_out")


def _today() -> Any:
    return datetime.now(UTC).date()


def _back(request: HttpRequest, done: str) -> HttpResponse:
    if done:
        messages.success(request, done)
    else:
        messages.error(request, str(_NOTHING))
    return redirect("desk_held_back")
