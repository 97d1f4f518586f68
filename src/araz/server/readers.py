"""The readers' listener: the finished pages and nothing else. It knows no desk, no database and no reader.

It decides in `answer`, which is tested alone, and sends in `__rsgi__`, Granian's own interface: with it a page costs
27 µs where ASGI needs 41, and parts of files are sent without passing through Python.
"""

import logging
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from araz.edition.old_addresses import is_named, names_author
from araz.language import LANGUAGE_CODES
from araz.server import headers
from araz.server.answers import Answer, Request
from araz.server.coding import PLAIN, best_coding
from araz.server.headers import Headers
from araz.server.hosts import HERE, KnownHosts, host_in, name_of
from araz.server.kinds import Kind
from araz.server.moved import moved_to
from araz.server.newsroom import Newsroom, NewsroomSettings
from araz.server.regrets import Regret, Regrets
from araz.server.replies import not_found, reply
from araz.server.shelf import Shelf

# Names as the presses make them. So no dots at a name's beginning, no backslash, no NUL, no empty name, no percent.
_PATH: Final = re.compile(r"/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?", re.ASCII)
_UNFINISHED: Final = ".unfinished"  # what the pressroom is writing at this moment
_LONGEST_PATH: Final = 255

_REVALIDATE: Final = ("cache-control", "no-cache")  # a copy may be kept, but is asked about each time
_FOR_EVER: Final = ("cache-control", "public, max-age=31536000, immutable")  # named after its content
_EVERY_ANSWER: Final[Headers] = [
    headers.NAMELESS,
    headers.TYPES_ARE_TOLD,
    ("referrer-policy", "no-referrer"),
    *headers.KEPT_APART,
    headers.ALONE,
]
_SITE_POLICY: Final = (
    # The river is an image in the style sheet. Scripts fetch nothing; what judges pages asks for robots.txt by this right.
    "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_BY_CONTENT: Final = ("/m/", "/f/")  # pictures and documents
_VOLUME: Final = re.compile(r"/[a-z]{2,3}/v/")
# The letters of a page begin to come with it, not after its style: so the text does not jump when they are there.
_LATIN: Final = ("serif-400", "serif-600", "sans-500")
_LETTERS: Final = {"az": _LATIN, "tr": _LATIN, "en": _LATIN, "azb": ("arabic",), "fa": ("arabic",)}

log = logging.getLogger("araz")


class Readers:
    """Answers from one folder of finished pages."""

    def __init__(self, root: Path, settings: NewsroomSettings) -> None:
        self._root = str(root)
        self._onion = settings.onion
        self._onion_host = host_in(settings.onion)
        self._is_secure = settings.home.startswith("https:")
        self._hosts = KnownHosts((host_in(settings.home), self._onion_host, *settings.reader_hosts))
        self._shelf = Shelf(self._about, self._root)
        self._regrets = Regrets()

    @classmethod
    def of(cls, newsroom: Newsroom) -> "Readers":
        return cls(newsroom.public, newsroom.settings)

    def _about(self, file: str, kind: Kind) -> Headers:
        """Return the headers of a file that depend on where it lies and what it is."""
        place = file[len(self._root) :]
        lasting = _FOR_EVER if place.startswith(_BY_CONTENT) else _REVALIDATE
        is_page = kind.type.startswith("text/html")
        is_volume = _VOLUME.match(place) is not None
        policy = ("content-security-policy", _policy_of(kind, is_volume))
        pages_only = [("permissions-policy", headers.PERMISSIONS)] if is_page else []
        return [lasting, policy, *pages_only, *_letters_first(place, is_page and not is_volume), *_EVERY_ANSWER]

    def answer(self, request: Request) -> Answer:
        """Decide what to send, whatever fails. Reads a file at most once for each time that it changes."""
        try:
            answer = self._decide(request)
        except Exception as error:  # whatever failed, the reader gets an answer
            log.error("A reader got no page.", exc_info=error)
            answer = self._regret(Regret.FAULT, request)
        if self._is_secure and _may_insist_on_https(name_of(request.host)):
            return replace(answer, headers=[*answer.headers, headers.HSTS])
        return answer

    def _decide(self, request: Request) -> Answer:
        if request.host not in self._hosts:
            return self._regret(Regret.FOREIGN_HOST if request.host else Regret.NO_HOST, request)
        if request.method not in ("GET", "HEAD"):
            return self._regret(Regret.READ_ONLY, request, ("allow", "GET, HEAD"))
        if request.query:
            return self._asked(request)
        return self._page(request)

    def _asked(self, request: Request) -> Answer:
        """Answer an address with a query: an old one such as `/?p=7`, else the page without regard to the query."""
        if names_author(request.path, request.query):
            return self._missing(request)
        location = moved_to(self._root, request.path, request.query) if is_named(request.query) else ""
        return self._lead_to(location) if location else self._page(request)

    def _page(self, request: Request) -> Answer:
        if len(request.path) > _LONGEST_PATH or not _PATH.fullmatch(request.path):
            return self._missing(request)
        return self._file(request)

    def _file(self, request: Request) -> Answer:
        path = request.path
        file = f"{self._root}{path}index.html" if path.endswith("/") else self._root + path
        coding = PLAIN if request.range else best_coding(request.accepted)
        copy = self._shelf.take(file, coding)
        if copy is None or path.endswith(_UNFINISHED):
            return self._folder_or_missing(request)
        answer = reply(request, copy, file)
        if answer.status == Regret.NO_SUCH_PART.value:
            return self._regret(Regret.NO_SUCH_PART, request, ("content-range", f"bytes */{copy.size}"))
        if self._onion and name_of(request.host) != self._onion_host:
            return replace(answer, headers=[*answer.headers, ("onion-location", self._onion + path)])
        return answer

    def _folder_or_missing(self, request: Request) -> Answer:
        path = request.path
        if not path.endswith("/") and self._shelf.take(f"{self._root}{path}/index.html"):
            return self._lead_to(f"{path}/")
        return self._missing(request)

    def _lead_to(self, location: str) -> Answer:
        about = [("location", location), ("content-length", "0"), _REVALIDATE]
        return Answer(status=301, headers=[*about, *_EVERY_ANSWER])

    def _missing(self, request: Request) -> Answer:
        if location := moved_to(self._root, request.path, request.query):
            return self._lead_to(location)
        copy = self._shelf.take(f"{self._root}/404.html", best_coding(request.accepted))
        return self._regret(Regret.NOT_FOUND, request) if copy is None or copy.from_disk else not_found(copy)

    def _regret(self, regret: Regret, request: Request, *about: tuple[str, str]) -> Answer:
        """Say why there is no page: in the language of the address, else in all of the paper's."""
        is_known_here = regret not in (
            Regret.FOREIGN_HOST,
            Regret.NO_HOST,
        )  # whose machine it is, strangers don't learn
        printed = [code for code in LANGUAGE_CODES if is_known_here and self._has_front(code)]
        languages = printed or LANGUAGE_CODES
        mine = [code for code in languages if code in request.path.split("/")[1:2]]
        return self._regrets.answer(regret, request, mine or languages, [*about, *_EVERY_ANSWER], fronts=bool(printed))

    def _has_front(self, code: str) -> bool:
        return os.path.isfile(f"{self._root}/{code}/index.html")  # noqa: PTH113 -- unlike a Path's it never raises

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        send(protocol, scope.method, self.answer(request_of(scope)))

    def __rsgi_init__(self, loop: Any) -> None:
        """Nothing to begin: Granian asks for it."""

    def __rsgi_del__(self, loop: Any) -> None:
        """Nothing to end."""


def _may_insist_on_https(name: str) -> bool:
    """A browser that has once heard it here would not come to this machine or to the onion service by http again."""
    return name not in HERE and not name.endswith(".onion")


def _policy_of(kind: Kind, is_volume: bool) -> str:
    if is_volume:
        return headers.SELF_CONTAINED_POLICY
    if kind.type.startswith("text/html"):
        return _SITE_POLICY
    return headers.DOCUMENT_POLICY if kind.type == "application/pdf" else headers.FILE_POLICY


def _letters_first(place: str, is_page: bool) -> Headers:
    """Return the header by which browsers load a page's fonts at once; none for files that are no page of a language."""
    letters = _LETTERS.get(place.split("/")[1], ()) if is_page else ()
    links = [f'</assets/fonts/{name}.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin' for name in letters]
    return [("link", ", ".join(links))] if links else []


def request_of(scope: Any) -> Request:
    """Return what Granian heard as a request; a header that is not ASCII counts as not sent."""
    sent = scope.headers
    return Request(
        method=scope.method,
        path=scope.path,
        query=scope.query_string,
        host=sent.get("host") or scope.authority or "",
        accepted=sent.get("accept-encoding") or "",
        wanted=sent.get("accept") or "",
        known=sent.get("if-none-match") or "",
        range=sent.get("range") or "",
        range_for=sent.get("if-range") or "",
    )


def send(protocol: Any, method: str, answer: Answer) -> None:
    """Send an answer through Granian."""
    if method == "HEAD" or not (answer.body or answer.file):
        protocol.response_empty(answer.status, answer.headers)
    elif not answer.file:
        protocol.response_bytes(answer.status, answer.headers, answer.body)
    elif answer.end:
        protocol.response_file_range(answer.status, answer.headers, answer.file, answer.start, answer.end)
    else:
        protocol.response_file(answer.status, answer.headers, answer.file)
