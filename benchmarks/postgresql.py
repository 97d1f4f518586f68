"""The PostgreSQL server that the tests use, for a benchmark."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgresql() -> Iterator[str]:
    """Yield the address of an empty server's database; the server is gone afterwards."""
    scripts = str(
        Path(__file__).parent.parent / "scripts"
    )  # where no package is, as the programs in it run by themselves
    if scripts not in sys.path:
        sys.path.append(scripts)
    from postgres import server

    with server() as address:
        try:
            yield address
        finally:
            tempfile.tempdir = None  # the desk has put it into its newsroom, which is gone by now
