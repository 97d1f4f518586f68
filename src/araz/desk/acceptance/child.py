"""The process in which one file is taken apart: `python -m araz.desk.acceptance.child picture|document`.

The file comes by the standard input, the answer goes to the standard output. It gives up, before it has read anything,
the right to write files, to open many, to start others, and to more memory and time than a file needs.
"""

import resource
import sys
from collections.abc import Callable
from typing import Final

import msgspec

from araz.desk.acceptance.answers import Answer, NotMade

CPU_S: Final = 40
MEMORY_BYTES: Final = 376 * 1024 * 1024  # of addresses, so what is really in use is less than 400 MB
_FILES: Final = 32
_TOO_MUCH: Final = (
    "The file needs more memory than a picture or document should. Save it smaller, or with fewer pages, and try again."
)


def main() -> None:
    answer = answer_to(sys.argv[1])
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))
    sys.stdout.buffer.flush()


def answer_to(what: str) -> Answer:
    """Read the standard input and say what it is as a picture or a document."""
    take = _taker_of(what)
    _give_up_rights()
    try:
        return take(sys.stdin.buffer.read())
    except MemoryError:
        return NotMade(why=_TOO_MUCH)


def _taker_of(what: str) -> Callable[[bytes], Answer]:
    """Each kind's libraries are only brought when they are needed."""
    if what == "document":
        from araz.desk.acceptance.documents import take_document

        return take_document
    from araz.desk.acceptance.pictures import take_picture

    return take_picture


def _give_up_rights() -> None:
    """Everything that is needed has been imported by now."""
    for limit, value in (
        (resource.RLIMIT_CPU, CPU_S),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),  # a dump would be the file, readable, on the disk
        (resource.RLIMIT_NOFILE, _FILES),
    ):
        hard = resource.getrlimit(limit)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (bound, bound))


if __name__ == "__main__":
    main()
