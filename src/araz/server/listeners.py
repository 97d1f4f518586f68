"""Both listeners in one event loop: readers and the desk, each on a port of its own."""

import asyncio
import logging
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

STOP_S: Final = 1.5  # for answers under way
_HEADERS_S: Final = 10  # for a client to send its headers
_AT_ONCE: Final = 512  # connections whose requests are worked on

log = logging.getLogger("araz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """An application, where it listens, and Granian's name for its kind."""

    app: Any
    address: str
    port: int
    interface: Interfaces


def serve(listeners: Sequence[Listener], ready: Callable[[], None]) -> None:
    """Listen until SIGTERM or SIGINT; call `ready` when all of them do. For the main thread."""
    asyncio.run(_serve([_server(listener) for listener in listeners], ready))


def _server(listener: Listener) -> Server:
    return Server(
        listener.app,
        address=listener.address,
        port=listener.port,
        interface=listener.interface,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS_S * 1000),
        backpressure=_AT_ONCE,
        websockets=False,
        log_enabled=False,
        log_access=False,
    )


async def _serve(servers: Sequence[Server], ready: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    told_to_stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told_to_stop.set)
    running = [loop.create_task(server.serve()) for server in servers]
    loop.call_later(0.1, ready)
    stop = loop.create_task(told_to_stop.wait())
    await asyncio.wait([stop, *running], return_when=asyncio.FIRST_COMPLETED)
    await _stop(servers, running)


async def _stop(servers: Sequence[Server], running: Sequence["asyncio.Task[None]"]) -> None:
    for server in servers:
        server.stop()  # type: ignore[no-untyped-call]  # Granian leaves it without types
    done, late = await asyncio.wait(running, timeout=STOP_S)
    for task in late:
        task.cancel()
    for task in done:
        if error := task.exception():
            log.error("A listener failed.", exc_info=error)
