"""What serving a story from the one process costs: `python -m benchmarks.serving`."""

import socket
from collections.abc import Sequence
from itertools import cycle, islice

from benchmarks.machine import say, shape
from benchmarks.newsroom import RunningNewsroom, running_newsroom

REQUESTS = 20_000


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
    """Ask for pages over kept-alive connections, one request after the other, and tell the server's processor time."""
    ask(newsroom.port, list(islice(cycle(paths), 500)), header)  # from here on they are in memory
    before = newsroom.cpu_s()
    received = ask(newsroom.port, list(islice(cycle(paths), REQUESTS)), header)
    cpu_us = 1e6 * (newsroom.cpu_s() - before) / REQUESTS
    say(f"{what + ':':<36} {cpu_us:5.1f} us CPU a request ({received / REQUESTS / 1000:.1f} kB each)")


def ask(port: int, paths: Sequence[str], header: str) -> int:
    """Send the requests over one connection; return the bytes that came back. Each must be answered with 200 or 304."""
    received = 0
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile("rb") as answers:
        for path in paths:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{header}\r\n\r\n".encode())
            status = answers.readline()
            assert b" 200 " in status or b" 304 " in status, status
            length = 0
            while (line := answers.readline()) != b"\r\n":
                received += len(line)
                if line.startswith(b"content-length:") and b" 200 " in status:
                    length = int(line[15:])
            received += len(answers.read(length))
    return received


if __name__ == "__main__":
    main()
