"""What `run` and `web` share: where to listen, and what they say at the start."""

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from araz.server.newsroom import Newsroom, open_newsroom

F = TypeVar("F", bound=Callable[..., Any])


def listening_options(function: F) -> F:
    """--port, --desk-port and --listen; what is not given is taken from araz.toml."""
    ports = click.IntRange(1, 65535)
    function = click.option("--port", type=ports, help="The readers' port (8000).")(function)
    function = click.option("--desk-port", type=ports, help="The desk's port (8001).")(function)
    return click.option("--listen", default="", help="The address to listen on (127.0.0.1: this machine only).")(
        function
    )


def open_for_listening(folder: Path, port: int | None, desk_port: int | None, listen: str) -> Newsroom:
    """Open the newsroom with what the command line says, and start Django. Raises NotANewsroom, WrongVersion."""
    newsroom = open_newsroom(folder)
    settings = newsroom.settings
    settings = replace(
        settings,
        port=port or settings.port,
        desk_port=desk_port or settings.desk_port,
        listen=listen or settings.listen,
    )
    from araz.cli.with_desk import start_desk

    return start_desk(replace(newsroom, settings=settings))


def welcome_text(newsroom: Newsroom, *, welcome: bool) -> str:
    """Say where readers and the desk are, and how to sign in for the first time."""
    settings = newsroom.settings
    desk = settings.desk_at
    lines = [f"Readers:   http://localhost:{settings.port}/", f"The desk:  {desk}/"]
    if welcome:
        from araz.server.accounts import first_link

        if path := first_link():
            lines += ["", "Sign in with this link. It works once, for ten minutes:", f"  {desk}{path}"]
    return "\n".join(lines)


def leave() -> NoReturn:
    """End the process now that all is stopped and told.

    Granian's own threads may still be ending; if they touch Python while it is being taken down, the process is aborted.
    Nothing is lost by not waiting for them: all that counts is on disk.
    """
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
