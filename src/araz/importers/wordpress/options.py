"""What the operator decides about an import."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Comments = Literal["drop", "initials", "names"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    files: tuple[Path, ...]
    media: Path | None = None  # a copy of wp-content/uploads
    map: Path | None = None
    comments: Comments = "initials"
    dry_run: bool = False
    compare: bool = False  # count what of the texts did not come over; a dry run does so always


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Told now and then; each call is cheap."""

    stage: Callable[[str], object]  # "Reading", "Bringing in"
    step: Callable[[int, int], object]  # done, of so many
