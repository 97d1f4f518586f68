"""What the server writes to its standard error: what failed and where in the code, never about whom.

Messages of exceptions and arguments of log calls may hold an address, a name or a headline. So only fixed words pass:
the logger, the call's own format string, the kinds of exceptions and the places in the code. What libraries say without
arguments may have been put together from anything, so of that only the place is told.
"""

import logging
import sys
import threading
import traceback
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TextIO

_OURS: Final = "araz"  # its messages are sentences that we wrote for people


class QuietFormatter(logging.Formatter):
    """Writes a record without its arguments, and an exception without its message."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        return f"{record.levelname.lower()}: {record.name}: {_words(record)}" + (_trail(error) if error else "")


def _words(record: logging.LogRecord) -> str:
    is_fixed = bool(record.args) or record.name == _OURS
    return record.msg if is_fixed and isinstance(record.msg, str) else f"at {record.filename}:{record.lineno}"


def _trail(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    cause = error.__cause__ or error.__context__
    return f"\n  {type(error).__name__} at {' > '.join(places)}" + (_trail(cause) if cause else "")


def tell_faults_quietly() -> None:
    """Have faults that nobody catches, in any thread, and warnings told in the same way. For the start of a process.

    Python's own telling has the message of the exception, and with it perhaps a headline or a row of the database. What
    somebody else has put in its place already, as pytest does, stays.
    """
    if sys.excepthook is sys.__excepthook__:
        sys.excepthook = _tell_fault
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = _tell_fault_of_thread
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _tell_unraisable
    warnings.showwarning = _tell_warning


def _tell_fault(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _tell(
        f"fault: this is a mistake in Araz. Report it with these lines; they hold no names and no texts.{_trail(error)}"
    )


def _tell_fault_of_thread(about: Any) -> None:
    if about.exc_value is not None and not issubclass(about.exc_type, SystemExit):
        _tell(f"fault: a thread ended.{_trail(about.exc_value)}")


def _tell_unraisable(about: Any) -> None:
    if about.exc_value is not None:
        _tell(f"fault: something could not be ended well.{_trail(about.exc_value)}")


def _tell_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    _tell(f"warning: {category.__name__} at {Path(filename).name}:{lineno}")


def _tell(words: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "araz.server.logs.QuietFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "quiet", "level": "WARNING"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "asyncio": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "_granian": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "granian": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
