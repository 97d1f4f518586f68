"""The drill: a backup is made, brought back beside the newsroom, printed, and its pages compared with those that readers get."""

import filecmp
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from os import scandir
from pathlib import Path
from time import monotonic
from typing import Final

import msgspec

from araz.pressroom.catalogue import PRESSES
from araz.seal.keys import public_half
from araz.server.backup.making import UNFINISHED, back_up
from araz.server.backup.troubles import DrillFailed
from araz.server.backup.workplace import DRILL, Workplace, workplace
from araz.server.newsroom import Newsroom
from araz.server.press_host import edition_of, pressroom_of

Progress = Callable[[str], object]

_RESTORE: Final = (sys.executable, "-m", "araz.cli", "restore")
_TOLD: Final = 5  # of the files that differ


class Drilled(msgspec.Struct, frozen=True, kw_only=True):
    """What was brought back and how long it took."""

    edition: int
    files: int  # of the tree, each equal byte by byte
    bytes: int  # of the sealed backup
    backup_s: float
    restore_s: float  # with printing


def drill(newsroom: Newsroom, secrets: Sequence[str], progress: Progress, *, database: str = "") -> Drilled:
    """Try the whole way with these keys, and leave nothing of it. Django must have been started.

    A newsroom in PostgreSQL needs the address of an empty `database`, which is empty again afterwards. Raises
    DrillFailed and what making a backup raises.
    """
    edition = _printed_edition(newsroom)
    with workplace(newsroom, DRILL) as place:
        scratch = place.folder
        progress("Backup")
        began = monotonic()
        made = back_up(newsroom, scratch, note=False)
        backed_up = monotonic()
        progress("Restore")
        _restore(made.file, place, secrets, database)
        restored = monotonic()
        progress("Comparing")
        files, differing = compare(newsroom.public, scratch / "newsroom" / newsroom.public.relative_to(newsroom.folder))
    if made.edition != edition or _printed_edition(newsroom) != edition:
        raise DrillFailed("Something was published during the drill, so the pages can't be compared. Call it again.")
    if differing:
        raise DrillFailed(
            f"{len(differing):,} files are not what the backup brings back: {', '.join(differing[:_TOLD])}. "
            "Call “araz press website --resetting”, then the drill again. If they still differ, report it."
        )
    return Drilled(
        edition=edition,
        files=files,
        bytes=made.bytes,
        backup_s=round(backed_up - began, 1),
        restore_s=round(restored - backed_up, 1),
    )


def check_key(secrets: Sequence[str], keys: Sequence[str]) -> bool:
    """Say whether backups are sealed to one of these keys."""
    return any(public_half(secret) in keys for secret in secrets)


def _printed_edition(newsroom: Newsroom) -> int:
    with edition_of(newsroom) as edition:
        for name in PRESSES:
            with pressroom_of(newsroom, edition, name) as pressroom:
                if pressroom.is_behind():
                    raise DrillFailed(
                        f"The {name} is not printed to the end, so there is nothing to compare with. "
                        "See “araz status”, and call the drill when nothing is late."
                    )
        with edition.reader() as reader:
            return reader.number()


def _restore(file: Path, place: Workplace, secrets: Sequence[str], database: str) -> None:
    command = [*_RESTORE, str(file), str(place.folder / "newsroom"), "--key", "-", "--only-print"]
    if database:
        command += ["--database", database]
    done = subprocess.run(  # noqa: S603 -- our own command on our own folder
        command,
        input="\n".join(secrets),
        capture_output=True,
        text=True,
        check=False,
        pass_fds=(place.lock,),  # if the drill is killed, the next one waits for this to end
    )
    if done.returncode:
        raise DrillFailed(f"The backup could not be brought back. {done.stderr.strip().splitlines()[-1]}")


def compare(one: Path, other: Path) -> tuple[int, list[str]]:
    """Compare two trees byte by byte; return how many files are equal, and the paths of those that are not."""
    paths = sorted({*_files(one), *_files(other)})
    differing = [path for path in paths if not _are_equal(one / path, other / path)]
    return len(paths) - len(differing), differing


def _are_equal(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def _files(root: Path, before: str = "") -> Iterator[str]:
    with scandir(root / before) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(root, f"{before}{entry.name}/")
            elif not entry.name.endswith(UNFINISHED):
                yield before + entry.name
