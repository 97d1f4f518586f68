"""What a listener answers, decided before anything is sent."""

from dataclasses import dataclass
from typing import Final

from araz.server.headers import FILE_POLICY, Headers

HTML: Final = "text/html; charset=utf-8"
TEXT: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The few things of a request that decide an answer; nothing of them is kept."""

    method: str
    path: str  # decoded, without the query
    query: str = ""  # what follows the question mark, as it came; only old addresses have one
    host: str = ""
    accepted: str = ""  # Accept-Encoding
    wanted: str = ""  # Accept
    known: str = ""  # If-None-Match
    range: str = ""
    range_for: str = ""  # If-Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Status, headers and bytes: those of `body`, or those of `file` from `start` up to before `end`."""

    status: int
    headers: Headers
    body: bytes = b""
    file: str = ""
    start: int = 0
    end: int = 0  # 0: the whole file


def sentence(status: int, text: str, headers: Headers) -> Answer:
    """Answer with one plain sentence."""
    body = f"{text}\n".encode()
    about = [("content-type", TEXT), ("content-length", str(len(body))), ("cache-control", "no-store")]
    return Answer(status=status, headers=[*about, ("content-security-policy", FILE_POLICY), *headers], body=body)
