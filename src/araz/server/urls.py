"""The addresses of the desk. Readers' pages are files and have none here."""

from django.contrib.auth.decorators import login_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls
from wagtail.documents.views.serve import serve as serve_document

from araz.desk.people.own_account import own_account
from araz.server.media import show_media

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(url="/admin/")),
    path("admin/account/", own_account),  # before Wagtail's, which asks for a name
    path("admin/", include(admin_urls)),
    path("", include("araz.desk.signin.urls")),
    path(
        "documents/<int:document_id>/<path:document_filename>", login_required(serve_document), name="wagtaildocs_serve"
    ),
    path("media/<path:path>", show_media),
]
