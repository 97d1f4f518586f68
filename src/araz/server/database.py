"""The desk's database as Django wants to be told of it."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

WAIT_S: Final = 20
# A committed row of the outbox must survive a power cut: the edition may hold it already. What is erased leaves no bytes.
_SQLITE_START: Final = "pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;"


def database(address: str, file: Path | None) -> dict[str, Any]:
    """Return the entry for `DATABASES`; without a file SQLite stays in memory."""
    if address != "sqlite":
        return _postgres(address)
    if file is None:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {"timeout": WAIT_S, "transaction_mode": "IMMEDIATE", "init_command": _SQLITE_START},
    }


def _postgres(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),  # a folder with the server's socket is written %2Frun%2Fpostgresql
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,  # each request has a thread of its own here, so no connection would be found again
    }
