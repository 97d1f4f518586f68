"""Whatever fails, and whoever tells it: no name, no address, no text of a draft or a request comes out."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.processes import Machine

SECRET = "qanad-7-sazaq"
_START = "import asyncio, logging, logging.config, sqlite3, sys, threading, warnings\nfrom araz.server.logs import LOGGING, tell_faults_quietly\nlogging.config.dictConfig(LOGGING)\ntell_faults_quietly()\n"
WAYS = {
    "an exception that nobody catches": "raise ValueError(SECRET)",
    "one with a cause": "try:\n  raise KeyError(SECRET)\nexcept KeyError as error:\n  raise ValueError(SECRET) from error",
    "one in a thread": "t = threading.Thread(target=lambda: int(SECRET), name=SECRET); t.start(); t.join()",
    "one while something is thrown away": "class It:\n  def __del__(self): raise ValueError(SECRET)\nit = It(); del it",
    "a warning": "warnings.warn(SECRET)",
    "a warning of a library that logs it": "logging.captureWarnings(True); warnings.warn(SECRET)",
    "a log call with arguments": "logging.getLogger('django.request').error('%s: %s', 'x', SECRET)",
    "a log call that was put together": "logging.getLogger('library').error('failed: ' + SECRET)",
    "a log call about an exception": "try:\n  raise ValueError(SECRET)\nexcept ValueError:\n  logging.getLogger('library').exception(SECRET)",
    "SQLite": "sqlite3.connect(':memory:').execute(f\"select '{SECRET}' from nowhere\")",
    "a task that nobody waited for": "async def fail(): raise ValueError(SECRET)\nasync def main():\n  t = asyncio.ensure_future(fail()); await asyncio.sleep(0.01); del t\nasyncio.run(main()); import gc; gc.collect()",
    "a loop's own handler": "async def main(): asyncio.get_running_loop().call_exception_handler({'message': SECRET, 'exception': ValueError(SECRET)})\nasyncio.run(main())",
    "a group of exceptions": "raise ExceptionGroup(SECRET, [ValueError(SECRET)])",
    "an exception called after it": "raise type('Refused', (Exception,), {'__str__': lambda self: SECRET})()",
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_what_failed_is_told_but_where(way: str):
    code = f"{_START}SECRET = sys.argv[1]\n{WAYS[way]}\n"
    done = subprocess.run([sys.executable, "-c", code, SECRET], capture_output=True, text=True, check=False)
    told = done.stdout + done.stderr
    assert told.strip(), "it is told that something failed"
    assert SECRET not in told


def test_without_it_python_would_tell(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", "import sys; raise ValueError(sys.argv[1])", SECRET],
        capture_output=True,
        text=True,
        check=False,
    )
    assert SECRET in done.stderr


def test_a_command_that_meets_a_fault_names_the_place_and_not_the_row(machine: Machine, newsroom: Path):
    edition = sqlite3.connect(newsroom / "sites/main/edition.db")
    edition.execute("update part set stored = ?", (SECRET.encode(),))
    edition.commit()
    edition.close()
    done = machine.call("press", "website", newsroom, "--all")
    assert done.returncode != 0
    assert SECRET not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
