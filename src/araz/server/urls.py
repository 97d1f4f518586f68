"""The addresses of the desk. Readers' pages are files and have none here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls

from araz.desk.people.own_account import own_account
from araz.desk.signin.own_pages import SignOutView
from araz.server.media import show_media


def closed(_request: HttpRequest, rest: str | int = "") -> HttpResponse:
    raise Http404(rest)


urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(url="/admin/")),
    path("admin/account/", own_account),  # before Wagtail's, which asks for a name
    path("admin/logout/", SignOutView.as_view()),  # before Wagtail's, which signs out whoever only looks at it
    path("admin/bulk/auth/user/<path:rest>", closed),  # accounts are changed one by one, so that it is noted
    path("admin/collections/<int:rest>/privacy/", closed),  # readers' files are files: no password stands before them
    path("admin/documents/", closed),  # files as they come carry names and traces; the desk takes pictures only
    path("admin/documents/<path:rest>", closed),
    path("admin/", include(admin_urls)),
    path("", include("araz.desk.signin.urls")),
    path("media/<path:path>", show_media),
]
