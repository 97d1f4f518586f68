"""Threads that do one thing again and again: when their bell rings, and every so often in case it did not."""

import errno
import logging
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import Final

_LONGEST_PAUSE_S: Final = 60  # between two attempts while something fails

log = logging.getLogger("araz")


class Bell:
    """Rung by whoever has something to do for others."""

    def __init__(self) -> None:
        self._event = Event()

    def ring(self) -> None:
        self._event.set()

    def wait(self, seconds: float) -> None:
        """Return when the bell rings, or after so many seconds."""
        self._event.wait(seconds)
        self._event.clear()


class Loop:
    """One such thread. `step` is told whether there is more to do at once by returning True."""

    def __init__(self, name: str, step: Callable[[], bool], every_s: float) -> None:
        self.bell = Bell()
        self._name = name
        self._step = step
        self._every_s = every_s
        self._failures = 0
        self._goes_on = True
        self._thread = Thread(target=self._run, name=f"araz-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, deadline: float) -> bool:
        """Ask the thread to end and wait for it until that moment of the monotonic clock; say whether it has ended."""
        self._goes_on = False
        self.bell.ring()
        self._thread.join(max(0, deadline - monotonic()))
        return not self._thread.is_alive()

    def _run(self) -> None:
        while self._goes_on:
            has_more = self._try()
            if self._goes_on and not has_more:
                self.bell.wait(self._pause_s())

    def _try(self) -> bool:
        try:
            has_more = self._step()
        except Exception as error:  # noqa: BLE001 -- whatever failed is told below, and must not end the thread
            self._failures += 1
            _tell(self._name, error)
            return False
        self._failures = 0
        return has_more

    def _pause_s(self) -> float:
        return min(_LONGEST_PAUSE_S, self._every_s * (1 << min(self._failures, 10)))


def _tell(name: str, error: Exception) -> None:
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        log.error("The disk is full. Make room: what is new waits and will be printed then.")
        return
    log.error(f"The {name} failed and will try again.", exc_info=error)
