"""What the server writes to its standard error: what failed and where in the code, never about whom.

Messages of exceptions and arguments of log calls may hold an address, a name or a headline. So only fixed words pass:
the logger, the call's own format string, the kinds of exceptions and the places in the code.
"""

import logging
import traceback
from pathlib import Path


class QuietFormatter(logging.Formatter):
    """Writes a record without its arguments, and an exception without its message."""

    def format(self, record: logging.LogRecord) -> str:
        text = f"{record.levelname.lower()}: {record.name}: {record.msg if isinstance(record.msg, str) else ''}"
        error = record.exc_info[1] if record.exc_info else None
        return text + _trail(error) if error else text


def _trail(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    cause = error.__cause__ or error.__context__
    return f"\n  {type(error).__name__} at {' > '.join(places)}" + (_trail(cause) if cause else "")


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
