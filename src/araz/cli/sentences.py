"""Errors for people: what happened and what to do, on the standard error, without a trace of the code."""

import errno
import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Final, NoReturn, ParamSpec, TypeVar

import click

from araz.contracts import DeliveryFailed
from araz.edition.file import NoEdition
from araz.edition.rows import RowRefused
from araz.pressroom.catalogue import NoPress
from araz.seal.keys import NotAKey
from araz.server.backup.troubles import BackupTrouble
from araz.server.making import CantMake
from araz.server.newsroom import NotANewsroom
from araz.server.ports import PortTaken

FAILED: Final = 1  # nothing or not all was done; click itself ends wrong use with 2
TROUBLE: Final = 3  # the command did its work and found something wrong

_SENTENCES: Final = (
    BackupTrouble,
    CantMake,
    DeliveryFailed,
    NoEdition,
    NoPress,
    NotAKey,
    NotANewsroom,
    PortTaken,
    RowRefused,
)
_FULL: Final = "The disk is full. Make room and call the command again; nothing is lost."
_BUSY: Final = "The database is busy for too long. Wait until the other araz command has ended and call this one again."

P = ParamSpec("P")
R = TypeVar("R")


def give_up(sentence: str, code: int = FAILED) -> NoReturn:
    """End the command with a sentence."""
    click.echo(sentence, err=True)
    raise SystemExit(code)


def in_sentences(function: Callable[P, R]) -> Callable[P, R]:
    """Turn mistakes of an operator into a sentence and an exit code; a fault of ours is told by `araz.server.logs`."""

    @wraps(function)
    def wrapped(*arguments: P.args, **options: P.kwargs) -> R:
        try:
            return function(*arguments, **options)
        except _SENTENCES as error:
            give_up(str(error))
        except OSError as error:
            give_up(_of_system(error))
        except sqlite3.OperationalError as error:
            if sentence := _of_database(error):
                give_up(sentence)
            raise

    return wrapped


def _of_system(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{error.filename} can't be written or read: {error.strerror}. Call araz as the owner of the newsroom, and give that user the right to it."
    raise error


def _of_database(error: sqlite3.OperationalError) -> str:
    if "locked" in str(error) or "busy" in str(error):
        return _BUSY
    if "full" in str(error):
        return _FULL
    return ""
