"""What serving a story from the one process costs: `python -m benchmarks.serving`."""

import socket
import statistics
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import cycle, islice
from typing import BinaryIO

from benchmarks.machine import say, shape
from benchmarks.newsroom import RunningNewsroom, running_newsroom

REQUESTS = 9_600  # of a round
ROUNDS = 3
READERS = 16  # whose requests are under way at once


def main() -> None:
    say(shape())
    with running_newsroom() as newsroom:
        public = newsroom.folder / "sites/main/public"
        stories = [f"/{page.relative_to(public)}" for page in sorted(public.glob("*/20??/*/*.html"))]
        assert stories
        measure("one story, brotli", newsroom, stories[:1], "Accept-Encoding: br")
        measure("one story, not compressed", newsroom, stories[:1], "Accept-Encoding: identity")
        measure("all stories in turn, brotli", newsroom, stories, "Accept-Encoding: br")
        measure("one story, known to the browser", newsroom, stories[:1], "If-None-Match: *")


def measure(what: str, newsroom: RunningNewsroom, paths: Sequence[str], header: str) -> None:
    """Ask for pages over kept-alive connections, and tell the server's processor time: the median of some rounds."""
    for readers in (READERS, 1):
        ask(newsroom.port, list(islice(cycle(paths), 512)), header, readers)  # from here on they are in memory
        rounds = [_round(newsroom, paths, header, readers) for _ in range(ROUNDS)]
        say(
            f"{what}, {readers} at once: {statistics.median(rounds):5.1f} us CPU a request ({min(rounds):.1f} to {max(rounds):.1f})"
        )


def _round(newsroom: RunningNewsroom, paths: Sequence[str], header: str, readers: int) -> float:
    before = newsroom.cpu_s()
    ask(newsroom.port, list(islice(cycle(paths), REQUESTS)), header, readers)
    return 1e6 * (newsroom.cpu_s() - before) / REQUESTS


def ask(port: int, paths: Sequence[str], header: str, readers: int) -> None:
    """Send the requests over so many connections, one at a time on each. Each must be answered with 200 or 304."""
    with ExitStack() as stack:
        connections = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(readers)]
        answers = [stack.enter_context(connection.makefile("rb")) for connection in connections]
        for start in range(0, len(paths), readers):
            for connection, path in zip(connections, paths[start : start + readers], strict=False):
                connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{header}\r\n\r\n".encode())
            for answer in answers[: len(paths) - start]:
                _read(answer)


def _read(answer: BinaryIO) -> None:
    status, length = answer.readline(), 0
    assert b" 200 " in status or b" 304 " in status, status
    while (line := answer.readline()) != b"\r\n":
        if line.startswith(b"content-length:") and b" 200 " in status:
            length = int(line[15:])
    answer.read(length)


if __name__ == "__main__":
    main()
