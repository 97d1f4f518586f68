"""The one place where edition, ledger and tree lie: prints what is new and has it delivered."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Final

import msgspec

from araz.contracts import DeliveryFailed, Proofreader
from araz.deliveries.folder.delivery import FolderDelivery
from araz.edition.store import Edition
from araz.pressroom.catalogue import PRESSES, press
from araz.pressroom.dispatch import dispatch
from araz.pressroom.ledger import Ledger
from araz.pressroom.pressroom import Pressroom, Printed
from araz.pressroom.receipts import Receipts
from araz.pressroom.sweeping import sweep
from araz.server.newsroom import FolderTarget, Newsroom
from araz.server.proofreading import Reading, Told
from araz.typesetting.pictures import FolderMediaStore

WEBSITE: Final = "website"
FOLLOWING: Final = tuple(name for name in PRESSES if name != WEBSITE)  # they print when a story can be read already
_ARAZ: Final = (sys.executable, "-m", "araz.cli")
_AGAIN_S: Final = 60  # after a process that failed


@contextmanager
def edition_of(newsroom: Newsroom) -> Iterator[Edition]:
    """Open the newsroom's edition. Raises NoEdition."""
    edition = Edition.open(newsroom.edition_file)
    try:
        yield edition
    finally:
        edition.close()


@contextmanager
def pressroom_of(
    newsroom: Newsroom, edition: Edition, name: str = WEBSITE, proofreader: Proofreader | None = None
) -> Iterator[Pressroom]:
    """Open the pressroom of one press. Without a proofreader who knows more it gets one who has not the list of words.

    Raises NoPress.
    """
    media = FolderMediaStore(newsroom.pictures)
    proofreader = proofreader or Reading(newsroom).proofreader()
    with Pressroom(edition, press(name, media), newsroom.site_folder, proofreader) as pressroom:
        yield pressroom


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched:
    """What one delivery did, and what stopped it."""

    name: str
    files: int = 0
    failure: str = ""


def deliver(newsroom: Newsroom, target: FolderTarget) -> Dispatched:
    """Bring to one place what its receipts have not."""
    ledger = Ledger(newsroom.ledger_file)
    receipts = Receipts(newsroom.receipts_file)
    files = 0
    try:
        delivery = FolderDelivery(target.name, target.folder)
        for _ in dispatch(delivery, newsroom.public, ledger, receipts):
            files += 1
        for _ in sweep(delivery, _marks(newsroom), ledger, receipts):
            files += 1
    except DeliveryFailed as failure:
        return Dispatched(name=target.name, files=files, failure=str(failure))
    finally:
        receipts.close()
        ledger.close()
    return Dispatched(name=target.name, files=files)


def _marks(newsroom: Newsroom) -> frozenset[str]:
    with edition_of(newsroom) as edition, edition.reader() as reader:
        return frozenset(reader.removed())


class OwnProcess:
    """A press at work in a process of its own, which gives way to everything else and leaves no memory taken."""

    def __init__(self, newsroom: Newsroom, reading: Reading, name: str, *options: str) -> None:
        self._reading = reading
        self._command = [*_ARAZ, "press", name, str(newsroom.folder), "--gently", "--quiet", "--told", *options]
        self._process: subprocess.Popen[bytes] | None = None
        self._not_before = 0.0

    def begin(self) -> None:
        """Start it unless it runs already or has just failed."""
        if self.runs():
            return
        if self._process and self._process.returncode:
            self._not_before = monotonic() + _AGAIN_S
        self._process = None
        if monotonic() >= self._not_before:
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE)  # noqa: S603 -- our own command
            self._tell(self._process, self._reading.told())

    @staticmethod
    def _tell(process: subprocess.Popen[bytes], told: Told) -> None:
        """Say what it must look for through a pipe: no other program reads there, and nothing is left of it."""
        assert process.stdin  # noqa: S101 -- it was asked for
        try:
            with process.stdin:
                process.stdin.write(msgspec.json.encode(told))
        except BrokenPipeError:  # it ended at once, and has said why
            return

    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def wait(self) -> None:
        """Return when it has ended."""
        if self._process:
            self._process.wait()

    def stop(self) -> None:
        """End it; it begins again at the next start."""
        if self._process and self._process.poll() is None:
            self._process.terminate()


class Resetting(OwnProcess):
    """Prints the whole website anew."""

    def __init__(self, newsroom: Newsroom, reading: Reading) -> None:
        super().__init__(newsroom, reading, WEBSITE, "--resetting")


def print_new(pressroom: Pressroom, resetting: Resetting) -> Printed:
    """Print what is new, and have everything printed anew when that is due."""
    printed = pressroom.press_new()
    if printed.resetting:
        resetting.begin()
    return printed
