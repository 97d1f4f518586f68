"""Letting people in: a link for a new account, by one administrator; a recovery of one that is set up, by two."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.generic import View
from wagtail.permissions import policy_registry

from araz.desk.audit import note
from araz.desk.refused import refusal
from araz.desk.signin import recovery
from araz.desk.signin.factors import has_second_factor
from araz.desk.signin.links import make_link

ACCOUNTS = get_user_model()


class _ForAdministrators(View):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not policy_registry.get_by_type(ACCOUNTS).user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return redirect("wagtailusers_users:edit", pk)


class LinkView(_ForAdministrators):
    """Makes a one-time link for an account that nobody has set up, and shows it once. The link made before dies."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        account = get_object_or_404(ACCOUNTS, pk=pk, is_active=True)
        if has_second_factor(account):
            raise refusal(gettext("This account is set up. Two administrators can let its owner begin anew."))
        with transaction.atomic():
            note("link-made", request.user, account.get_username())
            link = make_link(account)
        return _shown_once(request, account, link)


class RecoveryView(_ForAdministrators):
    """One asks, another agrees and is shown the link; whoever doubts it refuses."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        account = get_object_or_404(ACCOUNTS, pk=pk, is_active=True)
        match request.POST.get("deed"):
            case "ask":
                recovery.ask(account, request.user)
                messages.success(request, gettext("Asked for. Another administrator has three days to agree."))
            case "refuse":
                recovery.refuse(account, request.user)
            case "agree":
                return _shown_once(request, account, recovery.agree(account, request.user))
        return redirect("wagtailusers_users:edit", pk)


def _shown_once(request: HttpRequest, account: Any, link: str) -> HttpResponse:
    address = request.build_absolute_uri(link)
    response = render(request, "desk/people/link.html", {"account": account, "address": address})
    response["Cache-Control"] = "no-store"
    return response
