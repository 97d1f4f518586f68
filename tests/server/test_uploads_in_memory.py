"""What is being uploaded to the desk lies in no folder, also not in one that is nobody's."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.asgi import get_asgi_application

from araz.server.bodies import LARGE_BODY_BYTES, LARGEST_BODY_BYTES, ROOM_BYTES, Room
from araz.server.desk_listener import DeskListener
from araz.server.newsroom import NewsroomSettings

PLANTED = b"PLANTED"
PIECE = PLANTED * 40_000
BOUNDARY = "araz"


def files_with_secrets() -> list[str]:
    """Open files of this process that hold a planted word, also those that have no name any more."""
    found = []
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            place = str(descriptor.readlink())
            if place.startswith("/") and not place.startswith(("/dev", "/proc", "/memfd")):
                content = descriptor.read_bytes()[: 4 << 20]
                found += [place] if PLANTED in content else []
        except OSError:  # closed meanwhile, or no file
            continue
    return found


def form(pieces: int) -> Iterator[bytes]:
    yield (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    ).encode()
    for _ in range(pieces):
        yield PIECE
    yield f"\r\n--{BOUNDARY}--\r\n".encode()


def send(
    path: str, body: list[bytes], *, length: int | None = None, accept: str = "", is_known: bool = True
) -> tuple[int, bytes, int]:
    """Send a form to the desk's listener piece by piece; return status, answer and how many pieces were asked for.

    The desk knows the browser by its session, or it doesn't.
    """
    size = sum(map(len, body)) if length is None else length
    headers = [(b"host", b"localhost"), (b"content-type", f"multipart/form-data; boundary={BOUNDARY}".encode())]
    headers += [(b"accept", accept.encode())] if accept else []
    headers += [(b"content-length", str(size).encode())] if length != 0 else []
    scope: dict[str, Any] = {
        "type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b"", "headers": headers,
        "scheme": "http", "server": ("localhost", 8001), "client": ("127.0.0.1", 1), "http_version": "1.1", "asgi": {"version": "3.0"},
    }  # fmt: skip
    asked, told = 0, []

    async def receive() -> dict[str, Any]:
        nonlocal asked
        assert files_with_secrets() == []
        if asked == len(body):
            await asyncio.sleep(3600)  # the client waits for the answer
        asked += 1
        return {"type": "http.request", "body": body[asked - 1], "more_body": asked < len(body)}

    async def answer(message: Any) -> None:
        assert files_with_secrets() == []
        told.append(message)

    asyncio.run(
        DeskListener(get_asgi_application(), NewsroomSettings(), knows=lambda _: is_known)(scope, receive, answer)
    )
    status = told[0]["status"] if told else 0  # nobody is there any more to be told
    return status, b"".join(message.get("body", b"") for message in told[1:]), asked


def test_a_large_form_is_in_no_file_while_it_comes_and_is_understood():
    body = list(form(pieces=60))
    assert sum(map(len, body)) > 15 * 1024 * 1024  # Django would begin to write at two and a half
    status, _, asked = send("/admin/images/add/", body)
    assert asked == len(body)
    assert status in (302, 403)  # nobody is signed in, but the form was read


def test_strangers_take_no_room_from_those_who_bring_files():
    status, text, asked = send("/admin/images/add/", [b"a"], length=LARGE_BODY_BYTES + 1, is_known=False)
    assert (status, asked) == (403, 0)
    assert b"Sign in, then send that again." in text


def test_the_watch_sees_a_file_that_was_written(tmp_path: Path):
    with (tmp_path / "a").open("wb+") as file:
        file.write(PIECE)
        file.flush()
        assert files_with_secrets() == [str(tmp_path / "a")]


def test_what_is_too_large_is_refused_with_a_sentence_before_it_is_read():
    status, text, asked = send("/admin/images/add/", [b"a"], length=LARGEST_BODY_BYTES + 1)
    assert (status, asked) == (413, 0)
    assert b"at most 32 MB" in text


def test_whoever_sent_it_by_a_form_gets_a_page_with_the_way_back():
    status, page, asked = send(
        "/admin/images/add/", [b"a"], length=LARGEST_BODY_BYTES + 1, accept="text/html,*/*;q=0.8"
    )
    assert (status, asked) == (413, 0)
    assert b"At most 32 MB can be sent at once." in page
    assert b'href="/admin/"' in page


@pytest.mark.parametrize("path", ["/accounts/login/", "/"])
def test_nothing_large_is_taken_where_no_file_is_sent(path: str):
    assert send(path, [b"a"], length=LARGE_BODY_BYTES + 1)[0] == 413


def test_there_is_room_for_a_few_large_bodies_and_always_for_small_ones():
    room = Room()
    while room.take(LARGEST_BODY_BYTES):
        pass
    assert room.take(LARGE_BODY_BYTES)
    room.give_back(LARGE_BODY_BYTES)
    room.give_back(LARGEST_BODY_BYTES)
    assert room.take(LARGEST_BODY_BYTES)
    assert ROOM_BYTES < 128 * 1024 * 1024


def test_a_body_that_does_not_say_its_size_may_be_as_large_as_a_story():
    body = list(form(pieces=60))
    _, _, asked = send("/admin/images/add/", body, length=0)
    assert asked < len(body)
