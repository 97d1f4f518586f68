"""A PostgreSQL server for one run of the tests: in a temporary folder, on a socket only, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stages import postgres_folder

ROOTS_STAND_IN = "postgres"  # initdb refuses root; Debian's package makes this account
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses=''"  # nothing to lose


@contextmanager
def server() -> Iterator[str]:
    """The address of an empty server's database, in the form that araz.toml takes."""
    programs = postgres_folder()
    if programs is None:
        raise SystemExit("There is no PostgreSQL server here. Install it (on Debian: sudo apt install postgresql).")
    folder = Path(tempfile.mkdtemp(prefix="araz-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ROOTS_STAND_IN)
        data = folder / "data"
        call(programs / "initdb", "-D", data, "-U", "araz", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        call(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", f"-k {folder} {FAST}", "start")
        try:
            yield f"postgres://araz@{str(folder).replace('/', '%2F')}/postgres"
        finally:
            call(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def call(*command: str | Path) -> None:
    stand_in = ("runuser", "-u", ROOTS_STAND_IN, "--") if os.geteuid() == 0 else ()
    # The server keeps the file that it may write to open, so a pipe would never end.
    with tempfile.TemporaryFile("w+") as words:
        done = subprocess.run(
            [*stand_in, *map(str, command)], stdout=words, stderr=subprocess.STDOUT, check=False, cwd="/"
        )
        if done.returncode:
            words.seek(0)
            raise SystemExit(f"PostgreSQL for the tests did not do “{Path(command[0]).name}”:\n{words.read()}")
