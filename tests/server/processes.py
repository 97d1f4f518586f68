"""The `araz` command as processes of their own, with real ports."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from itertools import count
from pathlib import Path
from typing import Final

_FIRST_PORT: Final = 20_000
_PORTS_OF_A_WORKER: Final = 700
_turn: Final = count(os.getpid() * 10)  # elsewhere in each run: there may be two on a machine
PATIENCE_S: Final = 120  # for a start on a machine that is busy with much else; nobody waits longer than it takes


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def fetch(port: int, path: str, **headers: str) -> Reply:
    """GET from this machine; `host="…"` says another name."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request(
            "GET", path, headers={"Host": f"localhost:{port}", **{k.title(): v for k, v in headers.items()}}
        )
        response: HTTPResponse = connection.getresponse()
        return Reply(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
    finally:
        connection.close()


def free_port() -> int:
    """A port that stays free until a program that is being started has come to listen.

    It is below those that the kernel gives to whoever wants any, and each process of the tests takes its own in turn.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    for _ in range(_PORTS_OF_A_WORKER):
        port = _FIRST_PORT + worker % 16 * _PORTS_OF_A_WORKER + next(_turn) % _PORTS_OF_A_WORKER
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def until(what: Callable[[], object], seconds: float = PATIENCE_S) -> float:
    """Wait until it is so; return after how many seconds it was."""
    began = time.monotonic()
    while not what():
        assert time.monotonic() - began < seconds, "it did not happen in time"
        time.sleep(0.05)
    return time.monotonic() - began


def takes_less_than(wanted: float, seconds: Callable[[], float]) -> bool:
    """Whether what is measured takes less than so many seconds where no other program holds the processors.

    It is measured up to four times, and each time, how much longer than alone a program runs at that moment.
    """
    return any(seconds() < wanted * _slowness() for _ in range(4))


def _slowness() -> float:
    """The seconds that pass while this process works for one: 1 on a machine that is idle."""
    began, worked = time.monotonic(), time.process_time()
    while (works := time.process_time() - worked) < 0.2:
        pass
    return (time.monotonic() - began) / works


@dataclass
class Process:
    """One `araz …` that runs until it is told to end."""

    process: "subprocess.Popen[str]"
    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text()

    def end(self, number: int = signal.SIGTERM) -> float:
        """Send the signal and wait; return the seconds until it had ended."""
        began = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(timeout=PATIENCE_S)
        return time.monotonic() - began


@dataclass
class Machine:
    """Where a newsroom's processes run: with a home and a folder for temporary files of their own."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("home", "tmp"):
            (self.root / name).mkdir(parents=True)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.root / "home"),
            "TMPDIR": str(self.root / "tmp"),
            "PYTHONDONTWRITEBYTECODE": "1",
            **self.environment,
        }

    def call(self, *arguments: object, told: str = "") -> "subprocess.CompletedProcess[str]":
        """Call the command and wait for its end; `told` is what it reads from its standard input."""
        return subprocess.run(
            _command(arguments),
            env=self.environment,
            input=told,
            capture_output=True,
            text=True,
            check=False,
            timeout=1200,  # several may be busy at the same time: a sample alone has taken five minutes so
        )

    def python(self, code: str, folder: Path) -> str:
        """Do something at the desk from another process than the one that serves it."""
        start = f"from araz.server.django_start import start_django\nfrom araz.server.newsroom import open_newsroom\nfrom pathlib import Path\nstart_django(open_newsroom(Path({str(folder)!r})))\n"
        done = subprocess.run(
            [sys.executable, "-c", start + code], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @contextlib.contextmanager
    def running(self, *arguments: object) -> Iterator[Process]:
        """Run the command in the background until the block ends."""
        log = self.root / f"{arguments[0]}.log"
        with log.open("w") as words:
            process = subprocess.Popen(
                _command(arguments), env=self.environment, stdout=words, stderr=subprocess.STDOUT, text=True
            )
        try:
            yield Process(process, log)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()


def _command(arguments: tuple[object, ...]) -> list[str]:
    return [sys.executable, "-m", "araz.cli", *map(str, arguments)]


@dataclass
class Served:
    """A newsroom that is being served."""

    process: Process
    port: int
    desk_port: int

    def read(self, path: str, **headers: str) -> Reply:
        return fetch(self.port, path, **headers)

    def desk(self, path: str, **headers: str) -> Reply:
        return fetch(self.desk_port, path, **headers)


@contextlib.contextmanager
def served(machine: Machine, folder: Path, command: str = "run", *more: object) -> Iterator[Served]:
    """Run the newsroom on free ports; begin when both answer."""
    port, desk_port = free_port(), free_port()
    with machine.running(command, folder, "--port", port, "--desk-port", desk_port, *more) as process:
        until(lambda: _is_up(process, port) and _is_up(process, desk_port))
        until(lambda: "The desk:" in process.said)
        yield Served(process, port, desk_port)


def _is_up(process: Process, port: int) -> bool:
    assert process.process.poll() is None, process.said
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
