"""What each page of the desk costs with a large archive: `python -m benchmarks.desk 100000`.

Brings an invented archive into a new newsroom, has everything indexed, signs an administrator in, and asks for the pages of
`benchmarks.desk_pages`: CPU milliseconds (median of three), the count of queries, and the slowest of them with how the database
goes about it. `--postgresql` does all this on a PostgreSQL server of its own, whose work for us is counted too.

Instead of a number it takes the folder of a newsroom that was made before, which then has one more way to sign in.
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from benchmarks.desk_pages import pages
from benchmarks.imported import imported_newsroom, index_all
from benchmarks.machine import say, shape
from benchmarks.postgresql import postgresql

MOST_MS: Final = 300
_TIMES: Final = 3
_SLOW_MS: Final = 20  # a query that takes longer is shown


def measure(only: str = "") -> None:
    """Ask for every page of the newsroom for which this process has started the desk, or for those whose name has a word."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.desk.signin.signed_in import sign_in

    connection.copy().ensure_connection()  # as in a running newsroom: the last to leave would tidy the database each time
    client, account = Client(SERVER_NAME="localhost"), _administrator()
    sign_in(client, account)
    clock = Clock()
    for name, address in pages(_words(), account):
        if only not in name:
            continue
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
        queries = list(asked.captured_queries)  # the next request empties them
        cpu_ms = statistics.median(clock.took(client, address) for _ in range(_TIMES))
        over = "  OVER" if cpu_ms > MOST_MS else ""
        trouble = "" if answer.status_code == 200 else f"  answered {answer.status_code}"
        say(f"  {name:<44} {cpu_ms:7.0f} ms, {len(queries):3} queries{over}{trouble}")
        slowest = max(queries, key=lambda query: float(query["time"]), default=None)
        if slowest and 1000 * float(slowest["time"]) > _SLOW_MS:
            say(f"      {1000 * float(slowest['time']):.0f} ms: {_short(slowest['sql'])}")
            for line in _plan(slowest["sql"]):
                say(f"        {line}")


class Clock:
    """CPU time of this process and of the database server's that works for it."""

    def __init__(self) -> None:
        from django.db import connection

        self._server: Path | None = None
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("set max_parallel_workers_per_gather = 0")  # others would work uncounted
                cursor.execute("select pg_backend_pid()")
                self._server = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")

    def took(self, client: Any, address: str) -> float:
        """Return the milliseconds that an answer takes."""
        began = self._now()
        client.get(address)
        return 1000 * (self._now() - began)

    def _now(self) -> float:
        servers = int(self._server.read_text().split()[0]) / 1e9 if self._server else 0.0
        return time.process_time() + servers


def _words() -> tuple[str, ...]:
    """A word that many stories have, one that few have, and one that none has, in both scripts."""
    return "su", "və", "سو", "گؤل", "zzzz"


def _administrator() -> Any:
    from araz.server.accounts import first_of

    return first_of("administrator")


def _short(query: str) -> str:
    return query if len(query) < 700 else f"{query[:350]} … {query[-350:]}"


def _plan(query: str) -> list[str]:
    from django.db import DatabaseError, connection, transaction

    how = "explain query plan" if connection.vendor == "sqlite" else "explain"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"{how} {query}")
            return [str(row[-1]) for row in cursor.fetchall()]
    except DatabaseError:
        return []  # as Django writes it down, not every query can be asked again


@contextmanager
def newsroom_of(archive: str, *, on_postgresql: bool) -> Iterator[None]:
    """Have the desk started for a newsroom: a new one with so many posts, or the one in a folder."""
    if not archive.isdigit():
        from araz.cli.with_desk import start_desk
        from araz.server.newsroom import open_newsroom

        start_desk(open_newsroom(Path(archive)))
        yield
    elif on_postgresql:
        with postgresql() as address, imported_newsroom(int(archive), database=address):
            index_all()
            yield
    else:
        with imported_newsroom(int(archive)):
            index_all()
            yield


def main() -> None:
    wanted = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    wanted.add_argument("archive", nargs="?", default="5000", help="how many posts, or the folder of a newsroom")
    wanted.add_argument("--postgresql", action="store_true", help="on a server of its own")
    wanted.add_argument("--only", default="", metavar="WORD", help="pages whose name has this")
    given = wanted.parse_args()
    say(shape())
    with newsroom_of(given.archive, on_postgresql=given.postgresql):
        from araz.desk.models import StoryPage

        say(f"{StoryPage.objects.count():,} stories")
        measure(given.only)


if __name__ == "__main__":
    main()
