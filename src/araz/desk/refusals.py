"""Turns a refusal that no form has caught into its sentence, and a form that came incomplete into another, instead of a fault."""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.defaults import bad_request

from araz.desk import door

_SENTENCES: Final = (ValidationError, ProtectedError)


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, MultiValueDictKeyError) and request.method == "POST":
            return bad_request(request, exception)  # Wagtail takes for granted what its own pages send
        if not isinstance(exception, _SENTENCES):
            return None
        sentence = sentence_of(exception)
        if _wants_json(request):
            return JsonResponse({"success": False, "error_code": "refused", "error_message": sentence}, status=400)
        messages.error(request, sentence)
        return redirect(_where_from(request))


def sentence_of(refusal: ValidationError | ProtectedError) -> str:
    """Return what was refused, why, and what to do."""
    if isinstance(refusal, ProtectedError):
        return door.STAYS
    return " ".join(refusal.messages)


def _wants_json(request: HttpRequest) -> bool:
    return "/api/" in request.path or (request.accepts("application/json") and not request.accepts("text/html"))


def _where_from(request: HttpRequest) -> str:
    """Back to the page that was left, if it is ours and not the one that refuses."""
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return before if is_ours and request.path not in before else reverse("wagtailadmin_home")
