"""The desk's listener: its files from here, everything else by Django."""

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import Any, Final

from asgiref.sync import sync_to_async
from django.template.loader import render_to_string

from araz.desk.signin.known_browsers import is_known
from araz.server.answers import HTML, Answer, sentence
from araz.server.bodies import LARGE_BODY_BYTES, LARGEST_BODY_BYTES, Room
from araz.server.forwarded import Scope, believed, networks
from araz.server.headers import ALONE, KEPT_APART, NAMELESS, TYPES_ARE_TOLD
from araz.server.hosts import KnownHosts, host_in
from araz.server.newsroom import NewsroomSettings
from araz.server.statics import Statics, request_of

_STATIC: Final = "/static/"

_UPLOADS: Final = "/admin/"  # the only addresses to which files are sent
_TOO_LARGE: Final = "That is too large: send at most 32 MB at once."
_STRANGER: Final = "You are not signed in. Sign in, then send that again."
_NO_ROOM: Final = "The desk is taking in other large files at this moment. Try again in a minute."
# The desk's own page for what can't be shown: its style, and nothing else.
_PAGE_POLICY: Final = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
_SENTENCE: Final = [NAMELESS, TYPES_ARE_TOLD, ("referrer-policy", "same-origin"), *KEPT_APART, ALONE]

Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class DeskListener:
    """Looks at the host and the size of what comes, then hands it to Django."""

    def __init__(self, django: App, settings: NewsroomSettings, knows: Callable[[str], bool] = is_known) -> None:
        self._django = django
        self._knows = knows  # a browser, by its cookies
        self._statics = Statics()
        self._room = Room()
        self._proxies = networks(settings.trusted_proxies)
        self._hosts = KnownHosts((host_in(settings.desk_address), *settings.desk_hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        headers = dict(scope["headers"])
        if headers.get(b"host", b"").decode("latin-1") not in self._hosts:
            await _send(scope, send, _refusal())
        elif (size := int(headers.get(b"content-length", b"0"))) > _most_at(scope["path"]):
            await _send(scope, send, _refused(headers, 413, _TOO_LARGE))
        elif scope["path"].startswith(_STATIC):
            request = request_of(scope, scope["path"].removeprefix(_STATIC))
            await _send(scope, send, self._statics.answer(request, scope["query_string"].decode("latin-1")))
        elif size > LARGE_BODY_BYTES and not await self._is_known(headers):
            await _send(scope, send, sentence(403, _STRANGER, _SENTENCE))
        elif not self._room.take(size):
            await _send(scope, send, _refused(headers, 503, _NO_ROOM, ("retry-after", "60")))
        else:
            try:
                await self._ask_django(believed(scope, self._proxies), receive, send, size or LARGE_BODY_BYTES)
            finally:
                self._room.give_back(size)

    async def _is_known(self, headers: Mapping[bytes, bytes]) -> bool:
        """Whether it comes from somebody who is or was signed in: strangers could take all the room by sending slowly."""
        return await sync_to_async(self._knows)(headers.get(b"cookie", b"").decode("latin-1"))

    async def _ask_django(self, scope: Scope, receive: Receive, send: Send, most: int) -> None:
        """Let Django answer. A body that did not say its size may be as large as a story, no larger."""
        heard = 0

        async def receive_some() -> Message:
            nonlocal heard
            message = await receive()
            heard += len(message.get("body", b""))
            return {"type": "http.disconnect"} if heard > most else message

        async def send_nameless(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], (b"server", b"")]}
            await send(message)

        await self._django(scope, receive_some, send_nameless)


def _most_at(path: str) -> int:
    return LARGEST_BODY_BYTES if path.startswith(_UPLOADS) else LARGE_BODY_BYTES


def _refused(asked: Mapping[bytes, bytes], status: int, text: str, *more: tuple[str, str]) -> Answer:
    """Refuse what is too large: by a page for whoever sent a form, by a sentence for programs."""
    if b"text/html" not in asked.get(b"accept", b""):
        return sentence(status, text, [*_SENTENCE, *more])
    body = _page(status)
    about = [("content-type", HTML), ("content-length", str(len(body))), ("cache-control", "no-store")]
    headers = [*about, ("content-security-policy", _PAGE_POLICY), *_SENTENCE, *more]
    return Answer(status=status, headers=headers, body=body)


@cache
def _page(status: int) -> bytes:
    return render_to_string(f"{status}.html").encode()


def _refusal() -> Answer:
    text = (
        "The desk is not known by that name. If it is yours, add the name to desk_hosts in araz.toml and start it anew."
    )
    return sentence(421, text, _SENTENCE)


async def _send(scope: Scope, send: Send, answer: Answer) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    if answer.file and scope["method"] != "HEAD":
        await send({"type": "http.response.pathsend", "path": answer.file})
    else:
        body = b"" if scope["method"] == "HEAD" else answer.body
        await send({"type": "http.response.body", "body": body})
