"""`araz run`, `web`, `worker` and `clock`: the same parts in one process or in several."""

import logging
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from threading import Event
from time import monotonic
from typing import Final

from django.core.asgi import get_asgi_application
from django_tasks.signals import task_enqueued
from granian.constants import Interfaces

from araz.desk import outbox
from araz.desk.reconciliation import differences
from araz.edition.store import Edition
from araz.server import workers
from araz.server.backup import workplace
from araz.server.courier import hold_what_the_desk_knows
from araz.server.desk_listener import DeskListener
from araz.server.emptying import empty_log
from araz.server.erasing.agreed import ErasureLoop
from araz.server.listeners import Listener, serve
from araz.server.loops import Loop
from araz.server.newsroom import Newsroom
from araz.server.ports import look_at_port
from araz.server.press_host import FOLLOWING, OwnProcess, Resetting, edition_of, pressroom_of
from araz.server.proofreading import Reading, Words
from araz.server.readers import Readers

STOP_S: Final = 1.5

log = logging.getLogger("araz")


def listeners_of(newsroom: Newsroom) -> tuple[Listener, Listener]:
    """Return the readers' and the desk's listener. Raises PortTaken."""
    settings = newsroom.settings
    look_at_port(settings.listen, settings.port, "--port")
    look_at_port(settings.listen, settings.desk_port, "--desk-port")
    desk = DeskListener(get_asgi_application(), settings)
    return (
        Listener(app=Readers.of(newsroom), address=settings.listen, port=settings.port, interface=Interfaces.RSGI),
        Listener(app=desk, address=settings.listen, port=settings.desk_port, interface=Interfaces.ASGINL),
    )


@contextmanager
def working(newsroom: Newsroom, words: Words | None) -> Iterator[None]:
    """Courier, presses, deliveries and tasks, in threads of this process."""
    with ExitStack() as stack:
        workplace.clear(newsroom)
        report_differences()
        edition = stack.enter_context(edition_of(newsroom))
        reading = Reading(newsroom, words)
        pressroom = stack.enter_context(pressroom_of(newsroom, edition, proofreader=reading.proofreader()))
        hold_what_the_desk_knows(pressroom, edition, reading.proofreader())
        pressroom.look_again(reading.proofreader())
        pressroom.holds.set_fact("words", "checked" if reading.words_known else "sealed")
        resetting = Resetting(newsroom, reading)
        stack.callback(resetting.stop)
        deliveries = [
            Loop(f"delivery “{target.name}”", workers.DeliveryLoop(newsroom, index).step, workers.AGAIN_S)
            for index, target in enumerate(newsroom.settings.deliveries)
        ]
        following = [_following(stack, newsroom, edition, reading, name, deliveries) for name in FOLLOWING]
        then = [*following, *deliveries]
        press = Loop("press", workers.PressLoop(edition, pressroom, reading, resetting, then).step, workers.LOOK_S)
        erasing = Loop("erasing", ErasureLoop(newsroom).step, workers.LOOK_S)
        workers.take_up_broken_off_tasks()
        tasks = Loop("tasks", workers.do_a_task, workers.LOOK_S)
        outbox.on_new_row(press.bell.ring)
        task_enqueued.connect(lambda **_: tasks.bell.ring(), weak=False)
        stack.enter_context(running([press, tasks, erasing, *then]))
        yield


def _following(
    stack: ExitStack, newsroom: Newsroom, edition: Edition, reading: Reading, name: str, deliveries: Sequence[Loop]
) -> Loop:
    """Return the loop of a press that prints after the website; what it holds ends with the stack."""
    pressroom = stack.enter_context(pressroom_of(newsroom, edition, name, reading.proofreader()))
    process = OwnProcess(newsroom, reading, name)
    stack.callback(process.stop)
    return Loop(f"press “{name}”", workers.FollowingLoop(pressroom, process, deliveries).step, workers.AGAIN_S)


def report_differences() -> None:
    """Say what in the desk's database disagrees with what was handed over. Nothing is changed: a person decides."""
    for sentence in differences():
        log.warning(sentence)


@contextmanager
def ticking() -> Iterator[None]:
    """The clock, in a thread of this process."""
    with running([Loop("clock", workers.Clock().step, workers.CLOCK_S)]):
        yield
    empty_log()


@contextmanager
def running(loops: Sequence[Loop]) -> Iterator[None]:
    """Run loops until the end of the block. What does not end in time is cut off with the process, which harms nothing."""
    for loop in loops:
        loop.start()
    try:
        yield
    finally:
        deadline = monotonic() + STOP_S
        for loop in loops:
            loop.stop(deadline)


def run_all(newsroom: Newsroom, words: Words | None, ready: Callable[[], None]) -> None:
    """Everything in this process, until SIGTERM or SIGINT."""
    listeners = listeners_of(newsroom)
    with working(newsroom, words), ticking():
        serve(listeners, ready)


def run_web(newsroom: Newsroom, ready: Callable[[], None]) -> None:
    """The two listeners alone."""
    serve(listeners_of(newsroom), ready)


def run_worker(newsroom: Newsroom, words: Words | None) -> None:
    """Courier, press, deliveries and tasks, until SIGTERM or SIGINT."""
    with working(newsroom, words):
        _wait()


def run_clock() -> None:
    """The clock, until SIGTERM or SIGINT. Two of them do no harm: what is due is published once."""
    with ticking():
        _wait()


def _wait() -> None:
    told_to_stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told_to_stop.set())
    told_to_stop.wait()
