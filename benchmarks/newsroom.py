"""A sample newsroom that runs in a process of its own, and what that process costs."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.server.processes import free_port, until

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningNewsroom:
    folder: Path
    number: int  # of the process
    port: int
    desk_port: int

    def cpu_s(self) -> float:
        """Return the processor time that the process and its threads have used."""
        facts = Path(f"/proc/{self.number}/stat").read_text().rpartition(")")[2].split()
        return (int(facts[11]) + int(facts[12])) / _TICKS

    def memory_mb(self) -> tuple[float, float]:
        """Return resident memory, and the process's share of it (RSS and PSS), summed with those of its children."""
        rss = pss = 0
        for number in (self.number, *_children(self.number)):
            lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()[1:]
            found = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
            rss, pss = rss + found["Rss"], pss + found["Pss"]
        return rss / 1024, pss / 1024


def _children(number: int) -> list[int]:
    listed = Path(f"/proc/{number}/task").glob("*/children")
    return [int(child) for file in listed for child in file.read_text().split()]


@contextmanager
def running_newsroom() -> Iterator[RunningNewsroom]:
    """Yield a newsroom with the sample's stories, served from a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="araz-bench-") as name:
        folder = Path(name) / "newsroom"
        subprocess.run(_araz("new", folder, "--sample", "--quiet"), check=True)
        port, desk_port = free_port(), free_port()
        process = subprocess.Popen(
            _araz("run", folder, "--port", port, "--desk-port", desk_port), stdout=subprocess.PIPE
        )
        try:
            assert process.stdout
            process.stdout.readline()  # both listen
            made = RunningNewsroom(folder=folder, number=process.pid, port=port, desk_port=desk_port)
            _let_settle(made)
            yield made
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def _let_settle(newsroom: RunningNewsroom) -> None:
    """Wait until nothing but the loops' own looks is going on."""

    def is_quiet() -> bool:
        before = newsroom.cpu_s()
        time.sleep(1)
        return newsroom.cpu_s() - before < 0.03

    until(is_quiet)


def _araz(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "araz.cli", *map(str, arguments)]
