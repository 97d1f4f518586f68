"""Where the newsroom is: the argument that all commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def folder_argument(function: F) -> F:
    """The newsroom's folder: named, or ARAZ_NEWSROOM, or the folder one is in."""
    kind = click.Path(path_type=Path, file_okay=False)
    return click.argument("folder", default=".", envvar="ARAZ_NEWSROOM", type=kind)(function)


def json_option(function: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="Write a report as JSON.")(function)


def dry_run_option(function: F) -> F:
    return click.option("--dry-run", is_flag=True, help="Say what would be done and do nothing.")(function)
