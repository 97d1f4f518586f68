"""The readers' files at the desk's own addresses, for previews: nothing is asked from another host."""

import re
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils._os import safe_join
from wagtail import hooks

from araz.desk import preview
from araz.typesetting.pictures import FolderMediaStore

_PICTURE: Final = re.compile(r"m/[0-9a-f]{2}/([0-9a-f]{32})-(\d{1,5})\.webp")
_DOCUMENT: Final = re.compile(r"f/[0-9a-f]{2}/([0-9a-f]{32})\.pdf")
_KINDS: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".pdf": "application/pdf",
}
# A page of the paper may do nothing at the desk but be read.
_POLICY: Final = (
    "sandbox allow-same-origin allow-top-navigation-by-user-activation; default-src 'none'; style-src 'self';"
    " font-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [path("readers/<path:path>", show, name="desk_readers_file")]


def show(_request: HttpRequest, path: str) -> HttpResponse:
    """Send a style, font or picture of the press, or a page as it was printed last."""
    kind = _KINDS.get(Path(path).suffix)
    content = _content(path) if kind else None
    if content is None:
        raise Http404("Readers have no such page yet.")
    response = HttpResponse(content, content_type=kind)
    response["Content-Security-Policy"] = _POLICY
    return response


def _content(path: str) -> bytes | None:
    if found := _PICTURE.fullmatch(path):
        return _read(FolderMediaStore(settings.ARAZ_MEDIA).file(found[1], int(found[2])))
    if found := _DOCUMENT.fullmatch(path):
        return _read(FolderMediaStore(settings.ARAZ_MEDIA).document(found[1]))
    if path.startswith("assets/"):
        return _asset(path)
    try:
        return _read(Path(safe_join(settings.ARAZ_SITE_FOLDER / "public", path)))
    except (SuspiciousFileOperation, ValueError):
        return None


def _asset(path: str) -> bytes | None:
    with preview.edition() as edition:
        try:
            printed = preview.press().print(edition, path.replace("assets/", "asset/", 1))
        except KeyError:
            return None
    return printed.body if printed else None


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
