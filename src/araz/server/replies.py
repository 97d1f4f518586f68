"""Answers a request with a copy from the shelf: nothing new, a part, or all of it."""

from typing import Final

from araz.server.answers import Answer, Request
from araz.server.headers import Headers
from araz.server.ranges import OutOfRange, wanted_range
from araz.server.shelf import Copy

_KEPT_BY_304: Final = ("server", "etag", "vary", "cache-control", "content-security-policy")


def reply(request: Request, copy: Copy, file: str) -> Answer:
    """Return the answer to a GET or HEAD of a file that is there."""
    if request.known and _is_known(request.known, copy.etag):
        return Answer(status=304, headers=[pair for pair in copy.headers if pair[0] in _KEPT_BY_304])
    headers = [*copy.headers, ("accept-ranges", "bytes")]
    if request.range and request.range_for in ("", copy.etag):
        return _part(request, copy, file, headers)
    return _whole(copy, file, 200, headers)


def _whole(copy: Copy, file: str, status: int, headers: Headers) -> Answer:
    length = [*headers, ("content-length", str(copy.size))]
    return Answer(status=status, headers=length, body=copy.body, file=file if copy.from_disk else "")


def _part(request: Request, copy: Copy, file: str, headers: Headers) -> Answer:
    try:
        wanted = wanted_range(request.range, copy.size)
    except OutOfRange:
        about = [("content-range", f"bytes */{copy.size}"), ("content-length", "0")]
        return Answer(status=416, headers=[*about, *headers])
    if wanted is None:
        return _whole(copy, file, 200, headers)
    start, end = wanted
    about = [("content-range", f"bytes {start}-{end - 1}/{copy.size}"), ("content-length", str(end - start))]
    if copy.from_disk:
        return Answer(status=206, headers=[*headers, *about], file=file, start=start, end=end)
    return Answer(status=206, headers=[*headers, *about], body=copy.body[start:end])


def _is_known(known: str, etag: str) -> bool:
    """Compare weakly, as RFC 9110 asks for: a proxy may have marked our tag as weak."""
    tags = (tag.strip().removeprefix("W/") for tag in known.split(","))
    return known.strip() == "*" or etag in tags


def not_found(copy: Copy) -> Answer:
    """Answer with the tree's own page for missing addresses."""
    headers = [pair for pair in copy.headers if pair[0] != "etag"]
    return Answer(status=404, headers=[*headers, ("content-length", str(copy.size))], body=copy.body)
