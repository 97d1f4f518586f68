"""Scripts, styles and icons of the desk, sent from the packages that bring them: nothing has to be collected."""

import re
from dataclasses import replace
from typing import Any, Final

from django.contrib.staticfiles import finders

from araz.server import headers
from araz.server.answers import Answer, Request, sentence
from araz.server.coding import best_coding
from araz.server.headers import Headers
from araz.server.kinds import Kind
from araz.server.replies import reply
from araz.server.shelf import Shelf

_PATH: Final = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*", re.ASCII)
_ALWAYS: Final[Headers] = [
    headers.NAMELESS,
    headers.TYPES_ARE_TOLD,
    ("referrer-policy", "same-origin"),  # as the desk's pages: a style asks for its fonts
    *headers.KEPT_APART,
    headers.ALONE,
]
_REVALIDATE: Final = ("cache-control", "no-cache")
_FOR_EVER: Final = ("cache-control", "public, max-age=31536000, immutable")
_BY_WAGTAIL: Final = ("wagtailadmin/", "wagtailimages/", "wagtaildocs/", "wagtailsnippets/", "wagtailembeds/")


class Statics:
    """Finds a file once, then holds it like the readers' pages."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}
        self._shelf = Shelf(_about)

    def answer(self, request: Request, query: str) -> Answer:
        """Answer for a path below the static address. The query's `v=` is Wagtail's version, and names its files' content."""
        file = self._place(request.path)
        copy = self._shelf.take(file, best_coding(request.accepted)) if file else None
        if copy is None:
            return sentence(404, "The desk has no such file.", _ALWAYS)
        if request.method not in ("GET", "HEAD"):
            return sentence(405, "This is a file to read.", [("allow", "GET, HEAD"), *_ALWAYS])
        answer = reply(replace(request, range=""), copy, file)
        lasts = query.startswith("v=") and request.path.startswith(_BY_WAGTAIL)
        return replace(answer, headers=[*answer.headers, _FOR_EVER if lasts else _REVALIDATE])

    def _place(self, path: str) -> str:
        if path not in self._places and _PATH.fullmatch(path):
            found = finders.find(path)
            if isinstance(found, str):
                self._places[path] = found
        return self._places.get(path, "")


def _about(_file: str, _kind: Kind) -> Headers:
    return [("content-security-policy", headers.FILE_POLICY), *_ALWAYS]


def request_of(scope: dict[str, Any], path: str) -> Request:
    """Return an ASGI request as one for a file at that path."""
    sent = {name: value.decode("latin-1") for name, value in scope["headers"]}
    return Request(
        method=scope["method"],
        path=path,
        accepted=sent.get(b"accept-encoding", ""),
        known=sent.get(b"if-none-match", ""),
    )
