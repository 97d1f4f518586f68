"""Has a file from outside made anew by a process of its own, with little memory, little time and no rights.

Each file has its own process, so that nothing of it is left when the next one comes, and a file that takes over what
decodes it has gained nothing. What comes back is looked at as if a stranger had sent it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from threading import BoundedSemaphore, Thread, Timer
from typing import Final, TypeVar

import msgspec

from araz.desk.acceptance.answers import Answer, DocumentMade, Found, NotMade, PictureMade
from araz.typesetting.pictures import HASH_DIGITS, Accepted

LARGEST_UPLOAD_BYTES: Final = 32 * 1024 * 1024
LARGEST_UPLOAD: Final = "32 MB"
TIME_S: Final = 60
_LARGEST_ANSWER_BYTES: Final = 48 * 1024 * 1024
_PATIENCE_S: Final = 60
_CHILD: Final = ("-P", "-s", "-m", "araz.desk.acceptance.child")
_KEPT: Final = ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH")  # where Python and its libraries lie
_GAVE_UP: Final = (
    "The file could not be read in the time and memory that it may take. Save it anew, smaller, in the program it came from,"
    " and try again."
)
_TOO_LARGE: Final = f"The file is larger than {LARGEST_UPLOAD}, which is the most. Make it smaller and try again."
_EMPTY: Final = "The file is empty. Choose another one."
_BUSY: Final = "Other files are being read at this moment. Try again in a minute."

_one_at_a_time: Final = BoundedSemaphore(1)  # of the machine's memory there is little; a file takes about a second
_decoder: Final = msgspec.msgpack.Decoder(Answer)
_Made = TypeVar("_Made", PictureMade, DocumentMade)


class Refused(Exception):
    """A file that can't be accepted; the message says why and what to do, and nothing of what is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPicture:
    """An accepted picture; what was found in its file is for the person who brought it and is kept nowhere."""

    accepted: Accepted
    found: tuple[Found, ...]
    caption: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    hash: str
    content: bytes  # PDF
    pages: int
    found: tuple[Found, ...]


def make_picture(source: bytes) -> NewPicture:
    """Return the picture made anew. Raises Refused."""
    made = _have_made("picture", source, PictureMade)
    name = sha256(made.master).hexdigest()[:HASH_DIGITS]
    accepted = Accepted(hash=name, width=made.width, height=made.height, master=made.master, sizes=made.sizes)
    return NewPicture(accepted=accepted, found=made.found, caption=made.caption, credit=made.credit)


def make_document(source: bytes) -> NewDocument:
    """Return the document written anew. Raises Refused."""
    made = _have_made("document", source, DocumentMade)
    name = sha256(made.content).hexdigest()[:HASH_DIGITS]
    return NewDocument(hash=name, content=made.content, pages=made.pages, found=made.found)


def _have_made(what: str, source: bytes, kind: type[_Made]) -> _Made:
    if not source:
        raise Refused(_EMPTY)
    if len(source) > LARGEST_UPLOAD_BYTES:
        raise Refused(_TOO_LARGE)
    with _turn():
        answer = _ask(what, source)
    if isinstance(answer, NotMade):
        raise Refused(answer.why)
    if not isinstance(answer, kind):
        raise Refused(_GAVE_UP)
    return answer


@contextmanager
def _turn() -> Iterator[None]:
    if not _one_at_a_time.acquire(timeout=_PATIENCE_S):
        raise Refused(_BUSY)
    try:
        yield
    finally:
        _one_at_a_time.release()


def _ask(what: str, source: bytes) -> Answer:
    """Start the process, give it the file, and wait for its answer; it is ended when it takes too long or says too much."""
    surroundings = {name: os.environ[name] for name in _KEPT if name in os.environ}
    process = subprocess.Popen(  # noqa: S603  our own program
        [sys.executable, *_CHILD, what],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # libraries write there what they met, and with it pieces of the file
        env={**surroundings, "MALLOC_ARENA_MAX": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=os.sep,
    )
    end = Timer(TIME_S, process.kill)
    feeder = Thread(target=_feed, args=(process, source), daemon=True)
    with process:
        end.start()
        feeder.start()
        try:
            heard = process.stdout.read(_LARGEST_ANSWER_BYTES + 1) if process.stdout else b""
        finally:
            end.cancel()
            process.kill()  # it has said everything, or too much
            feeder.join()
    return _understood(heard)


def _feed(process: "subprocess.Popen[bytes]", source: bytes) -> None:
    try:
        if process.stdin:
            process.stdin.write(source)
            process.stdin.close()
    except (BrokenPipeError, ValueError):  # it ended before it had read everything
        return


def _understood(heard: bytes) -> Answer:
    if not heard or len(heard) > _LARGEST_ANSWER_BYTES:
        return NotMade(why=_GAVE_UP)
    try:
        answer: Answer = _decoder.decode(heard)
    except msgspec.MsgspecError:
        return NotMade(why=_GAVE_UP)
    return answer
